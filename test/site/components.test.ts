import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeTables, type TestRow } from './public-tables.ts';

/*
 * The components read the tables when they are loaded, so the tables are written first and the components
 * loaded after.
 */

const subject = { subject_kind: 'department', subject_id: 'tax', period: 'all', question_id: '' };
const figures: TestRow[] = [
  { ...subject, measure: 'found', count: 3, base: 3, value: 3, status: 'shown' },
  { ...subject, measure: 'confirmed', count: 2, base: 3, value: 2, status: 'shown' },
  { ...subject, measure: 'overdue', count: 1, base: 3, value: 1, status: 'shown' },
  {
    ...subject,
    measure: 'confirmed_rate',
    count: 206,
    base: 264,
    value: 0.7803,
    low: 0.7267,
    high: 0.8261,
    status: 'shown',
  },
  { ...subject, measure: 'on_time_rate', count: 2, base: 3, status: 'too_few' },
  { ...subject, measure: 'positive_rate', question_id: 'overall', status: 'withheld' },
];
const findings: TestRow[] = [
  {
    finding_id: '2025-001',
    kind: 'problem',
    status: 'sent',
    overdue: true,
    title_zh: '<script>alert(1)</script>',
    department_id: 'tax',
    overdue_working_days: 26,
    replies: 0,
    sent_on: '2025-08-01',
    last_event_on: '2025-09-01',
  },
];
const releases: TestRow[] = [{ release: '2', version: '1.1.0' }];

let container: AstroContainer;
let load: (name: string) => Promise<AstroComponentFactory>;
let figureOf: (typeof import('../../src/site/figures/figures.ts'))['figureOf'];
let rows: (typeof import('../../src/site/findings/findings.ts'))['problems'];

const tax = { kind: 'department', id: 'tax' } as const;
const language = 'zh';

beforeAll(async () => {
  const departments = [{ department_id: 'tax', name_zh: '税务局' }];
  const categories = [{ category_id: 'unclassified', name_zh: '保密' }];
  process.env['ZHAOCHA_TABLES'] = writeTables({ figures, findings, departments, categories, releases });
  const components = import.meta.glob<{ default: AstroComponentFactory }>(
    '../../src/site/components/*.astro',
  );
  container = await AstroContainer.create();
  load = async (name) => {
    const component = components[`../../src/site/components/${name}.astro`];
    if (!component) throw new Error(`There is no component ${name}`);
    return (await component()).default;
  };
  ({ figureOf } = await import('../../src/site/figures/figures.ts'));
  ({ problems: rows } = await import('../../src/site/findings/findings.ts'));
});

async function rendered(name: string, props: object, slots: Record<string, string> = {}): Promise<string> {
  const html = await container.renderToString(await load(name), { props: { ...props }, slots });
  return html.replaceAll(/<!--.*?-->/gs, '').trim();
}

describe('Figure', () => {
  it('shows a number with the row it comes from', async () => {
    expect(await rendered('Figure', { figure: figureOf(tax, 'found'), language, plain: true })).toBe(
      '<data data-figure="department:tax|all|found" value="3">3</data>',
    );
  });

  it('links to the rows behind it', async () => {
    const html = await rendered('Figure', { figure: figureOf(tax, 'overdue'), language, class: 'n ov' });
    expect(html).toBe(
      '<a class="n ov" href="/findings/department/tax/#overdue"><data data-figure="department:tax|all|overdue" value="1">1</data></a>',
    );
  });

  it('says in words why there is no number, never 0', async () => {
    const words = async (figure: unknown) => rendered('Figure', { figure, language });
    expect(await words(figureOf(tax, 'on_time_rate'))).toContain('件数太少，不判断');
    expect(await words(figureOf(tax, 'positive_rate', 'all', 'overall'))).toContain('不公布');
    expect(await words(undefined)).toContain('没有');
  });
});

describe('OwedList', () => {
  it('says how long a problem is overdue and that nobody replied, with its title as text', async () => {
    const html = await rendered('OwedList', { rows, language });
    expect(html).toContain('data-cell="findings:2025-001:overdue_working_days" value="26">26</data>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>');
    expect(html).toContain('<b class="st ov">');
    expect(html).toContain('<span data-text>税务局</span>');
  });
});

describe('CategorySquares', () => {
  it('keeps those without a category apart from a category of whatever id', async () => {
    const [one] = rows;
    const members = [one, { ...one, finding_id: '2025-002', category_id: 'unclassified' }];
    const html = await rendered('CategorySquares', { rows: members, department: 'tax', language });
    const [, body = ''] = html.split('<tbody');
    const lines = body.split('<tr').slice(1);
    expect(lines.map((line) => /data-where="([^"]*)"/.exec(line)?.[1]?.split('category_id=')[1])).toEqual([
      'unclassified',
      '',
    ]);
    expect(lines[0]).toContain('保密');
  });
});

describe('Share', () => {
  it('carries what it is a share of, and its interval', async () => {
    const html = await rendered('Share', {
      figure: figureOf(tax, 'confirmed_rate'),
      language,
      interval: true,
    });
    const heard = html.replaceAll(/<span aria-hidden="true">[^<]*<\/span>/g, '');
    const seen = html.replaceAll(/<span class="vh">[^<]*<\/span>/g, '');
    const textOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, '');
    expect(textOf(seen)).toBe('78%（206/264），区间 72–83%');
    expect(textOf(heard)).toBe('78%（206/264），区间 72至83%');
  });

  it('shows the counts alone where there are too few', async () => {
    const html = await rendered('Share', { figure: figureOf(tax, 'on_time_rate'), language, interval: true });
    expect(html.replaceAll(/<[^>]*>/g, '')).toBe('件数太少，不判断（2/3）');
  });
});

describe('OnTime', () => {
  const said = async (of: object | undefined) =>
    (await rendered('OnTime', { figure: of, language })).replaceAll(/<[^>]*>/g, '');

  it('gives the rate and its interval', async () => {
    expect(await said(figureOf(tax, 'confirmed_rate'))).toMatch(
      /^期限已到的，按期改好 78%（206\/264），区间/,
    );
  });

  it('gives the counts where there are too few, and says so once', async () => {
    expect(await said(figureOf(tax, 'on_time_rate'))).toBe(
      '期限已到的 3 件里 2 件按期改好；件数太少，不判断。',
    );
  });

  it('says that nothing is past its limit', async () => {
    expect(await said({ ...figureOf(tax, 'on_time_rate'), status: 'no_cases', count: 0, base: 0 })).toBe(
      '还没有期限已到的。',
    );
  });
});

describe('Status', () => {
  it('is a glyph and a word', async () => {
    const html = await rendered('Status', { outcome: 'overdue', language });
    expect(html).toContain('href="#i-ov"');
    expect(html).toContain('逾期');
  });
});

describe('Sentence', () => {
  it('puts each slot in its place', async () => {
    const html = await rendered('Sentence', { text: '{a} of {b}' }, { a: '<b>1</b>', b: '2' });
    expect(html).toBe('<b>1</b> of 2');
  });

  it('does not let a place stay empty', async () => {
    await expect(rendered('Sentence', { text: '{a} of {b}' }, { a: '1' })).rejects.toThrow(
      'Sentence needs the slot “b”',
    );
  });
});

describe('UnitGrid', () => {
  it('has one square for each problem, in runs that link to their rows', async () => {
    const html = await rendered('UnitGrid', {
      subject: tax,
      language,
      addressOf: (outcome: string) => `/${outcome}/`,
    });
    expect(html.match(/<i>/g)).toHaveLength(3);
    expect(html).toContain('href="/confirmed/" aria-label="2 件：体验官确认已整改"');
  });
});

describe('FindingTable', () => {
  it('shows what a cell holds as text, whatever it holds', async () => {
    const html = await rendered('FindingTable', { rows, language, caption: '' });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>');
    expect(html).toContain('data-cell="findings:2025-001:overdue_working_days" value="26"');
  });

  it('labels dates and days, which on a narrow screen have no head above them', async () => {
    const html = await rendered('FindingTable', { rows, language, caption: '' });
    const labels = [...html.matchAll(/data-l="([^"]+)"/g)].map(([, label]) => label);
    expect(labels).toEqual(['最近变动', '逾期工作日']);
  });
});

describe('ExplorerResults', () => {
  it('has as many headings as its row has cells', async () => {
    const html = await rendered('ExplorerResults', { language });
    const row = html.slice(html.indexOf('data-of="row"'));
    const cells = row.slice(0, row.indexOf('</template>')).match(/<t[dh] /g) ?? [];
    expect(html.match(/role="columnheader"/g)).toHaveLength(cells.length);
  });

  it('labels dates and days as the rows of the register do', async () => {
    const html = await rendered('ExplorerResults', { language });
    const labels = [...html.matchAll(/data-l="([^"]+)"/g)].map(([, label]) => label);
    expect(labels).toEqual(['最近变动', '用时 / 限期（工作日）', '逾期工作日']);
  });
});

describe('ReleaseTable', () => {
  it('keeps the number of a release apart from its version', async () => {
    const html = await rendered('ReleaseTable', { language });
    expect(html.replaceAll(/<[^>]*>/g, '')).toContain('第 2 期（1.1.0）');
  });
});
