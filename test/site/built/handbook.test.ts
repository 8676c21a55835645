import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { chapters } from '../../../src/site/handbook/chapters.ts';
import { allSettings } from '../../../src/site/handbook/settings.ts';
import { problemKinds } from '../../../src/model/problem.ts';
import { filesBelow } from '../../browser/site-files.ts';

const site = inject('site');

describe.each(['', 'en/'])('the handbook page under /%s', (language) => {
  const page = () => readFile(join(site, language, 'handbook', 'problems', 'index.html'), 'utf8');

  it('has one section for each code that a check can find', async () => {
    const sections = [...(await page()).matchAll(/<section[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(sections).toEqual(Object.keys(problemKinds));
  });

  it('has a front page with every chapter and every setting, and the way to the codes', async () => {
    const front = await readFile(join(site, language, 'handbook', 'index.html'), 'utf8');
    const sections = [...front.matchAll(/<section[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    expect(sections).toEqual(chapters.map(({ id }) => id));
    for (const { name } of allSettings()) expect(front).toContain(`>${name}</code>`);
    expect(front).toContain(`href="/${language}handbook/problems/"`);
    expect(front).toContain('<meta name="robots" content="noindex">');
  });

  it('is kept from search engines and out of the menu of other pages', async () => {
    expect(await page()).toContain('<meta name="robots" content="noindex">');
    const home = await readFile(join(site, language, 'index.html'), 'utf8');
    expect(home).not.toContain('handbook');
    const maps = (await filesBelow(site)).filter((file) => /^sitemap/.test(file));
    for (const file of maps) expect(await readFile(join(site, file), 'utf8')).not.toContain('handbook');
  });
});
