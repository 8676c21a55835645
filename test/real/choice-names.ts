import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { layoutSettings } from '../../src/model/layout.ts';

/** The words of all answers of a layout's codebook, by `question.answer`. */
export function choiceNames(programme: string, layout: string): Map<string, string> {
  const path = resolve(import.meta.dirname, '../programmes', programme, 'layouts', `${layout}.yaml`);
  const { codebook = [], scales = {} } = layoutSettings.parse(parse(readFileSync(path, 'utf8')));
  return new Map(
    codebook.flatMap(({ id, choices, scale = '' }) =>
      (choices ?? scales[scale] ?? []).map(
        (choice) => [`${id}.${choice.id}`, Object.values(choice.name)[0] ?? ''] as const,
      ),
    ),
  );
}
