import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyFolder } from '../../src/verify/verify-folder.ts';

/* `npm run new` without a terminal, and the site that its programme gives at once. */

const root = resolve(import.meta.dirname, '..', '..');

let folder = '';

function command(name: string, parameters: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'scripts', `${name}.ts`), ...parameters],
    {
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  return { status, said: `${stdout}${stderr}` };
}

const answers = [
  ...['--languages', 'zh', '--name', '海州体验官', '--city', '海州市', '--publisher', '海州市办公室'],
  ...['--contact', 'office@example.org', '--begins', '2026-12-01'],
  ...['--licence', '署名', '--licence-url', 'https://example.org/licence'],
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-begun-'));
  const book = utils.book_new();
  const rows = [
    ['部门名称', '简称'],
    ['市公安局', '公安局'],
    ['市税务局', ''],
  ];
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '部门');
  writeFileSync(join(folder, '部门.xlsx'), write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('npm run new', () => {
  it('names what is missing, and makes nothing', () => {
    const { status, said } = command('new', ['data', ...answers]);
    expect(status).toBe(2);
    expect(said).toContain('--departments：没有说');
    const unread = command('new', ['data', ...answers, '--departments', 'nowhere.csv']);
    expect(unread.status).toBe(2);
    expect(unread.said).toContain('没有这个文件：nowhere.csv');
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('says of a third language how it is added, and says it in English to whom asks so', () => {
    const { status, said } = command('new', [
      'data',
      ...answers,
      '--languages',
      'zh,zh-Hant',
      '--lang',
      'en',
    ]);
    expect(status).toBe(2);
    expect(said).toContain('--languages: write zh, en or zh,en here. The site also speaks zh-Hant: add it');
  });

  it('makes a programme with the departments of a workbook, and never a second one over it', () => {
    const { status, said } = command('new', ['data', ...answers, '--departments', '部门.xlsx']);
    expect(said).toContain('npm run build -- --data data');
    expect(status).toBe(0);
    expect(readFileSync(join(folder, 'data/lookup/departments.csv'), 'utf8')).toContain(
      'gonganju,市公安局,公安局,shi gong an ju',
    );
    const again = command('new', ['data', ...answers, '--departments', '部门.xlsx']);
    expect(again.status).toBe(2);
    expect(again.said).toContain('里已经有东西');
  });

  it('gives a site at once that verifies and says on its pages that there is nothing yet', async () => {
    const { status, said } = command('build', ['--data', 'data', '--out', 'site']);
    expect(said).toContain('完成');
    expect(status).toBe(0);
    const site = join(folder, 'site');
    const main = (page: string) =>
      (/<main[^>]*>([\s\S]*)<\/main>/.exec(readFileSync(join(site, page, 'index.html'), 'utf8'))?.[1] ?? '')
        .replaceAll(/<(?:style|script)[\s\S]*?<\/(?:style|script)>/g, '')
        .replaceAll(/<[^>]*>/g, '');
    for (const [page, words] of [
      ['', '还没有发现问题。'],
      ['findings', '还没有发现问题，数据截至'],
      ['findings/status/overdue', '这里现在没有'],
      ['departments/gonganju', '市公安局：还没有发现问题。'],
      ['changes', '还没有记录过发布。'],
      ['survey', '还没有问卷。'],
      ['halls', '还没有办事大厅的名单。'],
      ['services', '还没有办事事项的名单。'],
      ['categories', '还没有给问题分类。'],
      ['programme', '还没有走访记录'],
    ] as const)
      expect(main(page), page).toContain(words);
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?:^|[\\/])index\.html$/.test(file),
    );
    expect(pages.length).toBeGreaterThan(20);
    for (const page of pages.filter((one) => !/handbook|method|reading/.test(one)))
      expect(main(page.replace(/index\.html$/, '')), page).not.toMatch(
        /NaN|undefined|null|Infinity|\b0\/0\b/,
      );
    expect((await verifyFolder(site)).differences).toEqual([]);
  });
});
