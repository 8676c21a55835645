import { describe, expect, it } from 'vitest';
import { unusedDecisions } from '../../../src/pipeline/take/unused-decisions.ts';
import { smallSettings } from '../small-settings.ts';
import { someDrop } from './some-drop.ts';

const settings = smallSettings({
  spellings: [
    { list: 'departments', spelling: '市公安', id: 'police' },
    { list: 'halls', spelling: '市公安', id: 'centre' },
  ],
  redactions: [
    { hash: '3fa94c1b2d05', decision: 'redacted', replacement: '已隐去' },
    { hash: '77e0a1c95d12', decision: 'kept', replacement: '' },
  ],
});

describe('unusedDecisions', () => {
  it('names each spelling and each redaction that nothing needs, with the list in which it stands', () => {
    expect(unusedDecisions(settings, [someDrop()], [])).toEqual([
      { code: 'unused-spelling', file: 'lookup/spellings.csv', value: '市公安' },
      { code: 'unused-spelling', file: 'lookup/spellings.csv', value: '市公安' },
      { code: 'unused-redaction', file: 'lookup/redactions.csv', value: '3fa94c1b2d05' },
      { code: 'unused-redaction', file: 'lookup/redactions.csv', value: '77e0a1c95d12' },
    ]);
  });

  it('takes a spelling for used in its own list alone', () => {
    const drop = someDrop({
      spellings: ['departments:市公安'],
      redactions: ['3fa94c1b2d05', '77e0a1c95d12'],
    });
    expect(unusedDecisions(settings, [drop], []).map(({ code }) => code)).toEqual(['unused-spelling']);
  });

  it('is content with one drop of many that needs a decision, or with a list', () => {
    const drops = [someDrop(), someDrop({ spellings: ['departments:市公安', 'halls:市公安'] })];
    expect(unusedDecisions(settings, drops, ['77e0a1c95d12', '3fa94c1b2d05'])).toEqual([]);
  });
});
