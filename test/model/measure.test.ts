import { describe, expect, it } from 'vitest';
import {
  chartedCounts,
  chartedRates,
  fewestCharted,
  fewestTested,
  settlingDays,
  smallestChartedMean,
} from '../../src/model/charted.ts';
import { measures } from '../../src/model/measure.ts';

const named = (measure: string) => measures.find((one) => one.measure === measure);
const both = (words: { readonly zh: string; readonly en: string } | undefined) => [
  words?.zh ?? '',
  words?.en ?? '',
];

describe('what a measure says of itself is enough to work it out again', () => {
  it.each(chartedCounts)('%s says when its control chart is drawn', (measure) => {
    for (const words of both(named(measure)?.method)) {
      expect(words).toContain('XmR');
      expect(words).toContain(String(fewestCharted));
      expect(words).toContain(String(smallestChartedMean));
    }
  });

  it.each(chartedRates)('%s says that by period it has a p-chart', (measure) => {
    for (const words of both(named(measure)?.method)) expect(words).toMatch(/p 图|p-chart/);
  });

  it.each(measures.filter(({ formula }) => formula.includes('S(')).map(({ measure }) => measure))(
    '%s says that what was refused or transferred waits for ever, and that days are calendar days',
    (measure) => {
      const { method } = named(measure) ?? {};
      expect(method?.zh).toMatch(/不采纳、转交.*自然日|同 .*的比例/);
      expect(method?.en).toMatch(/refused and transferred.*calendar days|as in the shares/);
    },
  );

  it('says how long rates wait and how many periods a drift takes, from the numbers themselves', () => {
    for (const words of both(named('on_time_rate_on_previous')?.hidden))
      expect(words).toContain(String(settlingDays));
    for (const words of both(named('on_time_rate_drift')?.hidden))
      expect(words).toContain(String(fewestTested));
  });

  it('calls “ever said fixed” only what the department said at least once, whatever came of it', () => {
    expect(named('ever_claimed')?.name).toEqual({
      zh: '称已整改，含已确认的',
      en: 'Said fixed, those confirmed included',
    });
    expect(named('late')?.definition.zh).toContain('后来退回的也在内');
  });

  it('leaves it to the department what kind of remedy it was', () => {
    for (const measure of ['remedy_one_off', 'remedy_mechanism']) {
      expect(named(measure)?.definition.zh).toContain('部门');
      expect(named(measure)?.definition.en).toContain('department');
    }
  });
});
