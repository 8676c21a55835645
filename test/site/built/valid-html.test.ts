import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { readDownloads } from '../../browser/downloads.ts';
import { specimens } from '../../browser/page-kinds.ts';
import { fileOf } from '../../browser/site-files.ts';

const site = inject('site');
const facts = (await readDownloads(site)).get('programme') ?? [];
const languages = facts.find(({ field }) => field === 'languages')?.value?.split(' ') ?? [];
const pages = await specimens(site, languages);

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended'],
    rules: {
      // A table that becomes a list on a phone loses its roles with its display: they must be said.
      'no-redundant-role': 'off',
      // A title may hold a question as it was put to people.
      'long-title': 'off',
      // A statement of the method page is found under the name of its file.
      'valid-id': ['error', { relaxed: true }],
    },
  }),
);

test('a page of each kind, in each language, is valid HTML', async () => {
  const complaints: string[] = [];
  for (const { address } of pages) {
    const { results } = await validator.validateString(await readFile(join(site, fileOf(address)), 'utf8'));
    for (const { messages } of results)
      complaints.push(...messages.map((one) => `${address} at ${one.column}: ${one.ruleId}, ${one.message}`));
  }
  expect(complaints).toEqual([]);
});
