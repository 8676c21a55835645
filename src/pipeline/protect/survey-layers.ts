import { ratingOrigins } from '../../model/record.ts';
import type { Question } from '../../model/settings.ts';
import { sideAt, sidesOf } from '../../model/sides.ts';
import type { CellIdentity, Layer } from './linked.ts';

/** The layer of the responses themselves, beside those of the questions. */
export const responseLayer = '';

const unstated = '';
const origins = [...ratingOrigins.map(({ code }) => code), unstated];
const transactions = ['known', 'unknown'] as const;

/** Names of columns: how responses came about, and what was answered. */
export const columnName = {
  response: (origin: string, known: string) => `${origin}|${known}`,
  notGiven: (answer: string) => `${answer}|not`,
  answered: '|answered',
  further: '|further',
};

/** The columns of the responses of people who could answer: a default rating is nobody's answer. */
export function peopleColumns(columns: readonly string[]): readonly number[] {
  return columns.flatMap((name, column) => (name.startsWith('default|') ? [] : [column]));
}

/** One layer with its columns and what is always so between them. */
export interface SurveyLayer {
  readonly layer: Layer;
  readonly columns: readonly string[];
  readonly identities: readonly CellIdentity[];
}

/** The responses by how they came about. */
function responsesLayer(): SurveyLayer {
  const all = origins.flatMap((origin) => transactions.map((known) => ({ origin, known })));
  const from = (...wanted: readonly string[]) =>
    all.flatMap(({ origin }, column) => (wanted.includes(origin) ? [column] : []));
  const rated = all.flatMap(({ origin, known }, column) =>
    known === 'known' && (origin === 'active' || origin === 'prompted') ? [column] : [],
  );
  const layer: Layer = {
    name: responseLayer,
    base: [...all.keys()],
    parts: [
      { name: 'active', columns: from('active') },
      { name: 'explained', columns: from('active', 'prompted', 'default') },
      { name: 'rated', columns: rated },
    ],
    kinds: origins.map((origin) => ({ columns: from(origin), telling: false })),
  };
  return {
    layer,
    columns: all.map(({ origin, known }) => columnName.response(origin, known)),
    identities: [],
  };
}

/** The answers to one question. Of several answers each is given or not, and whoever answers gives one at least. */
function questionLayer(question: Question): SurveyLayer {
  const { id, kind, choices } = question;
  const sides = sidesOf(question);
  const names = choices.map((choice) => choice.id);
  const parts = names.map((name, column) => ({ name, columns: [column] }));
  // If all gave an unfavourable answer, each is known to have.
  const kinds = parts.map(({ columns }, place) => ({
    columns,
    telling: sides !== null && sideAt(place, names.length, sides) === 'unfavourable',
  }));
  if (kind !== 'multiple')
    return { layer: { name: id, base: [...names.keys()], parts, kinds }, columns: names, identities: [] };
  const answered = 2 * names.length;
  const further = answered + 1;
  return {
    layer: { name: id, base: [answered], parts, kinds },
    columns: [...names, ...names.map(columnName.notGiven), columnName.answered, columnName.further],
    identities: [
      ...names.map((_, column) => ({
        columns: [column, column + names.length, answered],
        factors: [1, 1, -1],
      })),
      { columns: [...names.keys(), further, answered], factors: [...names.map(() => 1), -1, -1] },
    ],
  };
}

/** The layers of a survey: its responses, then its questions, those of free text left out. */
export function surveyLayers(questions: readonly Question[]): readonly SurveyLayer[] {
  return [responsesLayer(), ...questions.filter(({ kind }) => kind !== 'text').map(questionLayer)];
}
