import { describe, expect, it } from 'vitest';
import {
  decideEncoding,
  noEvidence,
  observeBytes,
  type EncodingVerdict,
} from '../../../src/pipeline/read/encoding.ts';
import { encoders } from './encode.ts';

/** The verdict on bytes that come in chunks of a size. */
function verdictOn(bytes: Buffer, size = 1 << 20): EncodingVerdict {
  let evidence = noEvidence;
  for (let start = 0; start < bytes.length; start += size)
    evidence = observeBytes(evidence, bytes.subarray(start, start + size));
  return decideEncoding(evidence);
}

const simplified = [
  'finding_id,title_zh,description_zh',
  '2024-001,老人办公证申请要眨眼张嘴，四次都“请重试”,七十多岁的体验官办公证申请，刷脸要求眨眼、张嘴、转头，随后被锁一天。',
  '2024-002,一楼大厅只有一台自助机能用,一早去办，一个窗口开着，一直等到下午。',
  '',
].join('\r\n');
const traditional = [
  'name,note',
  '台北,這個窗口要求民眾自備證件影本，沒有說明為什麼不能線上辦理',
  '高雄,櫃檯人員態度親切，等候時間約四十分鐘，還算滿意',
].join('\n');
const western = 'name;note\nCafé Müller;Très agréable, à côté de l’église\nNiño;¿Qué tal? Así así\n';

describe('decideEncoding', () => {
  it.each<{ description: string; input: Buffer; expected: EncodingVerdict }>([
    {
      description: 'ASCII is UTF-8',
      input: encoders['UTF-8']('a,b\n1,2\n'),
      expected: { encoding: 'utf-8', proof: 'valid' },
    },
    {
      description: 'UTF-8 without BOM',
      input: encoders['UTF-8'](simplified),
      expected: { encoding: 'utf-8', proof: 'valid' },
    },
    {
      description: 'UTF-8 with BOM',
      input: encoders['UTF-8 with BOM'](simplified),
      expected: { encoding: 'utf-8', proof: 'bom' },
    },
    {
      description: 'UTF-16LE with BOM',
      input: encoders['UTF-16LE with BOM'](simplified),
      expected: { encoding: 'utf-16le', proof: 'bom' },
    },
    {
      description: 'UTF-16BE with BOM',
      input: encoders['UTF-16BE with BOM'](simplified),
      expected: { encoding: 'utf-16be', proof: 'bom' },
    },
    {
      description: 'UTF-8 with zeros at its end is not UTF-16',
      input: Buffer.concat([encoders['UTF-8'](`${simplified} `), Buffer.alloc(3)]),
      expected: { encoding: null, because: 'binary' },
    },
    {
      description: 'ASCII filled up with zeros is not UTF-16',
      input: Buffer.concat([encoders['UTF-8']('a,bc\n1,23\n'), Buffer.alloc(5), Buffer.alloc(1)]),
      expected: { encoding: null, because: 'binary' },
    },
    {
      description: 'UTF-16LE without BOM, though 一 (U+4E00) has its zero on the other side',
      input: encoders['UTF-16LE'](simplified),
      expected: { encoding: 'utf-16le', proof: 'zeros' },
    },
    {
      description: 'UTF-16BE without BOM',
      input: encoders['UTF-16BE'](simplified),
      expected: { encoding: 'utf-16be', proof: 'zeros' },
    },
    ...(['GB18030', 'Big5', 'Windows-1252'] as const).map((name) => ({
      description: `${name}: its form proves nothing`,
      input: encoders[name](name === 'Big5' ? traditional : name === 'GB18030' ? simplified : western),
      expected: { encoding: null, because: 'unproven' } as const,
    })),
    {
      description: 'UTF-8 that breaks off in the middle of a character',
      input: encoders['UTF-8']('名称').subarray(0, 5),
      expected: { encoding: null, because: 'unproven' },
    },
    {
      description: 'zero bytes anyhow',
      input: Buffer.from([1, 0, 0, 0, 8, 0, 0, 7]),
      expected: { encoding: null, because: 'binary' },
    },
    {
      description: 'ASCII with one stray zero byte is not UTF-16',
      input: Buffer.from('name,note\n1,a\0b\n2,cd'),
      expected: { encoding: null, because: 'binary' },
    },
    {
      description: 'an odd number of bytes is not UTF-16',
      input: encoders['UTF-16LE']('a,b\n1,2\n').subarray(0, 15),
      expected: { encoding: null, because: 'binary' },
    },
  ])('$description', ({ input, expected }) => {
    expect(verdictOn(input)).toEqual(expected);
  });

  it.each([1, 2, 3, 5, 7, 64])('comes to the same verdict from chunks of %i bytes', (size) => {
    for (const write of Object.values(encoders).slice(0, 7)) {
      const bytes = write(simplified);
      expect(verdictOn(bytes, size)).toEqual(verdictOn(bytes));
    }
  });
});
