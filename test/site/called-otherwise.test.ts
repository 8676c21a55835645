import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../browser/site-files.ts';

/* A programme whose inspectors are called inspectors: no page, table, download or feed calls them anything else. */

const root = resolve(import.meta.dirname, '..', '..');
let folder: string;
let site: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-called-'));
  site = join(folder, 'site');
  const data = join(folder, 'data');
  await cp(join(root, 'test', 'programmes', 'small'), data, { recursive: true });
  const rewrite = async (file: string, change: (text: string) => string) =>
    writeFile(join(data, file), change(await readFile(join(data, file), 'utf8')));
  await rewrite('programme.yaml', (text) =>
    text.replace(
      'languages: [zh, en]',
      'languages: [zh, zh-Hant, en]\nofficers: { zh: 检查人员, en: inspector }\nbrand: { zh: 查一查, en: Look Again }',
    ),
  );
  await rewrite('drops/events.csv', (text) =>
    text.replaceAll('体验官', '检查人员').replaceAll(',officer,', ',检查人员,'),
  );
  await appendFile(join(data, 'lookup', 'services.csv'), 'id,name_zh,name_en\nlicence,开办企业,Licences\n');
  await appendFile(
    join(data, 'lookup', 'cohorts.csv'),
    'id,name_zh,name_en,starts_on,ends_on,officers\n2026,第一届,First,2026-01-01,2026-12-31,12\n',
  );
  await appendFile(
    join(data, 'drops', 'visits.csv'),
    'visit_id,on,channel,cohort,department,hall,service\nV1,2026-01-05,实地体验,2026,人社局,市政务服务大厅,\n',
  );
  const build = [join(root, 'scripts', 'build.ts'), '--data', data, '--out', site];
  const { status, stdout, stderr } = spawnSync(process.execPath, build, { encoding: 'utf8' });
  expect(status, `${stdout}${stderr}`).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The texts of a file by name, those within an archive, a workbook or the index of the search, too; none of any other file. */
function textsOf(file: string): [name: string, text: string][] {
  const bytes = () => readFileSync(join(site, file));
  if (/\.(?:html|csv|json|geojson|xml|txt|md|js|svg|cff|webmanifest)$/.test(file))
    return [[file, bytes().toString()]];
  if (/\.(?:zip|xlsx)$/.test(file))
    return Object.entries(unzipSync(bytes())).map(([name, text]) => [
      `${file} ${name}`,
      Buffer.from(text).toString(),
    ]);
  return file.endsWith('.pf_fragment') ? [[file, gunzipSync(bytes()).toString()]] : [];
}

/** Where the word stands as a code, the name of a column or of the package: these are addresses and the same everywhere. */
const addresses = [
  /"(?:officers?|experience-officer-findings)"/g,
  /<code[^>]*>officers?(?:: \{[^}]*\})?<\/code>/g,
  /(?<=^|,)officers?(?=,|$)/gm,
  /<t[^>]*>officers?<\/t>/g,
  /data-cell="cohorts:\w+:officers"/g,
  // The dictionary as the search has it: a column, its type, its meaning.
  /\bofficers\u200b?\. \u200b?(?=integer|整数|整數)/g,
  // A code before what it means, in lists of codes.
  /\bofficer: (?=检查人员)/g,
];

/** The program that counts a site again is the same for every programme. */
const everyones = new Set(['data/verify/verify.js']);

const ours = /.{0,40}(?:体验|體驗|\bofficers?\b).{0,40}/i;

const fact = (facts: string, name: string) =>
  Papa.parse<{ field: string; value: string }>(facts, { header: true }).data.find(
    ({ field }) => field === name,
  )?.value;

describe('a programme that calls those who look something else', () => {
  it('has them called that on every page, in every table, download, feed and search', async () => {
    const files = (await filesBelow(site)).filter((file) => !everyones.has(file));
    const texts = files.flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(200);
    const saying = texts.flatMap(([name, text]) => {
      const said = ours.exec(addresses.reduce((rest, address) => rest.replaceAll(address, ''), text));
      return said === null ? [] : [`${name}: ${said[0]}`];
    });
    expect(saying).toEqual([]);
  });

  it('says so in programme.csv', async () => {
    const facts = await readFile(join(site, 'data', 'latest', 'programme.csv'), 'utf8');
    expect([fact(facts, 'officer_zh'), fact(facts, 'officer_en')]).toEqual(['检查人员', 'inspector']);
  });

  it.each([
    ['index.html', '检查人员复核过'],
    ['zh-Hant/index.html', '檢查人員複核過'],
    ['en/index.html', 'checked by an inspector'],
    ['data/latest/measures.csv', 'Problems that an inspector has checked'],
    ['data/latest/finding_events.csv', '检查人员确认已整改'],
    ['data/latest/README.en.md', 'an inspector confirmed it'],
  ])('speaks of them in %s: %s', async (file, words) => {
    expect(await readFile(join(site, file), 'utf8')).toContain(words);
  });

  it('has a name of its own in the masthead, and nowhere ours; every title names the programme', async () => {
    // The handbook says what stands there where nothing is set.
    const pages = (await filesBelow(site)).filter((file) => /(?<!handbook\/index)\.html$/.test(file));
    for (const page of pages) {
      const markup = await readFile(join(site, page), 'utf8');
      expect(markup, page).not.toMatch(/找茬|Zhaocha/);
      expect(/<title>([^<]*)/.exec(markup)?.[1], page).toMatch(/小项目|Small programme/);
    }
    expect(await readFile(join(site, 'en', 'index.html'), 'utf8')).toMatch(
      /<title>Look Again · Small programme<.*<b>[^/]*>Look Again</s,
    );
    expect(await readFile(join(site, 'site.webmanifest'), 'utf8')).toContain('"short_name": "查一查"');
  });

  it('tells the staff the name of the setting as it is', async () => {
    for (const page of ['handbook/index.html', 'en/handbook/index.html'])
      expect(await readFile(join(site, page), 'utf8')).toMatch(
        /<code[^>]*>officers: \{ zh: 检查人员, en: inspector \}<\/code>/,
      );
  });

  it('does not say that they are residents who applied, which it does not know', async () => {
    for (const page of ['index.html', 'programme/index.html'])
      expect(await readFile(join(site, page), 'utf8')).not.toMatch(/市民|自愿报名|任期一年/);
    expect(await readFile(join(site, 'en', 'programme', 'index.html'), 'utf8')).not.toMatch(
      /residents|applied/,
    );
  });
});
