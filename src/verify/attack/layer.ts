import { explained, origins, people, rated, responses, type Asked } from './told.ts';

/** What is always so in one unit: a sum of columns, each times its factor, that is not below nought; often it is nought. */
export interface Rule {
  readonly columns: readonly string[];
  readonly factors: readonly number[];
  readonly always: 'nought' | 'not negative';
}

/** What is counted in every unit, what is always so between these counts, and which kinds of people may be few. */
export interface Layer {
  /** The question; `''` for the responses. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rules: readonly Rule[];
  /** If everybody is of a telling kind, that tells of each. */
  readonly kinds: readonly { readonly column: string; readonly telling: boolean }[];
}

/** The unfavourable answers together: where they are few, each of them is. */
const negative = '|negative';

/** Answers with sides have a sum that says as much as its parts. */
function withNegative(layer: Layer, parts: readonly string[]): Layer {
  const rule: Rule = {
    columns: [negative, ...parts],
    factors: [1, ...parts.map(() => -1)],
    always: 'nought',
  };
  return {
    ...layer,
    columns: [...layer.columns, negative],
    rules: [...layer.rules, rule],
    kinds: [...layer.kinds, { column: negative, telling: false }],
  };
}

function ofQuestion({ question, kind, answers, unfavourable }: Asked): Layer {
  const minus = (all: readonly string[]) => all.map(() => -1);
  const rules: readonly Rule[] =
    kind === 'multiple'
      ? [
          ...answers.map((answer): Rule => ({
            columns: [people, answer],
            factors: [1, -1],
            always: 'not negative',
          })),
          { columns: [...answers, people], factors: [...answers.map(() => 1), -1], always: 'not negative' },
        ]
      : [{ columns: [people, ...answers], factors: [1, ...minus(answers)], always: 'nought' }];
  // If all gave an unfavourable answer, each is known to have.
  const telling = answers.slice(answers.length - unfavourable);
  const layer: Layer = {
    name: question,
    columns: [people, ...answers],
    rules,
    kinds: answers.map((column) => ({ column, telling: telling.includes(column) })),
  };
  return telling.length > 0 ? withNegative(layer, telling) : layer;
}

const ofResponses: Layer = {
  name: responses,
  columns: [people, ...origins, explained, rated],
  rules: [
    { columns: [people, ...origins], factors: [1, -1, -1, -1, -1], always: 'nought' },
    { columns: [explained, 'active', 'prompted', 'default'], factors: [1, -1, -1, -1], always: 'nought' },
    { columns: ['active', 'prompted', rated], factors: [1, 1, -1], always: 'not negative' },
  ],
  kinds: origins.map((column) => ({ column, telling: false })),
};

/** The layers of a survey: its responses, then its questions. */
export function layersOf(asked: readonly Asked[]): readonly Layer[] {
  return [ofResponses, ...asked.map(ofQuestion)];
}
