import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { rowsOf } from '../../../src/verify/read-table.ts';

/* Between the two releases of the demonstration some findings were corrected, one was withdrawn and one sent back: the page and its feed tell. */

const site = inject('site');
const read = (file: string) => readFileSync(join(site, file), 'utf8');
const rows = rowsOf(readFileSync(join(site, 'data', 'latest', 'release_changes.csv')));
const told = rows.filter(({ reason = '' }) => !['new', 'progress'].includes(reason));

test('there is something of each kind to tell', () => {
  const reasons = new Set(rows.map(({ reason }) => reason));
  expect([...reasons].sort()).toEqual(['correction', 'new', 'progress', 'reopened', 'withdrawn']);
});

test('the page lists the releases, and every change that is no news one by one', () => {
  const html = read('en/changes/index.html');
  for (const word of ['1.0.0', '1.1.0', 'Withdrawn or merged', 'Sent back', 'Correction'])
    expect(html).toContain(word);
  const since = html.slice(html.indexOf('id="release-2"'), html.indexOf('id="corrections"'));
  for (const { row = '' } of told) expect(since).toContain(row);
  expect(since.match(/<li>/g)).toHaveLength(told.length);
});

test('what is only counted is told with what it means', () => {
  const html = read('en/changes/index.html');
  const since = html.slice(html.indexOf('id="release-2"'), html.indexOf('id="corrections"'));
  const plain = since.replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
  const steps = rows.filter(({ reason }) => reason === 'progress').length;
  expect(plain).toContain(`${steps} steps further (a later status, or a fact added such as the deadline)`);
});

test('its feeds tell of the releases and of the same changes', () => {
  const { items, feed_url } = JSON.parse(read('en/changes/feed.json')) as {
    feed_url: string;
    items: { id: string; title: string; content_text: string; date_modified: string }[];
  };
  expect(feed_url).toBe('https://zhaocha.example/en/changes/feed.json');
  expect(items).toHaveLength(told.length + 2);
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  expect(items[0]).toMatchObject({ title: 'Release 2 (1.1.0)', date_modified: '2026-10-20T00:00:00Z' });
  expect(items.at(-1)?.title).toBe('Release 1 (1.0.0)');
  const withdrawn = items.find(({ title }) => title.startsWith('Withdrawn'));
  expect(withdrawn?.content_text).toMatch(/In hand → Withdrawn/);
  const atom = read('changes/feed.xml');
  expect(atom.match(/<entry>/g)).toHaveLength(items.length);
  expect(atom).toContain('<link rel="self" href="https://zhaocha.example/changes/feed.xml"/>');
});
