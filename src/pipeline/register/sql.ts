import { readFileSync } from 'node:fs';

/** The statements of one of this folder's SQL files, with its `{slots}` filled. */
export function statementsOf(name: string, slots: Readonly<Record<string, string>> = {}): string[] {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const filled = text.replaceAll(/\{(\w+)\}/g, (slot, key: string) => slots[key] ?? slot);
  return filled
    .replaceAll(/--[^\n]*/g, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
