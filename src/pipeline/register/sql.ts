import { readFileSync } from 'node:fs';

/**
 * The statements of one of this folder's SQL files, with its `{slots}` filled. They are filled last: what stands in a
 * slot may hold what would end a statement or begin a comment.
 */
export function statementsOf(name: string, slots: Readonly<Record<string, string>> = {}): string[] {
  return readFileSync(new URL(name, import.meta.url), 'utf8')
    .replaceAll(/--[^\n]*/g, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
    .map((statement) => statement.replaceAll(/\{(\w+)\}/g, (slot, key: string) => slots[key] ?? slot));
}
