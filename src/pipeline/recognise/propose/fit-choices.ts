import type { Layout } from '../../../model/layout.ts';
import { plainText } from '../../../model/plain-text.ts';
import { formName } from './xlsform.ts';

type Choices = NonNullable<NonNullable<Layout['codebook']>[number]['choices']>;

/** Listed answers made to fit what stands in the data, and whether something stands there that is none of them. */
export interface FittedChoices {
  readonly choices: Choices;
  readonly hasOthers: boolean;
}

/**
 * Holds the answers of a form against the cells of its question. A cell that differs from an answer in signs only, as
 * `lower_juba` from `lower juba`, is noted as another way to write it.
 */
export function fitChoices(
  choices: Choices,
  cells: readonly string[],
  kind: 'single' | 'multiple',
): FittedChoices {
  const written = ({ id, name, is = [] }: Choices[number]) => [id, ...Object.values(name), ...is];
  const exact = new Set(choices.flatMap(written).map(plainText));
  const alike = new Map(
    choices.flatMap((choice) => written(choice).map((text) => [formName(text), choice.id] as const)),
  );
  const parts = cells.flatMap((cell) =>
    kind === 'single' || exact.has(plainText(cell)) ? [cell] : cell.split(' '),
  );
  const strange = [...new Set(parts.filter((part) => part !== '' && !exact.has(plainText(part))))];
  const spellings = Map.groupBy(strange, (part) => alike.get(formName(part)) ?? '');
  return {
    choices: choices.map((choice) => {
      const more = spellings.get(choice.id) ?? [];
      return more.length === 0 ? choice : { ...choice, is: [...(choice.is ?? []), ...more] };
    }),
    hasOthers: spellings.has(''),
  };
}
