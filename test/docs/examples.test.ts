import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);

interface Example {
  readonly expression: string;
  readonly expected: string;
}

interface DocumentedExport {
  readonly name: string;
  readonly docstring: string;
}

/** Every `export function` of a source text with the docstring right above it. */
function documentedExports(source: string): readonly DocumentedExport[] {
  const pattern = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/)?\s*\nexport (?:async )?function (\w+)/g;
  return [...`\n${source}`.matchAll(pattern)].map((match) => ({
    name: match[2] ?? '',
    docstring: match[1] ?? '',
  }));
}

/** The text of the `@example` parts of a source, without the comment's stars. */
function exampleTexts(source: string): readonly string[] {
  const comments = source.match(/\/\*\*(?:(?!\*\/)[\s\S])*\*\//g) ?? [];
  return comments.flatMap((comment) => {
    const lines = comment.split('\n').map((line) => line.replace(/^\s*(\/\*\*|\*\/|\*)? ?/, ''));
    const start = lines.findIndex((line) => line.startsWith('@example'));
    if (start === -1) return [];
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => line.startsWith('@'));
    return [rest.slice(0, end === -1 ? undefined : end).join('\n')];
  });
}

/** One example a line; the result is a JavaScript literal or `throws` and the message. A line without `// =>` is set-up for the next line that has one. */
function examplesOf(text: string): readonly Example[] {
  let setUp = '';
  const examples: Example[] = [];
  for (const line of text.split('\n').map((candidate) => candidate.trim())) {
    const [code = '', expected] = line.split(/\/\/ =>/);
    if (expected === undefined) setUp += `${line}\n`;
    else
      examples.push({
        expression: `${setUp}return (${code.trim().replace(/;$/, '')});`,
        expected: expected.trim(),
      });
  }
  return examples;
}

/** Half a unit of the last decimal shown; a number shown without decimals is exact. */
function toleranceOf(shown: string): number {
  const [mantissa = '', exponent = '0'] = shown.toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length;
  const unit = 10 ** (Number(exponent) - (decimals ?? 0));
  if (decimals !== undefined) return 0.500001 * unit;
  return exponent === '0' ? 1e-12 * Math.max(1, Math.abs(Number(shown))) : 0.500001 * unit;
}

/** Puts the shown value in place of each number that agrees with it to the digits shown. */
function agree(actual: unknown, shown: unknown, text: string): unknown {
  if (typeof actual === 'number' && typeof shown === 'number') {
    const digits = text.match(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi)?.find((digit) => Number(digit) === shown);
    const tolerance = toleranceOf(digits ?? String(shown));
    return Math.abs(actual - shown) <= tolerance + 4e-16 * Math.abs(shown) ? shown : actual;
  }
  if (Array.isArray(actual) && Array.isArray(shown)) {
    return actual.map((value, position) => agree(value, shown[position], text));
  }
  if (isRecord(actual) && isRecord(shown)) {
    return Object.fromEntries(
      Object.entries(actual).map(([key, value]) => [key, agree(value, shown[key], text)]),
    );
  }
  return actual;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function run(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  const plain = stripTypeScriptTypes(`function example() { ${expression} }`);
  const body = new Function(...Object.keys(scope), `${plain} return example();`);
  return body(...Object.values(scope));
}

function check(example: Example, scope: Readonly<Record<string, unknown>>): void {
  if (example.expected.startsWith('throws')) {
    const message = example.expected.replace(/^throws\s*/, '');
    let caught: unknown;
    try {
      run(example.expression, scope);
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(Error);
    expect((caught as Error).message).toBe(message);
    return;
  }
  const shown = run(`return (${example.expected});`, {});
  expect(agree(run(example.expression, scope), shown, example.expected)).toEqual(shown);
}

async function importAll(files: readonly string[]): Promise<Record<string, unknown>> {
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(file).href)));
  return Object.assign({}, ...modules);
}

const path = (pattern: string) => globSync(pattern, { cwd: root }).sort();
const statistics = path('src/statistics/*.ts');
const others = path('src/**/*.ts').filter((file) => !statistics.includes(file));
const read = (file: string) => readFileSync(new URL(file, root), 'utf8');
const withExamples = [...statistics, ...others].filter((file) => exampleTexts(read(file)).length > 0);

describe.each(withExamples)('the examples in %s give what they say', async (file) => {
  const absolute = (name: string) => new URL(name, root).pathname;
  const examples = exampleTexts(read(file)).flatMap(examplesOf);
  // Within the statistics folder an example may feed one method with the result of another.
  const names = statistics.includes(file) ? [...statistics, file] : [file];
  const scope = await importAll(names.map(absolute));
  test.each(examples)('$expression => $expected', (example) => check(example, scope));
});

describe('every exported function of src/statistics', () => {
  const functions = statistics.flatMap((file) => documentedExports(read(file)));

  test.each(functions)('$name has an example with a result', ({ docstring }) => {
    expect(exampleTexts(docstring).flatMap(examplesOf).length).toBeGreaterThan(0);
  });

  test.each(functions)('$name has the five parts of a docstring', ({ docstring }) => {
    expect(docstring).toMatch(/\* Question: /);
    expect(docstring).toMatch(/\* Method: /);
    expect(docstring).toMatch(/\* Edges: /);
    expect(docstring).toMatch(/\* @example/);
  });

  test.each(statistics)('%s exports by name, by declaration and not by default', (file) => {
    expect(read(file)).not.toMatch(/^export (default|\{|\*|const \w+ = (async )?\()/m);
  });
});
