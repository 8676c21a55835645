import { describe, expect, it, vi } from 'vitest';
import type { Redaction } from '../../../src/model/settings.ts';
import { contentHash } from '../../../src/pipeline/check/personal/content-hash.ts';
import { publicContacts } from '../../../src/pipeline/check/personal/find-personal.ts';
import { keptText, publicTextReader } from '../../../src/pipeline/check/public-text.ts';

const text = '联系人张三丰电话13800138000，说材料不齐';

function reader(redactions: readonly Redaction[] = [], allowed: readonly string[] = [], language = 'zh') {
  const onRedaction = vi.fn<(hash: string) => void>();
  const rules = {
    allowed: publicContacts(allowed),
    redactions: new Map(redactions.map((one) => [one.hash, one])),
    onRedaction,
  };
  return { read: publicTextReader(rules, language), onRedaction };
}

describe('publicTextReader', () => {
  it('takes a text in which nobody is to be recognised', () => {
    expect(reader().read('等了 40 分钟')).toBe('等了 40 分钟');
  });

  it('leaves out what is not seen and steers how a text is shown, before it looks for anybody', () => {
    expect(reader().read('排\u202e队\u202c久\u0007\u001b[2J\u2066\n还\t是久')).toBe('排队久[2J\n还\t是久');
    expect(reader().read('1380013\u00078000')).toMatchObject({ code: 'personal-data' });
  });

  it('holds a text back with every place marked, none of them readable, and a proposal', () => {
    const fault = reader().read(text);
    expect(fault).toMatchObject({
      code: 'personal-data',
      settle: {
        file: 'redactions',
        cells: [contentHash(text), 'redacted', '联系人［姓名］电话［电话号码］，说材料不齐'],
      },
    });
    const said = JSON.stringify(fault);
    expect(said).toContain('【138****】');
    expect(said).toContain(`npm run check -- --accept ${contentHash(text).slice(0, 12)}`);
    expect(said).not.toContain('13800138000');
    expect(said).not.toContain('张三丰');
  });

  it('shows no more of a place beside another, however near they are', () => {
    const fault = reader().read('张女士11010519491231002X，13800138000，１３９００１３９０００');
    expect(fault).toMatchObject({ value: '【张】女士【110****】，【138****】，【１３９****】' });
  });

  it('proposes in the language of the column', () => {
    expect(reader([], [], 'en').read('call 617-555-0143')).toMatchObject({
      settle: { cells: [contentHash('call 617-555-0143'), 'redacted', 'call [telephone]'] },
    });
  });

  it('takes the replacement that a person decided on, and says that it was used', () => {
    const hash = contentHash(text);
    const { read, onRedaction } = reader([{ hash, decision: 'redacted', replacement: '说材料不齐' }]);
    expect(read(text)).toBe('说材料不齐');
    expect(onRedaction).toHaveBeenCalledWith(hash);
    expect(read(`${text}。`)).toMatchObject({ code: 'personal-data' });
  });

  it('takes the text as it is where a person decided that nobody is in it', () => {
    const { read } = reader([{ hash: contentHash(text), decision: 'kept', replacement: '' }]);
    expect(read(text)).toBe(text);
  });

  it('does not take a replacement that gives somebody away itself, nor one that never ends', () => {
    const own = { hash: contentHash(text), decision: 'redacted', replacement: '打13900139000' } as const;
    expect(reader([own]).read(text)).toMatchObject({
      code: 'personal-data',
      settle: { cells: [contentHash('打13900139000'), 'redacted', '打［电话号码］'] },
    });
    expect(reader([{ ...own, replacement: text }]).read(text)).toMatchObject({ code: 'personal-data' });
  });

  it('sees personal data before anything that a programme may tolerate', () => {
    expect(reader().read('<b>13800138000</b>')).toMatchObject({ code: 'personal-data' });
    const hash = contentHash('<b>13800138000</b>');
    const { read } = reader([{ hash, decision: 'redacted', replacement: '<b>电话</b>' }]);
    const fault = read('<b>13800138000</b>');
    expect(fault).toMatchObject({ code: 'markup-in-cell' });
    expect(keptText(fault)).toBe('<b>电话</b>');
    expect(keptText(reader().read('<b>13800138000</b>'))).toBe('');
  });

  it('passes over what the office gives out itself', () => {
    expect(reader([], ['010-65551234']).read('打01065551234')).toBe('打01065551234');
  });
});
