import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/*
 * The house: which folder may import which. The table is the one in README.md; whoever wants an arrow that is not in
 * it changes the table first.
 */

const root = resolve(import.meta.dirname, '..');

/** The rooms, and the rooms that each may import from, besides itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/model': [],
  'src/statistics': [],
  'src/pipeline/configure': ['src/model', 'src/statistics'],
  'src/pipeline/read': ['src/model', 'src/statistics'],
  'src/pipeline/recognise': ['src/model', 'src/statistics'],
  'src/pipeline/check': ['src/model', 'src/statistics'],
  'src/pipeline/register': ['src/model', 'src/statistics'],
  'src/pipeline/tally': ['src/model', 'src/statistics'],
  'src/pipeline/engines': ['src/model', 'src/statistics'],
  'src/pipeline/protect': ['src/model', 'src/statistics'],
  'src/pipeline/summarise': ['src/model', 'src/statistics'],
  'src/pipeline/publish': ['src/model', 'src/statistics'],
  'src/pipeline/files': [],
  'src/pipeline/programme-key.ts': [],
  'src/pipeline/take': [
    'src/model',
    'src/pipeline/files',
    'src/pipeline/programme-key.ts',
    'src/pipeline/read',
    'src/pipeline/recognise',
    'src/pipeline/check',
    'src/pipeline/register',
  ],
  'src/pipeline/take/show-rows.ts': [
    'src/model',
    'src/pipeline/read',
    'src/pipeline/recognise',
    'src/pipeline/check',
  ],
  'src/pipeline/take/open-drops.ts': ['src/model'],
  'src/pipeline/releases': ['src/model', 'src/statistics', 'src/pipeline/files'],
  'src/pipeline/recall-protection.ts': [
    'src/pipeline/files',
    'src/pipeline/programme-key.ts',
    'src/pipeline/protect',
  ],
  'src/pipeline/read-table.ts': ['src/pipeline/configure', 'src/pipeline/read'],
  'src/pipeline/read-texts.ts': ['src/pipeline/configure', 'src/pipeline/check'],
  'src/pipeline/count-where.ts': [
    'src/model',
    'src/pipeline/engines',
    'src/pipeline/register',
    'src/pipeline/tally',
  ],
  'src/pipeline/run.ts': [
    'src/model',
    'src/pipeline/configure',
    'src/pipeline/read-table.ts',
    'src/pipeline/read-texts.ts',
    'src/pipeline/take',
    'src/pipeline/take/open-drops.ts',
    'src/pipeline/register',
    'src/pipeline/count-where.ts',
    'src/pipeline/tally',
    'src/pipeline/engines',
    'src/pipeline/protect',
    'src/pipeline/summarise',
    'src/pipeline/publish',
    'src/pipeline/releases',
    'src/pipeline/recall-protection.ts',
    'src/pipeline/programme-key.ts',
  ],
  'src/pipeline/what-changes': ['src/model', 'src/pipeline/register', 'src/pipeline/releases'],
  'src/pipeline/new-programme': ['src/model'],
  'src/pipeline/rehearse.ts': ['src/model', 'src/pipeline/run.ts', 'src/pipeline/what-changes'],
  'src/pipeline/describe.ts': [
    'src/model',
    'src/pipeline/configure',
    'src/pipeline/read',
    'src/pipeline/recognise',
    'src/pipeline/read-table.ts',
  ],
  'src/pipeline/keep-layout.ts': [],
  'src/pipeline/accept.ts': ['src/model'],
  'src/pipeline/every-problem.ts': ['src/model'],
  'src/pipeline/last-site': ['src/model', 'src/pipeline/files'],
  'src/pipeline/package': ['src/model', 'src/statistics', 'src/pipeline/files', 'src/pipeline/last-site'],
  'src/pipeline/apart': [
    'src/pipeline/files',
    'src/pipeline/package',
    'src/pipeline/releases',
    'src/pipeline/run.ts',
  ],
  'src/pipeline/pages': ['src/model', 'src/pipeline/files', 'src/pipeline/last-site', 'src/pipeline/apart'],
  'src/pipeline/prove': [
    'src/model',
    'src/pipeline/files',
    'src/pipeline/protect',
    'src/pipeline/apart',
    'src/verify',
  ],
  'src/pipeline/place': ['src/pipeline/releases'],
  'src/pipeline/build.ts': [
    'src/pipeline/files',
    'src/pipeline/place',
    'src/pipeline/releases',
    'src/pipeline/run.ts',
    'src/pipeline/apart',
    'src/pipeline/last-site',
    'src/pipeline/pages',
    'src/pipeline/prove',
  ],
  'src/pipeline/machine-failure.ts': ['src/model'],
  'src/pipeline/refused-release.ts': ['src/model'],
  'src/pipeline/refuse-note.ts': ['src/model', 'src/pipeline/check', 'src/pipeline/refused-release.ts'],
  'src/pipeline/count-again.ts': ['src/pipeline/refused-release.ts', 'src/verify'],
  'src/pipeline/failure-words.ts': [
    'src/pipeline/machine-failure.ts',
    'src/pipeline/place',
    'src/pipeline/refused-release.ts',
  ],
  'src/pipeline/commit-of.ts': [],
  'src/pipeline/sign-off.ts': [],
  'src/pipeline/record-release.ts': [
    'src/pipeline/files',
    'src/pipeline/refuse-note.ts',
    'src/pipeline/refused-release.ts',
    'src/pipeline/place',
    'src/model',
    'src/pipeline/run.ts',
    'src/pipeline/apart',
    'src/pipeline/package',
    'src/pipeline/protect',
    'src/pipeline/releases',
  ],
  'src/pipeline/release.ts': [
    'src/pipeline/last-site',
    'src/pipeline/configure',
    'src/pipeline/count-again.ts',
    'src/model',
    'src/pipeline/read-table.ts',
    'src/pipeline/run.ts',
    'src/pipeline/apart',
    'src/pipeline/record-release.ts',
    'src/pipeline/refused-release.ts',
    'src/pipeline/build.ts',
    'src/pipeline/publish',
    'src/pipeline/releases',
  ],
  'src/verify': ['src/model', 'src/statistics'],
  'src/site': ['src/model', 'src/statistics', 'src/site/headers.ts'],
  'src/site/headers.ts': ['src/model'],
  'src/region': [
    'src/pipeline/files',
    'src/model',
    'src/statistics',
    'src/verify',
    'src/site',
    'src/site/headers.ts',
    'src/pipeline/package',
    'src/pipeline/place',
    'src/pipeline/publish',
  ],
  'src/desk': [
    'src/model',
    'src/site/headers.ts',
    'src/pipeline/run.ts',
    'src/pipeline/apart',
    'src/pipeline/rehearse.ts',
    'src/pipeline/take/show-rows.ts',
    'src/pipeline/take/open-drops.ts',
    'src/pipeline/describe.ts',
    'src/pipeline/keep-layout.ts',
    'src/pipeline/accept.ts',
    'src/pipeline/every-problem.ts',
    'src/pipeline/programme-key.ts',
    'src/pipeline/build.ts',
    'src/pipeline/release.ts',
    'src/pipeline/count-again.ts',
    'src/pipeline/releases',
    'src/pipeline/sign-off.ts',
    'src/pipeline/commit-of.ts',
    'src/pipeline/failure-words.ts',
  ],
  'scripts/engines': [],
  'scripts/bench': [
    'src/model',
    'src/pipeline/pages',
    'src/pipeline/configure',
    'src/pipeline/register',
    'src/pipeline/tally',
    'src/pipeline/engines',
    'scripts/engines',
    'src/pipeline/read-table.ts',
    'src/pipeline/run.ts',
    'src/pipeline/package',
    'src/pipeline/protect',
    'src/pipeline/read',
    'src/pipeline/recognise',
    'src/pipeline/check',
    'src/site',
    'scripts',
  ],
  scripts: [
    'scripts/bench',
    'src/model',
    'src/pipeline/read-table.ts',
    'src/pipeline/run.ts',
    'src/pipeline/accept.ts',
    'src/pipeline/every-problem.ts',
    'src/pipeline/keep-layout.ts',
    'src/pipeline/failure-words.ts',
    'src/pipeline/machine-failure.ts',
    'src/pipeline/commit-of.ts',
    'src/pipeline/sign-off.ts',
    'src/desk',
    'src/pipeline/describe.ts',
    'src/pipeline/new-programme',
    'src/pipeline/rehearse.ts',
    'src/pipeline/take/show-rows.ts',
    'src/pipeline/build.ts',
    'src/pipeline/record-release.ts',
    'src/pipeline/release.ts',
    'src/pipeline/count-again.ts',
    'src/verify',
    'src/region',
  ],
};

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|mts|mjs|astro)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}

const importForms = [
  /(?:import|export)\s[^'"`;]*?\sfrom\s*['"]([^'"]+)['"]/g,
  /import\s*['"]([^'"]+)['"]/g,
  /import\(\s*['"]([^'"]+)['"]\s*\)/g,
  /new URL\(\s*['"](\.[^'"]+\.(?:ts|mjs|astro))['"]/g,
];

/** What a file imports, as it is written. */
function importsOf(text: string): string[] {
  return importForms.flatMap((form) => [...text.matchAll(form)].map((match) => match[1] ?? ''));
}

function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

/** What is wrong with the imports of a file, if anything. */
function leaks(file: string, text: string): string[] {
  const room = roomOf(file);
  if (room === undefined) return [`${file} stands in no room of the house`];
  return importsOf(text).flatMap((specifier) => {
    if (/^(src|scripts|test)\//.test(specifier) || specifier.startsWith('/'))
      return [`${file} imports ${specifier}: write a relative path`];
    if (!specifier.startsWith('.')) return [];
    const target = relative(root, resolve(root, dirname(file), specifier)).replaceAll(sep, '/');
    const there = roomOf(target);
    if (there === undefined)
      return /\.(css|json|sql)$/.test(target) ? [] : [`${file} imports ${target}, outside the house`];
    return there === room || rooms[room]?.includes(there) ? [] : [`${file} may not import ${target}`];
  });
}

describe('the house', () => {
  it('lets every file import only from the rooms that its own may use', () => {
    const files = [...filesIn('src'), ...filesIn('scripts')];
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => leaks(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });

  it('speaks of no margin of error in any source: respondents chose to answer', () => {
    const sources = [...filesIn('src'), ...filesIn('scripts')];
    const claiming = sources.filter((file) =>
      /margins?\s+of\s+(?:sampling\s+)?error|误差幅度|误差范围/i.test(readFileSync(join(root, file), 'utf8')),
    );
    expect(claiming).toEqual([]);
  });

  it.each([
    [
      'a stage that imports another stage',
      'src/pipeline/check/x.ts',
      `import { read } from '../read/read.ts';`,
    ],
    [
      'a page that imports the pipeline',
      'src/site/pages/x.astro',
      `---\nimport { run } from '../../pipeline/run.ts';\n---`,
    ],
    [
      'a model that imports statistics',
      'src/model/x.ts',
      `import { mean } from '../statistics/mean-interval.ts';`,
    ],
    [
      'statistics that import the model',
      'src/statistics/x.ts',
      `export type { Words } from '../model/words.ts';`,
    ],
    ['a dynamic import', 'src/site/x.ts', `const x = await import('../pipeline/run.ts');`],
    ['an import for its effect', 'src/model/x.ts', `import '../pipeline/run.ts';`],
    ['a test fixture in the product', 'src/model/x.ts', `import { x } from '../../test/x.ts';`],
    [
      'a script that reaches into a stage',
      'scripts/x.ts',
      `import { read } from '../src/pipeline/read/read.ts';`,
    ],
    ['an import of many lines', 'src/statistics/x.ts', `import {\n  a,\n  b,\n} from '../model/words.ts';`],
  ])('notices %s', (_, file, text) => {
    expect(leaks(file, text)).toHaveLength(1);
  });

  it('has no room for odds and ends', () => {
    const grabBags = [...filesIn('src'), ...filesIn('scripts'), ...filesIn('test')].filter((file) =>
      /(^|\/)(utils?|helpers?|common|lib|misc)(\/|\.)/.test(file),
    );
    expect(grabBags).toEqual([]);
  });
});
