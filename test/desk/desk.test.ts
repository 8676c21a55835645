import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/console.ts';
import { launch } from '../browser/launch.ts';
import { leavePage } from '../browser/leave-page.ts';
import { sideways, violations } from '../browser/violations.ts';
import { encoders } from '../pipeline/read/encode.ts';
import { settingsText, writeProgramme } from '../pipeline/small-programme.ts';
import { hasSharedData, sharedFile } from '../real/shared-data.ts';
import { openedDesk, type OpenedDesk } from './opened-desk.ts';

/*
 * A whole drop on the desk, in a browser: three exports with mistakes in are dropped in, mended, looked at, released, and
 * rolled back. Then the same by commands alone.
 */

/** One language, so that a build takes a few seconds. */
const settings = settingsText({
  name: '{ zh: 小市体验官 }',
  city: '{ zh: 小市 }',
  publisher: '{ zh: 小市办公室 }',
  languages: '[zh]',
  // Gone by: it needs a look, and stops nothing.
  next_update: '2025-12-31',
  endings: '{ cost: { zh: 成本过高 } }',
  licence: '{ name: { zh: 署名 }, url: "https://example.org/" }',
});

const before = `finding_id,kind,found_on,title_zh,department,category,severity
A1,problem,2025-04-01,指南写得不清,公安局,等候太久,ordinary
A2,problem,2025-04-02,系统打不开,税务局,等候太久,serious
`;

/** The register of an office: its own headings, GB18030 as Excel in Chinese saves it, a short name, a telephone number, a day that there is none. */
const register = (day: string) =>
  encoders.GB18030(
    [
      '编号,发现日期,问题标题,问题描述,责任单位,办结日期',
      'T1,2025-05-06,窗口只收现金,排到窗口才知道不能刷卡。,市人社局,2025-05-20',
      'T2,2025-05-07,电话没人接,打 13912345678 三天没人接。,税务局,',
      `T3,${day},表格看不懂,填了三次都不对。,公安局,2025-06-02`,
      '',
    ].join('\r\n'),
  );

/** A survey by Google Forms, whose days may be read in two ways. */
const survey = [
  'Timestamp,您对办事总体满意吗？,有没有人引导？',
  ...Array.from({ length: 24 }, (_, person) => {
    const day = (person % 9) + 1;
    return `${day}/${(person % 3) + 4}/2025 10:00:${person + 10},${person % 4 ? '满意' : '不满意'},${person % 3 ? '有' : '没有'}`;
  }),
  '',
].join('\n');

/** The real export of wjx that lies beside the project, else one in its shape. */
const wjxName = '[问卷星数据]800_800_0.xls';
const wjxLikeName = '[问卷星数据]30_30_0.csv';
const wjxLike = `序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、性别,2、用过哪些渠道\n${Array.from({ length: 30 }, (_, person) => `${person + 1},2025/5/${(person % 9) + 1} 9:00:00,60秒,微信,,,${person % 2 ? '男' : '女'},${person % 3 ? '窗口┋网上' : '电话'}`).join('\n')}\n`;

let folder: string;
let desk: OpenedDesk;
let browser: Browser;
let page: Page;
/** Requests that leave this machine, and what the browser complains of. */
const wrongs: string[] = [];
let commanded: string;
const wjx = () => join(folder, hasSharedData ? wjxName : wjxLikeName);

/** Runs a command as staff would, and gives what it says. */
function command(name: string, ...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'scripts', `${name}.ts`), ...words],
    { cwd: root, encoding: 'utf8', input: '' },
  );
  if (status !== 0) throw new Error(`${name} ${words.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** Judges the page as it stands, on a wide screen and a phone, each in another theme. */
async function judged(name: string): Promise<void> {
  const found: string[] = [];
  for (const [width, colorScheme] of [
    [390, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page)), ...(await sideways(page)));
  }
  expect([name, found]).toEqual([name, []]);
}

/** Waits until the work is done, as the page shows it, and gives what it says. */
async function done(): Promise<string> {
  await page.waitForSelector('#word:not([data-running]) .said', { timeout: 200_000 });
  await page.waitForLoadState('domcontentloaded');
  return (await page.textContent('#word'))?.trim() ?? '';
}

const go = (path: string) => page.goto(desk.origin + path);
const follow = (link: Locator) => leavePage(page, () => link.click());
const press = (name: string | RegExp) => follow(page.getByRole('button', { name }));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaocha-drop-'));
  const programme = await writeProgramme({ 'programme.yaml': settings, 'drops/2025-04.csv': before });
  command('release', '--data', programme, '--out', join(folder, 'site'), '--date', '2026-04-01');
  if (hasSharedData) await cp(sharedFile(join('zh-wjx-reportgen', wjxName)), wjx());
  else await writeFile(wjx(), wjxLike);
  await writeFile(join(folder, '台账.csv'), register('2025-05-32'));
  await mkdir(join(folder, 'mended'));
  await writeFile(join(folder, 'mended', '台账.csv'), register('2025-05-30'));
  await writeFile(join(folder, '满意度.csv'), survey);
  commanded = join(folder, 'commanded');
  await cp(programme, commanded, { recursive: true });
  desk = await openedDesk(programme);
  await cp(join(folder, 'site'), desk.out, { recursive: true });
  await rm(programme, { recursive: true });
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('request', (request) => {
    const { hostname, href } = new URL(request.url());
    if (hostname !== '127.0.0.1' && !href.startsWith('data:')) wrongs.push(`leaves this machine: ${href}`);
  });
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('console', (message) => {
    const isBad = message.type() === 'error' || message.type() === 'warning';
    // Whoever judges the page greets its frames, which stand elsewhere and do not know it.
    if (isBad && !message.text().includes("'postMessage'")) wrongs.push(message.text());
  });
});
afterAll(async () => {
  await browser.close();
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

describe('a whole drop on the desk', () => {
  it('opens by its link, reads what is there, and says so', async () => {
    await page.goto(desk.link());
    expect(await done()).toContain('没有必须改的');
    expect(await page.textContent('main')).toContain('已经发布过，留在这里');
    await judged('files');
  });

  it('takes three exports, and tells what it recognises and what it does not', async () => {
    await page.setInputFiles('input[type=file]', [
      join(folder, '台账.csv'),
      join(folder, '满意度.csv'),
      wjx(),
    ]);
    await press('放进去并检查');
    expect(await done()).toContain('收到 台账.csv。');
    await go('/problems');
    const text = await page.textContent('main');
    for (const name of ['台账.csv', '满意度.csv', '[问卷星数据]']) expect(text).toContain(name);
    await judged('problems');
  });

  it('answers layout questions: what a file is, and which of two ways its days are written', async () => {
    for (const name of ['台账.csv', '满意度.csv', '[问卷星数据]']) {
      await go('/problems');
      await follow(page.locator('.problem', { hasText: name }).getByRole('link', { name: /让它被认出来/ }));
      if (name === '满意度.csv') {
        await judged('layout');
        await page.getByLabel(/日在前/).check();
        await press('这样回答');
        expect(await page.textContent('main')).toContain('- dd/MM/yyyy');
      }
      await press('就按这个版式读');
      expect(await done()).toContain('以后这样的文件都认得');
    }
  });

  it('asks which department is meant, and what may appear of a text, with the row in view', async () => {
    await go('/problems');
    expect(await page.locator('.question .cells .bad').first().textContent()).toContain('市人社局');
    // The day on which it was done is in view, too, though it is a column of an event.
    expect(await page.locator('.question .cells').first().textContent()).toContain('2025-05-20');
    await page.getByLabel(/人力资源和社会保障局/).check();
    await page.getByLabel('登出来的文字').fill('打总机三天没人接。');
    await judged('decide');
    await press('记下这些决定');
    expect(await done()).toContain('记下了 2 个决定。必须改 1 处');
  });

  it('takes a file that was corrected in place of the first, which is kept', async () => {
    await go('/');
    await page.setInputFiles('input[type=file]', join(folder, 'mended', '台账.csv'));
    await press('放进去并检查');
    expect(await done()).toContain('已有同名文件');
    // What came of it is heard first, though nobody had to wait for it.
    await page.waitForFunction(() => document.activeElement?.id === 'word');
    await judged('waiting');
    await press('用新的，旧的收在一边');
    expect(await done()).toContain('没有必须改的');
    const kept = (await readdir(join(desk.data, 'set-aside', 'aside'), { recursive: true })).join();
    expect(kept).toContain('台账.csv');
    await page.setInputFiles('input[type=file]', join(folder, 'mended', '台账.csv'));
    await press('放进去并检查');
    expect(await done()).toContain('内容完全一样');
  });

  it('tells what the drop changes', async () => {
    await go('/changes');
    const text = await page.textContent('main');
    expect(text).toContain('与第 1 期');
    expect(text).toContain('窗口只收现金');
    await judged('changes');
  });

  it('shows the new site beside the live one, page by page with what changed marked', async () => {
    await go('/preview');
    await press('生成预览');
    expect(await done()).toContain('预览好了');
    await judged('preview');
    await follow(page.getByRole('link', { name: '税务局', exact: true }).first());
    expect(await page.locator('ins').allTextContents()).not.toEqual([]);
    const frames = page.locator('iframe');
    expect(await frames.count()).toBe(2);
    for (const place of [0, 1])
      await frames.nth(place).contentFrame().getByRole('heading', { level: 1 }).waitFor();
    await judged('page');
  });

  it('is released under a name, which stays in the office, with a note, which is published', async () => {
    await go('/release');
    await judged('release');
    // By the keyboard alone: from one field to the next, the mark, the button.
    await page
      .getByLabel(/您的姓名/)
      .first()
      .focus();
    for (const text of ['欧阳签字', '五月数据']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await leavePage(page, () => page.keyboard.press('Enter'));
    const said = await done();
    expect(said).toContain('第 2 期已发布');
    expect(said).toContain('请看一眼：update-passed × 1');
    expect(await readFile(join(desk.data, 'sign-offs.csv'), 'utf8')).toMatch(
      /^release,version,at,by\n2,[\d.]+,2026-05-01T.*,欧阳签字\n$/,
    );
    expect(await readFile(join(desk.out, 'changes', 'index.html'), 'utf8')).toContain('五月数据');
    const files = await readdir(desk.out, { recursive: true, withFileTypes: true });
    const telling: string[] = [];
    for (const { name, parentPath } of files.filter((file) => /\.(html|csv|json|md)$/.test(file.name)))
      if (/欧阳签字|13912345678/.test(await readFile(join(parentPath, name), 'utf8'))) telling.push(name);
    expect(telling).toEqual([]);
    await cp(join(desk.out, 'data', 'latest'), join(folder, 'released'), { recursive: true });
  });

  it('is rolled back in two steps, and says what has become of it', async () => {
    await page.getByText('发布错了？').click();
    await judged('rollback');
    await page
      .locator('details')
      .getByLabel(/您的姓名/)
      .fill('李四');
    await page
      .locator('details')
      .getByLabel(/说明（中文/)
      .fill('退回，数据有误');
    await press('放回去');
    expect(await done()).toContain('第 1 期放回去了，记为第 3 期');
    expect(await readFile(join(desk.out, 'data', 'latest', 'findings.csv'), 'utf8')).not.toContain(
      '窗口只收现金',
    );
    expect(await readdir(join(desk.data, 'releases'))).toEqual(['1', '2', '3']);
    expect(await page.textContent('table')).toContain('李四');
  });

  it('speaks English, too', async () => {
    await follow(page.getByRole('link', { name: 'English' }));
    expect(await page.textContent('h1')).toBe('Sign off and release');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.textContent('.steps')).not.toMatch(/[\u4e00-\u9fff]/);
    expect(await page.textContent('#word')).toContain('Release 1 is back, as release 3');
  });

  it('has asked nobody but this machine, and complained of nothing', () => {
    expect(wrongs).toEqual([]);
  });
});

describe('the same drop by commands alone', () => {
  it('gives the same tables, byte for byte', async () => {
    const drops = join(commanded, 'drops');
    await cp(join(folder, 'mended', '台账.csv'), join(drops, '台账.csv'));
    await cp(join(folder, '满意度.csv'), join(drops, '满意度.csv'));
    const wjxDrop = join(drops, hasSharedData ? wjxName : wjxLikeName);
    await cp(wjx(), wjxDrop);
    const data = ['--data', commanded];
    command('describe', join(drops, '台账.csv'), ...data);
    command('describe', join(drops, '满意度.csv'), ...data, '--answer', 'dates=dd/MM/yyyy HH:mm:ss');
    command('describe', wjxDrop, ...data);
    const redactions = await readFile(join(desk.data, 'lookup', 'redactions.csv'), 'utf8');
    const [hash = ''] = redactions.split('\n')[1]?.split(',') ?? [];
    const accepted = [
      '--accept',
      'departments,市人社局,hrss',
      '--accept',
      `${hash},redacted,打总机三天没人接。`,
    ];
    command('check', ...data, '--no-changes', '--sheet', join(folder, 'problems.html'), ...accepted);
    const out = join(folder, 'site');
    const signed = ['--date', '2026-05-01', '--note', '五月数据', '--by', '王五'];
    expect(command('release', ...data, '--out', out, ...signed)).toContain('请看一眼：update-passed × 1');
    const names = (await readdir(join(folder, 'released'), { recursive: true })).filter((name) =>
      /\.\w+$/.test(name),
    );
    expect(names.length).toBeGreaterThan(20);
    const others: string[] = [];
    for (const name of names) {
      const [one, other] = [join(out, 'data', 'latest', name), join(folder, 'released', name)];
      if (!(await readFile(one)).equals(await readFile(other))) others.push(name);
    }
    expect(others).toEqual([]);
    const record = (data_: string) => readFile(join(data_, 'releases', '2', 'release.json'), 'utf8');
    expect(await record(commanded)).toBe(await record(desk.data));
    expect(existsSync(join(commanded, 'sign-offs.csv'))).toBe(true);
  });
});
