import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { releaseBefore } from '../pipeline/release.ts';
import { dropNames } from '../pipeline/take/open-drops.ts';
import { readSignOffs } from '../pipeline/sign-off.ts';
import type { Places } from './answer.ts';
import { compareTexts } from './compare-texts.ts';
import { publishedDrops, releasesOf, type Desk } from './desk.ts';
import { filesOn } from './drop-files.ts';
import { dropViews } from './drop-view.ts';
import { answersIn, describeDrop } from './layout-questions.ts';
import { linesOf } from './page-text.ts';
import type { PageToRender } from './render-page.ts';
import type { View } from './view.ts';

type Shows = (
  desk: Desk,
  view: View,
  fields: URLSearchParams,
  places: Places,
) => Promise<PageToRender | null>;

const files: Shows = async (desk, view) => {
  const { data } = desk.options;
  const names = await dropNames(data);
  const drops = dropViews(names, desk.checked?.outcome ?? null, await publishedDrops(desk));
  const [waiting, aside] = await Promise.all([filesOn(data, 'waiting'), filesOn(data, 'aside')]);
  return { page: 'files', props: { view, drops, waiting, aside: aside.toReversed() } };
};

const problems: Shows = async ({ checked }, view) => ({ page: 'problems', props: { view, checked } });

const changes: Shows = async ({ checked }, view) => ({ page: 'changes', props: { view, checked } });

const layout: Shows = async ({ options }, view, fields) => {
  const file = fields.get('file') ?? '';
  const given = answersIn(fields);
  const described = await describeDrop(options.data, file, given);
  return described === null ? null : { page: 'layout', props: { view, file, given, described } };
};

const preview: Shows = async ({ previewed }, view, _, { made }) => ({
  page: 'preview',
  props: { view, previewed, origin: made },
});

/** The file of a page in a site. */
function fileAt(site: string, address: string): string {
  return join(site, address.endsWith('/') ? `${address}index.html` : address);
}

const page: Shows = async ({ options, previewed, previewSite }, view, fields, { live, made }) => {
  // Only what the comparison has named is opened: an address is no path that anybody may choose.
  const change = previewed?.changes.find(({ address }) => address === fields.get('address'));
  if (change === undefined) return null;
  const { address, title, is } = change;
  const linesIn = async (site: string) => {
    const file = fileAt(site, address);
    return existsSync(file) ? linesOf(await readFile(file, 'utf8')) : [];
  };
  const [before, after] = await Promise.all([linesIn(options.out), linesIn(previewSite)]);
  return {
    page: 'page',
    props: {
      view,
      address,
      title: title || address,
      passages: compareTexts(before, after, view.language),
      live: is === 'new' ? null : live + encodeURI(address),
      made: is === 'gone' ? null : made + encodeURI(address),
    },
  };
};

const release: Shows = async (desk, view) => {
  const { releases } = await releasesOf(desk);
  const back = releaseBefore(releases);
  return {
    page: 'release',
    props: {
      view,
      languages: desk.settings?.programme.languages ?? [],
      records: releases.map(({ record }) => record).toReversed(),
      signOffs: await readSignOffs(desk.options.data),
      before: back?.record.release ?? null,
      out: desk.options.out,
    },
  };
};

const pages: Readonly<Record<string, Shows>> = {
  '/': files,
  '/problems': problems,
  '/changes': changes,
  '/layout': layout,
  '/preview': preview,
  '/preview/page': page,
  '/release': release,
};

/** The page of an address with what it shows; null where there is none. */
export async function pageFor(
  desk: Desk,
  places: Places,
  { pathname, searchParams }: URL,
  view: View,
): Promise<PageToRender | null> {
  return (await pages[pathname]?.(desk, view, searchParams, places)) ?? null;
}
