import { rm } from 'node:fs/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { unreadSettings } from '../../../src/pipeline/configure/unread-settings.ts';
import { writeProgramme, type Files } from '../small-programme.ts';

async function told(files: Files): Promise<string[]> {
  const folder = await writeProgramme(files);
  onTestFinished(() => rm(folder, { recursive: true }));
  return (await unreadSettings(folder)).map(
    ({ file, detail }) => `${file} → ${typeof detail === 'object' ? detail.en : detail}`,
  );
}

describe('unreadSettings', () => {
  it('names the files that are meant for settings and have another ending', async () => {
    expect(
      await told({
        'programme.yml': '',
        'layouts/a.yml': '',
        'layouts/b.YAML': '',
        'layouts/c.yaml.txt': '',
        'layouts/d.yaml': '',
      }),
    ).toEqual([
      'programme.yml → programme.yaml',
      'layouts/a.yml → layouts/a.yaml',
      'layouts/b.YAML → layouts/b.yaml',
      'layouts/c.yaml.txt → layouts/c.yaml',
    ]);
  });

  it('names tables among the lists that are none of them by their names', async () => {
    expect(
      await told({
        'lookup/Departments.csv': '',
        'lookup/halls.xlsx': '',
        'lookup/special-days.csv': '',
        'lookup/notes.md': '',
        'lookup/~$halls.xlsx': '',
        'lookup/._halls.csv': '',
      }),
    ).toEqual([
      'lookup/Departments.csv → departments.csv',
      'lookup/halls.xlsx → halls.csv',
      'lookup/special-days.csv → special_days.csv',
    ]);
    expect(await told({ 'lookup/旧名单.csv': '' })).toEqual([
      expect.stringMatching(/^lookup\/旧名单.csv → departments.csv, halls.csv, .*special_days.csv/),
    ]);
  });

  it('says nothing of other files, nor where there are none', async () => {
    expect(await told({ 'docker-compose.yml': '', 'layouts/README.md': '' })).toEqual([]);
    expect(await told({})).toEqual([]);
  });
});
