import { join } from 'node:path';
import { dropOf } from '../model/drop-order.ts';
import { describeFile, type Described } from '../pipeline/describe.ts';
import { dropNamed } from './drop-files.ts';

/** Answers to questions about a file, as fields of a form: `answer:ID`. */
const prefix = 'answer:';

/** What somebody has answered so far. */
export function answersIn(fields: URLSearchParams): Map<string, string> {
  return new Map(
    [...fields].flatMap(([field, value]): [string, string][] =>
      field.startsWith(prefix) && value.trim() !== '' ? [[field.slice(prefix.length), value.trim()]] : [],
    ),
  );
}

/** The field of a form in which a question is answered. */
export function answerField(id: string): string {
  return `${prefix}${id}`;
}

/** What a drop is, with the answers so far, and what is still asked; null where there is no such drop. */
export async function describeDrop(
  data: string,
  file: string,
  given: ReadonlyMap<string, string>,
): Promise<Described | null> {
  const name = await dropNamed(data, dropOf(file));
  return name === null
    ? null
    : await describeFile({ data, path: join(data, 'drops', name), forms: [], given });
}
