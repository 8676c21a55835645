import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { engineSettings } from '../../src/model/engine.ts';
import { layoutSettings } from '../../src/model/layout.ts';
import { programmeSettings } from '../../src/model/programme.ts';
import { eventKinds, questionKinds } from '../../src/model/record.ts';
import { rules } from '../../src/model/rule.ts';
import type { Words } from '../../src/model/words.ts';
import { chapters } from '../../src/site/handbook/chapters.ts';
import { piecesOf } from '../../src/site/handbook/pieces.ts';
import { allSettings } from '../../src/site/handbook/settings.ts';
import { commandsIn, faultOf } from './commands.ts';

const root = new URL('../../', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');

const blocks = chapters.flatMap((chapter) => chapter.blocks);
const sentences: readonly Words[] = [
  ...chapters.map(({ title }) => title),
  ...blocks.flatMap((block) => {
    if ('text' in block) return [block.text];
    if ('steps' in block) return block.steps;
    if ('points' in block) return block.points;
    return 'command' in block ? [block.does] : [];
  }),
];
const texts = sentences.flatMap(({ zh, en }) => [zh, en]);
const commands = blocks.flatMap((block) => ('command' in block ? [block.command] : []));
const codes = texts.flatMap((text) =>
  piecesOf(text).flatMap((piece) => ('code' in piece ? [piece.code] : [])),
);

const keys = new Set([
  ...Object.keys(programmeSettings.shape),
  ...Object.keys(rules),
  ...Object.keys(engineSettings.shape),
  ...engineSettings.shape.kind.options,
]);
const kinds = new Set(eventKinds.map(({ code }) => code as string));
const endings = new Set(['.xlsx', '.xlsb', '.xls', '.ods', '.zip', '.gz']);

/** Files and folders of a programme that a fresh one has not, or that a command makes. */
const madeLater = new Set([
  'counts/',
  'set-aside/',
  'sign-offs.csv',
  'proofs/',
  'releases/',
  'lookup/redactions.csv',
  'lookup/special_days.csv',
  'problems.html',
  '.cache',
]);
const isThere = (path: string) => madeLater.has(path) || existsSync(new URL(`data/${path}`, root));

/** Whether a line of settings is one that the program takes, in `programme.yaml` or in a layout. */
function isSetting(line: string): boolean {
  const given: unknown = parse(line);
  return (
    programmeSettings.partial().safeParse(given).success || layoutSettings.partial().safeParse(given).success
  );
}

/** What a piece of code in a sentence is; null where the program knows no such thing. */
function kindOf(code: string): string | null {
  if (code.startsWith('npm ')) return faultOf(code) === null ? 'command' : null;
  if (code.startsWith('zhaocha '))
    return faultOf(code.replace(/^zhaocha (\S+)/, 'npm run $1 --')) === null ? 'command' : null;
  if (/^--data (文件夹|FOLDER)$/.test(code)) return 'option';
  if (endings.has(code)) return 'ending';
  if (keys.has(code)) return 'setting';
  if (kinds.has(code)) return 'event';
  if (questionKinds.some((kind) => kind.code === code)) return 'kind of question';
  if (/^[a-z_]+: /.test(code)) return isSetting(code) ? 'setting' : null;
  return isThere(code) ? 'path' : null;
}

describe('the handbook', () => {
  it('names commands only that the program has, with options that it takes', () => {
    expect(commands.length).toBeGreaterThan(8);
    const written = [...commands, ...texts.flatMap(commandsIn)];
    expect(written.flatMap((line) => faultOf(line) ?? [])).toEqual([]);
  });

  it('puts nothing into code that the program does not know', () => {
    expect(codes.length).toBeGreaterThan(40);
    expect(codes.filter((code) => kindOf(code) === null)).toEqual([]);
  });

  it('refers to chapters that are there', () => {
    const ids = chapters.map(({ id }) => id);
    const named = texts.flatMap((text) =>
      piecesOf(text).flatMap((piece) => ('chapter' in piece ? [piece.chapter] : [])),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says the same in both languages: as many pieces of code and as many links', () => {
    const marks = (text: string) => piecesOf(text).filter((piece) => !('text' in piece)).length;
    const uneven = sentences.filter(({ zh, en }) => marks(zh) !== marks(en));
    expect(uneven).toEqual([]);
  });

  it('tells every setting, in both languages', () => {
    const settings = allSettings();
    expect(settings.map(({ name }) => name)).toEqual(Object.keys(programmeSettings.shape));
    for (const { name, meaning } of settings) {
      expect(meaning.zh, name).toMatch(/\p{Script=Han}/u);
      expect(meaning.en, name).toMatch(/^[^\p{Script=Han}]+$/u);
    }
  });

  it('notices what is not there', () => {
    expect(kindOf('npm run publish')).toBeNull();
    expect(kindOf('ranking: stars')).toBeNull();
    expect(kindOf('smallest_base')).toBeNull();
    expect(kindOf('uploads/')).toBeNull();
  });
});

it('every line of settings in the README is one that the program takes', () => {
  const lines = [...read('README.md').matchAll(/`([a-z_]+: [^`]+)`/g)].map(([, line = '']) => line);
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.filter((line) => !isSetting(line))).toEqual([]);
});
