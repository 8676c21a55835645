import { newBlock } from '../../model/earlier-survey.ts';
import type { ValueRow } from '../../model/query.ts';
import { channels, respondentKinds } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';
import {
  surveyDimensions,
  surveyTables,
  type SurveyDimension,
  type SurveyTable,
} from '../../model/survey-table.ts';
import type { Tallies } from '../../model/tally.ts';
import type { Dimension, Level, LevelPath, Linked } from './linked.ts';
import { columnName, responseLayer, surveyLayers } from './survey-layers.ts';

/** What the cells of the survey depend on besides the counts. */
export interface SurveySettings extends Pick<Settings, 'questions' | 'lookups'> {
  readonly programme: Pick<Settings['programme'], 'survey_tables' | 'survey_corrections'>;
}

/** One layer of a family of survey tables, with its cells. */
export interface SurveyCells {
  readonly linked: Linked;
  /** For every table of the family, its dimensions. */
  readonly tables: readonly SurveyTable[];
  /** The releases whose new periods the cells tell apart, in their order. */
  readonly blocks: readonly string[];
  /** Which dimension of the cells is time. */
  readonly time: number;
  /** Cells whose people a reader can count as a whole: those whom another family counts, too, and all others. */
  readonly sides: readonly (readonly number[])[];
}

const columnOf: Readonly<Record<SurveyDimension, string>> = {
  department: 'department_id',
  service: 'service_id',
  hall: 'hall_id',
  channel: 'channel',
  respondent: 'respondent',
  period: 'period',
};

const text = (row: ValueRow, column: string) => String(row[column] ?? '');

/** The rows that a tally counted for one family: those that leave out the other dimensions. */
function rowsOf(rows: readonly ValueRow[], family: SurveyTable): readonly ValueRow[] {
  const leftOut = surveyDimensions.reduce(
    (mask, dimension) => mask * 2 + (family.includes(dimension) ? 0 : 1),
    0,
  );
  return rows.filter((row) => Number(row['left_out']) === leftOut);
}

/** Joins what belongs together in one leaf; no id holds it. */
export const seam = '\u001f';

function level(name: string, groupOf: readonly string[], unnamed: Iterable<string>): Level {
  return { name, groupOf, unnamed: new Set(unnamed) };
}

interface Axis {
  readonly dimension: Dimension;
  readonly leafOf: (row: ValueRow) => string;
}

function plainAxis(dimension: SurveyDimension, ids: readonly string[]): Axis {
  const leaves = [...ids, ''];
  return {
    dimension: { leaves, levels: [level(dimension, leaves, [''])] },
    leafOf: (row) => text(row, columnOf[dimension]),
  };
}

/** Departments and their services: a service's people are its department's people, and everybody knows it. */
function placeAxis(settings: SurveySettings, rows: readonly ValueRow[]): Axis {
  const { departments, services } = settings.lookups;
  const leafOf = (row: ValueRow) => `${text(row, 'department_id')}${seam}${text(row, 'service_id')}`;
  const leaves = [
    ...new Set([
      ...departments.map(({ id }) => `${id}${seam}`),
      ...services.map(({ id, cells }) => `${cells['department'] ?? ''}${seam}${id}`),
      ...rows.map(leafOf),
    ]),
  ].sort();
  const parts = leaves.map((leaf) => leaf.split(seam));
  const groups = parts.map(([department = '', service = '']) =>
    service === '' ? `${seam}${department}` : service,
  );
  return {
    dimension: {
      leaves,
      levels: [
        level(
          'department',
          parts.map(([department = '']) => department),
          [''],
        ),
        level(
          'service',
          groups,
          groups.filter((group) => group.startsWith(seam)),
        ),
      ],
    },
    leafOf,
  };
}

/** Time: the closed periods where a table tells them apart, and the releases with which they came. */
function timeAxis(byPeriod: boolean, rows: readonly ValueRow[], blocks: readonly string[]): Axis {
  const leafOf = (row: ValueRow) => `${byPeriod ? text(row, 'period') : ''}${seam}${text(row, 'block')}`;
  const none = blocks.length > 0 ? blocks : [newBlock];
  const leaves = [...new Set([...rows.map(leafOf), ...none.map((block) => `${seam}${block}`)])].sort();
  const parts = leaves.map((leaf) => leaf.split(seam));
  return {
    dimension: {
      leaves,
      levels: [
        level(
          'period',
          parts.map(([period = '']) => period),
          [''],
        ),
        level(
          'block',
          parts.map(([, block = '']) => block),
          [],
        ),
      ],
    },
    leafOf,
  };
}

/** Where the counts of a family go: its directions, and the cell of a row. */
interface Frame {
  readonly dimensions: readonly Dimension[];
  readonly size: number;
  readonly cellOf: (row: ValueRow) => number;
  readonly names: readonly string[];
}

function frameOf(
  family: SurveyTable,
  responses: readonly ValueRow[],
  settings: SurveySettings,
  blocks: readonly string[],
): Frame {
  const ids = {
    hall: settings.lookups.halls.map(({ id }) => id),
    channel: channels.map(({ code }) => code),
    respondent: respondentKinds.map(({ code }) => code),
  } as const;
  const axes = new Map<string, Axis>();
  if (family.includes('department')) axes.set('department', placeAxis(settings, responses));
  for (const dimension of ['hall', 'channel', 'respondent'] as const)
    if (family.includes(dimension)) axes.set(dimension, plainAxis(dimension, ids[dimension]));
  axes.set('period', timeAxis(family.includes('period'), responses, blocks));
  const all = [...axes.values()].map((axis) => ({
    ...axis,
    at: new Map(axis.dimension.leaves.map((leaf, place) => [leaf, place])),
  }));
  return {
    dimensions: all.map(({ dimension }) => dimension),
    size: all.reduce((product, { at }) => product * at.size, 1),
    cellOf: (row) =>
      all.reduce((place, { at, leafOf }) => place * at.size + (at.get(leafOf(row)) ?? Number.NaN), 0),
    names: [...axes.keys()],
  };
}

/** Puts the counts of the tallies into the cells of a family: one set of cells a layer, the responses first. */
export function surveyCells(
  family: SurveyTable,
  tallies: Pick<Tallies, 'responses' | 'answered' | 'answers'>,
  settings: SurveySettings,
  blocks: readonly string[],
): readonly SurveyCells[] {
  const responses = rowsOf(tallies.responses, family);
  const byQuestion = (rows: readonly ValueRow[]) =>
    Map.groupBy(rowsOf(rows, family), (row) => text(row, 'question_id'));
  const answered = byQuestion(tallies.answered);
  const answers = byQuestion(tallies.answers);
  const frame = frameOf(family, responses, settings, blocks);
  const tables = surveyTables(settings.programme.survey_tables ?? []).filter((table) =>
    table.every((dimension) => family.includes(dimension)),
  );
  const axisOf = (dimension: SurveyDimension) =>
    frame.names.indexOf(dimension === 'service' ? 'department' : dimension);
  const paths = tables.map((table): LevelPath =>
    table.map((dimension) => ({ dimension: axisOf(dimension), level: dimension })),
  );
  return surveyLayers(settings.questions).map(({ layer, columns, identities }): SurveyCells => {
    const counts = new Int32Array(frame.size * columns.length);
    const add = (row: ValueRow, name: string, people: number) => {
      const at = frame.cellOf(row) * columns.length + columns.indexOf(name);
      if (!columns.includes(name) || Number.isNaN(at)) throw new Error(`protect has no place for ${name}`);
      counts[at] = (counts[at] ?? 0) + people;
    };
    if (layer.name === responseLayer)
      for (const row of responses)
        add(
          row,
          columnName.response(text(row, 'origin'), text(row, 'transactions')),
          Number(row['responses']),
        );
    for (const row of answered.get(layer.name) ?? []) add(row, columnName.answered, Number(row['people']));
    for (const row of answers.get(layer.name) ?? []) add(row, text(row, 'answer_id'), Number(row['answers']));
    fillRest(counts, { columns, identities });
    return {
      linked: {
        name: family.join(' × '),
        dimensions: frame.dimensions,
        columns,
        counts,
        layer,
        identities,
        tables: paths,
      },
      tables,
      blocks: blocks.length > 0 ? blocks : [newBlock],
      time: frame.names.indexOf('period'),
      sides: [],
    };
  });
}

/** Works out the columns that no tally counts, each from its identity: who did not give an answer, who gave further ones. */
function fillRest(counts: Int32Array, { columns, identities }: Pick<Linked, 'columns' | 'identities'>): void {
  const width = columns.length;
  for (let cell = 0; cell < counts.length / width; cell += 1)
    for (const { columns: all, factors } of identities) {
      const place = all.length - 2;
      const sum = all.reduce(
        (total, column, at) =>
          total + (counts[cell * width + column] ?? 0) * (at === place ? 0 : (factors[at] ?? 0)),
        0,
      );
      const rest = -sum / (factors[place] ?? 1);
      if (rest < 0) throw new Error('protect was given more answers than people');
      counts[cell * width + (all[place] ?? 0)] = rest;
    }
}
