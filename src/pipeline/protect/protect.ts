import { newBlock, type EarlierSurvey } from '../../model/earlier-survey.ts';
import type { Problem } from '../../model/problem.ts';
import {
  surveyFamilies,
  surveyTables,
  unitAt,
  unitKey,
  type SurveyTable,
  type SurveyUnit,
} from '../../model/survey-table.ts';
import type { ProtectedAnswers, ProtectedSurvey, Tallies } from '../../model/tally.ts';
import { cellsIn, toldBefore, type Changed } from './earlier.ts';
import { increments } from './increments.ts';
import { keptPairs } from './kept-pairs.ts';
import { knownSums } from './known-sums.ts';
import { cellCount, total, type Linked, type Unit } from './linked.ts';
import { toldByReleases, type ReleasedNumber } from './told.ts';
import { systemOf, type Context, type Known, type LinkedSystem } from './linked-system.ts';
import { knownElsewhere, meetingsOf } from './meetings.ts';
import { judge, type Thresholds } from './primary.ts';
import { proofOf, type FamilyProof } from './proof.ts';
import { sideOf } from './sides.ts';
import { openSolver, type Solve } from './solve.ts';
import { surveyCells, type SurveyCells, type SurveySettings } from './survey-cells.ts';
import { peopleColumns, responseLayer } from './survey-layers.ts';
import { withhold, type Withheld } from './withhold.ts';

/** What protection works on. */
export interface ProtectInput {
  readonly tallies: Pick<Tallies, 'responses' | 'answered' | 'answers'>;
  readonly settings: SurveySettings;
  readonly thresholds: Thresholds;
  readonly earlier: readonly EarlierSurvey[];
}

/** What may be shown, the proof that it gives nothing else away, and why it cannot be shown where it cannot. */
export interface Protection {
  readonly survey: ProtectedSurvey;
  /** Private. */
  readonly proof: readonly FamilyProof[];
  readonly problems: readonly Problem[];
}

/** One layer of a family, protected. */
interface Part {
  readonly cells: SurveyCells;
  readonly made: LinkedSystem;
  readonly withheld: Withheld;
  readonly changed: readonly Changed[];
}

/** The whole of a layer in every release counts as known: there the families meet, and none may move it. */
function wholes(cells: SurveyCells, thresholds: Thresholds): Known[] {
  if (cells.blocks.length < 2) return [];
  const all = [...Array(cellCount(cells.linked)).keys()];
  return knownSums(cells, all, judge(cells.linked, { cells: all }, thresholds));
}

/** What protection works on, with what earlier releases told, by layer. */
interface Work extends ProtectInput {
  readonly told: ReadonlyMap<string, readonly ReleasedNumber[]>;
  /** Cells of people whom another family counts, too. */
  readonly met: readonly (readonly number[])[];
}

function protectPart(
  counted: SurveyCells,
  { thresholds, earlier, told, met }: Work,
  context: Pick<Context, 'hidden' | 'most'>,
  solve: Solve,
): Part {
  const elsewhere = met.map((people) => knownElsewhere(counted, people, thresholds));
  const cells = { ...counted, sides: elsewhere.flatMap(({ sides }) => sides) };
  const { known, changed } = toldBefore(cells, told.get(cells.linked.layer.name) ?? []);
  const few = thresholds.smallest_published_base;
  const made = systemOf(cells.linked, thresholds, {
    ...context,
    known: [...known, ...wholes(cells, thresholds), ...elsewhere.flatMap((one) => one.known)],
    among: sideOf(cells),
    derived: increments(cells),
    kept: keptPairs(cells, earlier),
    isSettled: !cells.blocks.includes(newBlock),
    unsteady: changed.flatMap(({ now, value, at, columns }) =>
      Math.abs(now - value) < few ? [{ unit: at, columns }] : [],
    ),
  });
  return { cells, made, changed, withheld: withhold(made.system, made.primary, solve) };
}

const keyOf = ({ table, groups }: Unit) => [table, ...groups].join('\u001f');

/**
 * Protects one family. The responses come first: a unit whose number of responses is withheld gives nothing of any
 * question. Where that number stays, no question can have more answers than there are people who could have answered.
 * A question that few answered, of late or at all, out of hardly more people would be known too well from that: there the
 * unit is withheld.
 */
function protectFamily(layers: readonly SurveyCells[], input: Work, solve: Solve): Part[] {
  const [responses, ...questions] = layers;
  if (responses === undefined) return [];
  const { thresholds } = input;
  const { blocks } = responses;
  const smallest = thresholds.smallest_published_base;
  const people = (unit: Unit) => total(responses.linked, unit.cells, peopleColumns(responses.linked.columns));
  const isFew = (count: number) => count > 0 && count < smallest;
  const isCramped = (unit: Unit) =>
    questions.some(({ linked }) => {
      const answered = (cells: readonly number[]) => total(linked, cells, linked.layer.base);
      const added = blocks.map((block) => cellsIn(responses, unit.cells, block));
      const hasFew = [unit.cells, ...added].some((cells) => isFew(answered(cells)));
      return hasFew && people(unit) < answered(unit.cells) + smallest;
    });
  const first = protectPart(responses, input, { hidden: isCramped }, solve);
  const hidden = new Set(
    first.made.shown.flatMap(({ unit, base }) => (first.withheld.records.has(base) ? [keyOf(unit)] : [])),
  );
  const isHidden = (unit: Unit) => hidden.has(keyOf(unit));
  const most = (unit: Unit) => (isHidden(unit) ? null : people(unit));
  return [first, ...questions.map((cells) => protectPart(cells, input, { hidden: isHidden, most }, solve))];
}

function countsOf({ columns, layer, ...linked }: Linked, { cells }: Unit): ReadonlyMap<string, number> {
  const at = { columns, ...linked };
  return layer.name === responseLayer
    ? new Map(columns.map((name, column) => [name, total(at, cells, [column])]))
    : new Map(layer.parts.map((part) => [part.name, total(at, cells, part.columns)]));
}

function surveyOf(parts: readonly Part[], settings: SurveySettings): ProtectedSurvey {
  const found = new Map<
    string,
    { unit: SurveyUnit; table: SurveyTable; layers: Map<string, ProtectedAnswers> }
  >();
  for (const { cells, made, withheld } of parts)
    for (const { unit, verdict, base, parts: distribution } of made.shown) {
      if (!unit.named) continue;
      const table = cells.tables[unit.table] ?? [];
      const at = unitAt(table, unit.groups);
      const one = found.get(unitKey(at)) ?? { unit: at, table, layers: new Map<string, ProtectedAnswers>() };
      found.set(unitKey(at), one);
      one.layers.set(
        cells.linked.layer.name,
        withheld.records.has(base)
          ? { shown: 'nothing' }
          : withheld.records.has(distribution)
            ? { shown: 'base', base: verdict.base }
            : { shown: 'all', base: verdict.base, counts: countsOf(cells.linked, unit) },
      );
    }
  const order = surveyTables(settings.programme.survey_tables ?? []).map((table) => table.join());
  const all = [...found.values()].sort(
    (one, other) => order.indexOf(one.table.join()) - order.indexOf(other.table.join()),
  );
  const of = (layer: string) =>
    new Map(
      all.flatMap(({ unit, layers }) => {
        const answers = layers.get(layer);
        return answers === undefined ? [] : [[unitKey(unit), answers] as const];
      }),
    );
  const asked = settings.questions.filter(({ kind }) => kind !== 'text');
  return {
    units: all.map(({ unit }) => unit),
    answers: new Map(asked.map(({ id }) => [id, of(id)])),
    responses: of(responseLayer),
  };
}

/** More units than that are not named in a message. */
const mostNamed = 10;

/** Says what cannot be protected, and which tables to give up: the finest ones that share a dimension with it. */
function exposedProblems({ cells: { tables }, made, withheld }: Part): Problem[] {
  if (withheld.exposed.length === 0) return [];
  const names = new Set(withheld.exposed.map((target) => made.system.targets[target]?.name ?? ''));
  const own = withheld.exposed.map((target) => tables[made.doubts[target]?.unit.table ?? 0] ?? []);
  const fine = tables.filter(({ length }) => length > 1);
  const exposed = fine.filter((table) => own.includes(table));
  const beside = fine.filter((table) => own.flat().some((dimension) => table.includes(dimension)));
  const [given = []] = [exposed, beside, own].filter(({ length }) => length > 0);
  return [
    {
      code: 'cannot-protect',
      file: 'programme.yaml',
      value: [...names].slice(0, mostNamed).join('、'),
      detail: [...new Set(given.map((table) => table.join(' × ')))].join(', '),
    },
  ];
}

function changedProblems({ changed }: Part, corrected: readonly string[]): Problem[] {
  const first = changed[0];
  if (first === undefined || corrected.length > 0) return [];
  return [
    { code: 'closed-period-changed', file: 'drops', value: first.where, detail: String(first.release) },
  ];
}

/**
 * Withholds what could give a person away: survey counts of small units, and whatever would let them be had from all
 * that is published, in this release and those before. Findings are public row by row and pass unchanged. Fails closed:
 * what cannot be protected is a problem, and nothing is published.
 */
export async function protect(input: ProtectInput, solver?: Solve): Promise<Protection> {
  const { settings, tallies } = input;
  if (settings.questions.length === 0)
    return { survey: { units: [], answers: new Map(), responses: new Map() }, proof: [], problems: [] };
  const solve = solver ?? (await openSolver());
  const there = new Set(tallies.responses.map((row) => String(row['block'])));
  const releases = input.earlier.map(({ release }) => String(release));
  const blocks = [...releases, newBlock].filter((block) => there.has(block));
  const told = Map.groupBy(toldByReleases(input.earlier, settings.questions), ({ layer }) => layer);
  const families = surveyFamilies(settings.programme.survey_tables ?? []).map((family) =>
    surveyCells(family, tallies, settings, blocks),
  );
  const meetings = meetingsOf(families);
  const parts = families.flatMap((layers, at) =>
    protectFamily(layers, { ...input, told, met: meetings[at] ?? [] }, solve),
  );
  const corrected = settings.programme.survey_corrections ?? [];
  return {
    survey: surveyOf(parts, settings),
    proof: parts.map(({ cells, withheld }) => proofOf(cells, withheld.certificates)),
    problems: [
      ...parts.flatMap(exposedProblems),
      ...parts.flatMap((part) => changedProblems(part, corrected)).slice(0, 1),
    ],
  };
}
