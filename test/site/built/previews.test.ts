import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { attribute, readPage } from '../../browser/built-page.ts';
import { readDownloads } from '../../browser/downloads.ts';
import { specimens } from '../../browser/page-kinds.ts';
import { fileOf } from '../../browser/site-files.ts';

const site = inject('site');
const facts = (await readDownloads(site)).get('programme') ?? [];
const fact = (name: string) => facts.find(({ field }) => field === name)?.value ?? '';
const pages = await specimens(site, fact('languages').split(' '));

async function pictureOf(address: string): Promise<string | undefined> {
  const { elements } = await readPage(site, fileOf(address));
  const tag = elements.find((element) => attribute(element, 'property') === 'og:image');
  return tag && (attribute(tag, 'content') ?? undefined);
}

test.each(pages.filter(({ kind }) => !['404.html', '404', 'embed', 'handbook', 'handbook/*'].includes(kind)))(
  '$language $kind: a picture of its own language goes along, as large as networks ask for',
  async ({ address, kind, language }) => {
    const picture = await pictureOf(address);
    const folder = language === 'zh' ? '/' : `/${language}/`;
    const own = kind === 'departments/*' ? address : folder;
    expect(picture).toBe(`${fact('site').replace(/\/$/, '')}${own}preview.png`);
    const bytes = await readFile(join(site, `${own}preview.png`));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  },
);
