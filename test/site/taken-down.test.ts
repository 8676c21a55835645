import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables } from './public-tables.ts';

/* Release 2 was taken down by release 3, which went back to release 1; release 4 brings again what of it still holds. */

let html = '';
let dataPage = '';

const change = (release: string, row: string, after: string, reason: string) => ({
  ...{ release, table: 'findings', row, column: 'severity' },
  ...{ before: after === 'minor' ? 'serious' : 'minor', after, reason },
});

const plain = (markup: string) => markup.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');

/** What stands in a row of the table of releases. */
const rowOf = (page: string, release: string) =>
  [...page.matchAll(/<tr[\s\S]*?<\/tr>/g)]
    .map(([row]) => plain(row).trim())
    .find((row) => row.startsWith(`Release ${release}`));

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    releases: ['1', '2', '3', '4'].map((release) => ({
      ...{ release, version: `1.${release}.0`, cutoff: `2026-0${release}-28` },
      ...{ published_on: `2026-0${release}-10`, rolled_back: release === '3' ? '1' : '' },
    })),
    release_changes: [
      change('2', 'F-2', 'serious', 'correction'),
      change('3', 'F-2', 'minor', 'put_back'),
      change('4', 'F-2', 'serious', 'correction'),
      change('4', 'F-4', 'serious', 'correction'),
    ],
  });
  const container = await AstroContainer.create();
  const { default: changes } = await import('../../src/site/pages/[...language]/changes/index.astro');
  html = await container.renderToString(changes, { props: { language: 'en' } });
  const { default: data } = await import('../../src/site/components/ReleaseTable.astro');
  dataPage = await container.renderToString(data, { props: { language: 'en' } });
});

describe('a release that was taken down', () => {
  const sentence = 'Taken down on 10 March 2026, by release 3.';

  it('is marked as such in the table of releases, and no other is', () => {
    for (const page of [html, dataPage]) {
      expect(rowOf(page, '2')).toContain(sentence);
      for (const release of ['1', '3', '4']) expect(rowOf(page, release)).not.toContain('Taken down');
    }
  });

  it('is marked in the folded list of what earlier releases changed, before it is opened', () => {
    const summaries = [...html.matchAll(/<summary>([\s\S]*?)<\/summary>/g)].map(([, one = '']) => plain(one));
    expect(summaries).toHaveLength(2);
    expect(summaries[0]).not.toContain('Taken down');
    expect(summaries[1]).toContain(`Release 2. 2026-02-10 ${sentence}`);
  });

  it('is said to be one in the feed, with itself and with all that it told', async () => {
    const { releaseEntries } = await import('../../src/site/feeds/release-entries.ts');
    const entries = releaseEntries('en');
    const of = (id: string) => entries.filter((entry) => entry.id.includes(id)).map(({ summary }) => summary);
    expect(entries.find(({ title }) => title.startsWith('Release 2 '))?.summary).toBe(sentence);
    expect(of('2:F-2')).toEqual([expect.stringContaining(`Release 2. ${sentence}`)]);
    expect(of('4:F-2')).toEqual([expect.not.stringContaining('Taken down')]);
  });
});

describe('what is told again after a way back', () => {
  const sentence =
    'Release 2 was taken down on 10 March 2026; what it had told, as far as it still holds, is told here again.';

  it('is said to be told again, with the release that told it first', () => {
    const newest = html.slice(html.indexOf('id="release-4"'), html.indexOf('id="earlier-changes"'));
    expect(plain(newest)).toContain(sentence);
    expect(plain(html).split(sentence)).toHaveLength(2);
  });

  it('is said in the feed with the release', async () => {
    const { releaseEntries } = await import('../../src/site/feeds/release-entries.ts');
    const entry = releaseEntries('en').find(({ title }) => title.startsWith('Release 4 '));
    expect(entry?.summary).toBe(sentence);
  });
});
