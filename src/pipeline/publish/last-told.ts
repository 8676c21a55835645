import {
  meaningTables,
  type Meanings,
  type PublishedText,
  type ToldSurvey,
} from '../../model/earlier-survey.ts';
import type { Figure } from '../../model/figure.ts';
import { published } from '../../model/published.ts';
import { isTakenBack, type ReleaseTold } from '../../model/release-shown.ts';
import type { RuleName } from '../../model/rule.ts';
import type { OutgoingRow } from './cells.ts';
import { descriptionsIn, isOfEveryone, meansTheSame, thingsOf } from './descriptions.ts';

/** This release, as far as it decides what is repeated of earlier ones. */
export interface ToldNow {
  readonly figures: readonly Pick<Figure, (typeof published.figures.key)[number] | 'status'>[];
  readonly answers: readonly OutgoingRow[];
  readonly meanings: Readonly<Record<keyof Meanings, readonly OutgoingRow[]>>;
  /** The periods of the survey that are corrected. */
  readonly corrected: readonly string[];
  readonly releases: readonly Pick<ReleaseTold, 'release' | 'rolled_back'>[];
}

const { key } = published.last_told;

type Key = (typeof key)[number];

const numbers = ['count', 'base', 'value', 'low', 'high'] as const;

/** The rules that protect small groups: a release that told by lower ones may have told of fewer people than may be told now. */
const protecting: readonly RuleName[] = [
  'smallest_published_base',
  'smallest_published_answer',
  'small_unit_base',
];

/** Names a figure, or an answer: it has no measure, as figures are of no answer. */
const keyOf = (row: Readonly<Partial<Record<Key, unknown>>>) =>
  key.map((column) => row[column] ?? '').join('|');

const isTold = (row: PublishedText) => row['status'] === 'shown';

/** The numbers of a row as a figure has them: the value of an answer is its share. */
const asFigure = (row: PublishedText): PublishedText => ({ value: row['share'] ?? '', ...row });

const textOf = (row: OutgoingRow): PublishedText =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')]));

const valueIn = (rules: readonly PublishedText[], rule: string) =>
  Number(rules.find((row) => row['rule'] === rule)?.['value']);

/** Whether nothing speaks against a release as a whole. */
function stands(
  { release, periods, meanings }: ToldSurvey,
  { corrected, releases }: ToldNow,
  { rules }: Meanings,
): boolean {
  return (
    !isTakenBack(releases, release) &&
    !periods.some((period) => corrected.includes(period)) &&
    protecting.every((rule) => valueIn(meanings.rules, rule) >= valueIn(rules, rule))
  );
}

function repeated(row: PublishedText, { release, published_on }: ToldSurvey): OutgoingRow {
  return {
    ...Object.fromEntries(key.map((column) => [column, row[column] ?? ''])),
    ...Object.fromEntries(numbers.map((column) => [column, row[column] ? Number(row[column]) : null])),
    release: String(release),
    published_on,
  };
}

/**
 * The rows of `last_told.csv`: for each survey figure and each answer that this release withholds, what the last release said that
 * told it. Mostly these are of all time: those of a closed period stay as they were told.
 *
 * Why that gives nobody away: it is made of what everybody has. What is repeated follows from the files of earlier releases,
 * which are public for ever, from what this release withholds, and from settings, never from what somebody answered. Any reader
 * could have made it, and protection reckons with every earlier release as known. So neither a row, nor that there is none, tells
 * anything new.
 *
 * What is public may still be wrong to repeat. Left out are
 * - releases that were taken back;
 * - releases by rules for small groups that were lower than today's;
 * - releases that counted a period that is corrected: what they told may be wrong, and to leave out just what the correction
 *   touched would tell whom it touched;
 * - numbers of a question or a unit of which another thing is said now: other words, other answers, renamed, merged, moved.
 */
export function lastTold(told: readonly ToldSurvey[], now: ToldNow): OutgoingRow[] {
  const withheld = [...now.figures, ...now.answers].filter((row) => row['status'] === 'withheld').map(keyOf);
  const wanted = new Set(withheld);
  const meanings = Object.fromEntries(
    meaningTables.map((table) => [table, now.meanings[table].map(textOf)]),
  ) as unknown as Meanings;
  const descriptions = descriptionsIn(meanings, now.answers.filter(isOfEveryone).map(textOf));
  const last = new Map<string, OutgoingRow>();
  for (const release of told.filter((one) => stands(one, now, meanings))) {
    const then = descriptionsIn(release.meanings, release.answers);
    for (const row of [...release.figures, ...release.answers].filter(isTold))
      if (wanted.has(keyOf(row)) && thingsOf(row).every((thing) => meansTheSame(thing, then, descriptions)))
        last.set(keyOf(row), repeated(asFigure(row), release));
  }
  return withheld.map((figure) => last.get(figure)).filter((row) => row !== undefined);
}
