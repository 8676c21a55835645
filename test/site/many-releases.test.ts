import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { beforeAll, expect, it } from 'vitest';
import { writeTables } from './public-tables.ts';

/* After many releases the page of changes opens with the latest; what earlier ones changed is folded away, each behind its number. */

let html = '';

beforeAll(async () => {
  process.env['ZHAOCHA_TABLES'] = writeTables({
    releases: ['1', '2', '3', '4'].map((release) => ({
      ...{ release, version: `1.${release}.0`, cutoff: `202${release}-09-30` },
      ...{ published_on: `202${release}-10-20`, rolled_back: release === '3' ? '1' : '' },
      ...(release === '3' ? { note_en: 'By mistake.' } : {}),
    })),
    release_changes: [
      ...['2', '3', '4'].map((release) => ({
        ...{ release, table: 'findings', row: `F-${release}`, column: 'severity' },
        ...{ before: 'minor', after: 'serious', reason: release === '3' ? 'put_back' : 'correction' },
      })),
      {
        ...{ release: '4', table: 'findings', row: 'F-9', column: 'status' },
        ...{ before: 'sent', after: 'withdrawn', reason: 'withdrawn' },
      },
    ],
  });
  const container = await AstroContainer.create();
  const { default: page } = await import('../../src/site/pages/[...language]/changes/index.astro');
  html = await container.renderToString(page, { props: { language: 'en' } });
});

it('tells what the latest release changed in sight, and what the earlier ones did folded away', () => {
  const folded = html
    .split('<details')
    .slice(1)
    .map((piece) => piece.split('</details>')[0] ?? '');
  const inSight = html.replaceAll(/<details[\s\S]*?<\/details>/g, '');
  expect(inSight).toMatch(/id="release-4"[\s\S]*F-4/);
  expect(inSight).not.toMatch(/F-2|F-3/);
  expect(folded.flatMap((piece) => /release-\d/.exec(piece)?.[0] ?? [])).toEqual(['release-3', 'release-2']);
  expect(folded.find((piece) => piece.includes('F-2'))?.replaceAll(/<[^>]+>/g, '')).toMatch(
    /Release\s+2\s*\.\s+2022-10-20/,
  );
});

it('tells what was taken back before what was put right', () => {
  expect(html).toMatch(/id="release-4"[\s\S]*F-9[\s\S]*F-4/);
});

it('says of a release that went back to which it did, and nothing of the steps that it undid', () => {
  const back = html.slice(html.indexOf('id="release-3"'), html.indexOf('id="release-2"'));
  expect(back.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ')).toContain(
    'Correction: back to the content of release 1. 1 difference from the release before',
  );
  expect(back).not.toContain('F-3');
});

it('says in the feed of a release that went back to which it did, before the note', async () => {
  const { releaseEntries } = await import('../../src/site/feeds/release-entries.ts');
  const entry = releaseEntries('en').find(({ title }) => title === 'Release 3 (1.3.0)');
  expect(entry?.summary).toBe('Correction: back to the content of release 1. By mistake.');
  const inChinese = releaseEntries('zh').map(({ summary }) => summary);
  expect(inChinese).toContainEqual(expect.stringMatching(/^更正：退回到第 1 期的内容。\S/));
});
