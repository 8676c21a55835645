import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runFolder, settingsText, writeProgramme, type Result } from '../small-programme.ts';
import { recordRelease } from './record-release.ts';

/* What has been published stays, or the next release says what became of it. */

const findings = `finding_id,kind,found_on,title_zh,department,severity
F-01,problem,2025-04-21,窗口没有人,police,minor
F-02,problem,2025-04-22,等了很久,tax,ordinary
`;
const events = `finding_id,event,on,note_zh
F-01,sent,2025-04-23,
F-01,claimed,2025-05-02,
F-01,confirmed,2025-05-09,
F-02,sent,2025-04-23,
`;

/** A programme with one release, and then with other files. */
async function afterRelease(files: Readonly<Record<string, string | null>>, tolerate = '[]') {
  const folder = await writeProgramme({
    'programme.yaml': settingsText({ tolerate }),
    'drops/1-findings.csv': findings,
    'drops/2-events.csv': events,
  });
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const first = await runFolder(folder);
  expect(first.problems).toEqual([]);
  const record = await recordRelease(folder);
  expect(record).toMatchObject({ release: 1, version: '1.0.0', counts: { found: 2, confirmed: 1 } });
  for (const [path, content] of Object.entries(files))
    await (content === null ? rm(join(folder, path)) : writeFile(join(folder, path), content));
  return { folder, result: await runFolder(folder) };
}

const changesOf = async (result: Result) =>
  (await result.rows('release_changes')).map((row) =>
    [row['table'], row['row'], row['column'], row['before'], row['after'], row['reason'], row['source']].join(
      '|',
    ),
  );

describe('after a release', () => {
  it('nothing has changed while the drops have not', async () => {
    const { folder, result } = await afterRelease({});
    expect(await result.rows('release_changes')).toEqual([]);
    expect(await result.rows('releases')).toMatchObject([
      { release: '1', version: '1.0.0', found: '2', confirmed: '1', previous_sha256: '' },
    ]);
    expect((await recordRelease(folder)).version).toBe('1.0.1');
  });

  it('a finding that is found, goes on, is sent back, withdrawn or corrected is told with the reason', async () => {
    const { folder, result } = await afterRelease({
      'drops/3-more.csv':
        'finding_id,kind,found_on,title_zh,department,severity\nF-03,problem,2025-06-01,没有座位,tax,minor\n',
      'drops/4-events.csv':
        'finding_id,event,on,note_zh\nF-01,reopened,2025-06-03,又没有人了\nF-02,withdrawn,2025-06-04,记错了大厅\n',
      'drops/5-correction.csv':
        'finding_id,kind,found_on,title_zh,department,severity\nF-01,problem,2025-04-20,窗口没有人,police,minor\n',
    });
    expect(result.problems.filter(({ code }) => code !== 'unused-spelling')).toEqual([]);
    expect((await changesOf(result)).sort()).toEqual([
      'findings|F-01|found_on|2025-04-21|2025-04-20|correction|5-correction.csv',
      'findings|F-01|status|confirmed|reopened|reopened|',
      'findings|F-02|status|sent|withdrawn|withdrawn|',
      'findings|F-03|||found|new|',
    ]);
    const second = await recordRelease(folder, '2025-10-15');
    expect(second).toMatchObject({ release: 2, version: '1.1.0' });
    expect(second.previous_sha256).toMatch(/^[0-9a-f]{64}$/);
    const after = await runFolder(folder);
    expect((await after.rows('release_changes')).map((row) => row['release'])).toEqual(['2', '2', '2', '2']);
    expect((await after.rows('releases')).map((row) => row['previous_sha256'])).toEqual([
      '',
      (await after.rows('releases'))[0]?.['record_sha256'],
    ]);
  });

  it('a finding whose drop is taken away stops the build', async () => {
    const { result } = await afterRelease({
      'drops/1-findings.csv': findings.split('\n').slice(0, 2).join('\n'),
      'drops/2-events.csv': events.split('\n').slice(0, 4).join('\n'),
    });
    expect(result.outcome.published).toBe(false);
    expect(result.problems).toMatchObject([{ code: 'published-finding-gone', value: 'F-02', detail: '1' }]);
  });

  it('a step of its history that is taken away stops the build', async () => {
    const { result } = await afterRelease({ 'drops/2-events.csv': events.replace(/F-01,confirmed.*\n/, '') });
    expect(result.outcome.published).toBe(false);
    expect(result.problems).toMatchObject([
      { code: 'published-step-gone', value: 'F-01', detail: 'confirmed 2025-05-09' },
    ]);
  });

  it('they may go where the office says so, and then the changes say it', async () => {
    const { result } = await afterRelease(
      {
        'drops/1-findings.csv': findings.split('\n').slice(0, 2).join('\n'),
        'drops/2-events.csv': 'finding_id,event,on\nF-01,sent,2025-04-23\nF-01,claimed,2025-05-02\n',
      },
      '[published-finding-gone, published-step-gone]',
    );
    expect(result.outcome.published).toBe(true);
    expect(await changesOf(result)).toEqual([
      'findings|F-01|status|confirmed|claimed|correction|',
      'findings|F-02||sent||removed|',
      'finding_events|F-01 confirmed 2025-05-09||confirmed||removed|',
    ]);
  });

  it('a step that a later file gives another day, or none, is corrected, and so is the status that it was', async () => {
    const layout =
      'name: city\ngives: findings\nrecognise: [No]\ncolumns: { finding_id: No, found_on: Opened, title_zh: What, department: Who }\nconstants: { kind: problem }\nevents: [{ event: sent, on: Sent }, { event: claimed, on: Closed }, { event: confirmed, on: Seen }]\n';
    const header = 'No,Opened,What,Who,Sent,Closed,Seen\n';
    const folder = await writeProgramme({
      'programme.yaml': settingsText({}),
      'layouts/city.yaml': layout,
      'drops/1.csv': `${header}F1,2025-04-01,吵,police,2025-04-02,2025-04-10,2025-04-12\nF2,2025-04-01,吵,police,2025-04-02,,\n`,
    });
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    await runFolder(folder);
    await recordRelease(folder);
    await writeFile(
      join(folder, 'drops/2.csv'),
      `${header}F1,2025-04-01,吵,police,2025-04-03,2025-04-10,\nF2,2025-04-01,吵,police,2025-04-02,2025-05-02,\n`,
    );
    expect((await changesOf(await runFolder(folder))).sort()).toEqual([
      'finding_events|F1 confirmed 2025-04-12|on|2025-04-12||correction|2.csv',
      'finding_events|F1 sent 2025-04-02|on|2025-04-02|2025-04-03|correction|2.csv',
      'findings|F1|status|confirmed|claimed|correction|2.csv',
      'findings|F2|status|sent|claimed|progress|',
    ]);
  });

  it('a cut-off before that of the release stops the build', async () => {
    const { folder } = await afterRelease({});
    const result = await runFolder(folder, { cutoff: '2025-05-31' });
    expect(result.outcome.published).toBe(false);
    expect(result.problems).toMatchObject([{ code: 'cutoff-before-release', value: '2025-05-31' }]);
  });

  it('a record that was changed stops the build', async () => {
    const { folder } = await afterRelease({});
    await recordRelease(folder);
    const path = join(folder, 'releases', '1', 'release.json');

    await writeFile(path, (await readFile(path, 'utf8')).replace('"found": 2', '"found": 3'));
    const result = await runFolder(folder);
    expect(result.outcome.published).toBe(false);
    expect(result.problems).toMatchObject([{ code: 'release-broken', value: '2' }]);
  });
});
