import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeLetters, sampleLetters } from '../../../src/pipeline/read/letters.ts';
import { encoders } from './encode.ts';
import { fc } from '../../seeded-checks.ts';

async function* chunksOf(bytes: Buffer, size = 1 << 20): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function verdictOn(bytes: Buffer) {
  return judgeLetters(await sampleLetters(chunksOf(bytes)));
}

/** Bytes that the tests have no encoder for, as other programs write them. */
const foreign = {
  // 이름,의견 / 창구에서 너무 오래 기다렸습니다, in EUC-KR
  korean: 'c0ccb8a72cc0c7b0df0ac3a2b1b8bfa1bcad20b3cab9ab20bfc0b7a120b1e2b4d9b7c8bdc0b4cfb4d90a',
  // 氏名,意見 / 窓口でとても長く待ちました。案内がありませんでした, in Shift_JIS
  japanese:
    '8e8196bc2c88d38ca90a918b8cfb82c582c682c482e092b782ad91d282bf82dc82b582bd814288c493e082aa82a082e882dc82b982f182c582b582bd0a',
  // Имя;Мнение / Иван;слишком долго ждали, in Windows-1251
  russian: 'c8ecff3bccede5ede8e50ac8e2e0ed3bf1ebe8f8eaeeec20e4eeebe3ee20e6e4e0ebe80a',
  // Imię;Ocena / Stanisław;źle, długo czekałem w kolejce, proszę, in Windows-1250
  polish:
    '496d69ea3b4f63656e610a5374616e6973b361773b9f6c652c2064b375676f20637a656b61b3656d2077206b6f6c656a63652c2070726f737aea0a',
} as const;

const texts = {
  simplified: '编号,标题\n1,等候太久\n2,指南不清，窗口没有人\n',
  traditional: '地名,說明\n台北,這個窗口要求民眾自備證件影本，沒有說明\n',
  spanish: 'pregunta;año\n¿Cuántos días esperó?;según la opinión del público\nmañana;corazón\n',
  french: 'Prénom;Note\nRené;très bien, à l’école où ça va être réglé\nÉlodie;déçue\n',
  german: 'Straße;Größe\nMünchen;schön\nKöln;Übung für Ämter\n',
  english: 'q,a\n1,I don’t know – it’s “fine”\n2,we’ve waited\n3,they’re nice … really\n',
};

describe('judgeLetters', () => {
  it.each([
    { description: 'simplified Chinese', bytes: encoders.GB18030(texts.simplified), expected: 'gb18030' },
    {
      description: 'traditional Chinese written on the mainland',
      bytes: encoders.GB18030(texts.traditional),
      expected: 'gb18030',
    },
    { description: 'traditional Chinese', bytes: encoders.Big5(texts.traditional), expected: 'big5' },
    ...(['spanish', 'french', 'german', 'english'] as const).flatMap((language) => [
      {
        description: `${language} from Windows`,
        bytes: encoders['Windows-1252'](texts[language]),
        expected: 'windows-1252',
      },
      {
        description: `${language} from an old Macintosh`,
        bytes: encoders['Mac Roman'](texts[language]),
        expected: 'macintosh',
      },
    ]),
    { description: 'Japanese', bytes: Buffer.from(foreign.japanese, 'hex'), expected: 'shift_jis' },
  ])('proves $description', async ({ bytes, expected }) => {
    expect((await verdictOn(bytes)).encoding).toBe(expected);
  });

  it.each([
    { description: 'Korean, which decodes as GB18030', bytes: Buffer.from(foreign.korean, 'hex') },
    { description: 'Russian', bytes: Buffer.from(foreign.russian, 'hex') },
    { description: 'Polish', bytes: Buffer.from(foreign.polish, 'hex') },
    { description: 'one accented letter', bytes: encoders['Windows-1252']('name\nCafé\n') },
    { description: 'two hanzi', bytes: encoders.GB18030('编号\n1\n') },
    { description: 'nothing beyond ASCII', bytes: Buffer.from('a,b\n') },
    {
      description: 'noise',
      bytes: Buffer.from(Array.from({ length: 4000 }, (_, at) => 128 + ((at * 89) % 127))),
    },
  ])('gives no verdict on $description', async ({ bytes }) => {
    expect((await verdictOn(bytes)).encoding).toBeNull();
  });

  it('says what a text looks most like where it proves nothing', () => {
    const verdict = judgeLetters(Buffer.from(foreign.polish, 'hex'));
    expect(verdict).toMatchObject({ encoding: null, likest: expect.arrayContaining(['windows-1252']) });
  });

  it('never takes one encoding of a Chinese text for another', () => {
    const hanzi = fc.string({
      unit: fc.constantFrom(...'這個窗口人大小心水火土木山川東西南北'),
      minLength: 6,
    });
    fc.assert(
      fc.property(hanzi, fc.constantFrom('GB18030', 'Big5'), (text, name) => {
        expect([name.toLowerCase(), null]).toContain(judgeLetters(encoders[name](text)).encoding);
      }),
    );
  });
});

describe('sampleLetters', () => {
  it('finds letters that begin long after the head of the file', async () => {
    const late = `id,note\n${'1,plain\n'.repeat(200_000)}2,办理时限太长，窗口没有人\n`;
    expect((await verdictOn(encoders.GB18030(late))).encoding).toBe('gb18030');
  });

  it('takes the cells that hold them and nothing else, up to a bound', async () => {
    const sample = await sampleLetters(chunksOf(encoders.GB18030('a,标题,b\n1,2\n,窗口\n')));
    expect(sample).toEqual(encoders.GB18030('标题,窗口\n'));
    const long = encoders.GB18030('窗口没有人,\n'.repeat(20_000));
    expect((await sampleLetters(chunksOf(long))).length).toBe(1 << 16);
  });

  it('proves the demonstration drop that a Chinese office system wrote', async () => {
    const drop = readFileSync(new URL('../../../data/drops/2024-events.csv', import.meta.url));
    expect(await verdictOn(drop)).toMatchObject({ encoding: 'gb18030' });
  });
});
