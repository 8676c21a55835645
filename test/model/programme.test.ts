import { parse } from 'yaml';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { programmeSettings, thresholdsOf } from '../../src/model/programme.ts';
import { rules } from '../../src/model/rule.ts';

const demonstration: unknown = parse(
  readFileSync(new URL('../../data/programme.yaml', import.meta.url), 'utf8'),
);

describe('programmeSettings', () => {
  it('takes the settings of the demonstration programme as they are', () => {
    expect(programmeSettings.parse(demonstration)).toEqual(demonstration);
  });

  it.each(['2026-09-30', 'latest', '2026-09-30T17:00:00'])('takes the cut-off %s', (cutoff) => {
    expect(programmeSettings.safeParse({ ...(demonstration as object), cutoff }).success).toBe(true);
  });

  it.each(['2026-02-30', '2026-09-30T25:00:00', '2026-09-30T17:00', '2026-09-30T17:00:00+08:00', 'today'])(
    'refuses the cut-off %s',
    (cutoff) => {
      expect(programmeSettings.safeParse({ ...(demonstration as object), cutoff }).success).toBe(false);
    },
  );
});

describe('thresholdsOf', () => {
  it('gives the numbers of the programme, and ours where it has none', () => {
    const programme = programmeSettings.parse({
      ...(demonstration as object),
      thresholds: { smallest_published_base: 20 },
    });
    expect(thresholdsOf(programme)).toEqual({
      smallest_published_base: 20,
      smallest_published_answer: rules.smallest_published_answer.value,
      small_unit_base: rules.small_unit_base.value,
      smallest_judged_base: rules.smallest_judged_base.value,
      days_before_survey_closes: rules.days_before_survey_closes.value,
    });
  });
});
