import { counted } from '../../model/counted.ts';
import { formulaTerms } from '../../model/formula-term.ts';
import { figureStatuses, published } from '../../model/published.ts';
import type { Column } from '../../model/table.ts';
import { wordsIn, type Words } from '../../model/words.ts';
import { cell, type PublicTables, type Row } from '../read-table.ts';
import { recountSingly, type OneAgain, type SingleRecount } from '../recount/recount.ts';
import { namePeriod, nameSubject, textIn } from './name-subject.ts';
import { rowsBehind } from './rows-behind.ts';

/** One thing that is said of a figure. */
export interface Fact {
  readonly name: string;
  readonly text: string;
  /** Where it can be had, under the root of the site. */
  readonly file?: string;
  /** Its lines are to be kept as they are. */
  readonly isCode?: true;
}

/** Where a published number comes from, in words: what it measures, how, from what, and whether counting it again gives the same. */
export interface Account {
  readonly key: string;
  readonly title: string;
  /** Whether it could be counted again, and whether that gave another number. */
  readonly verdict: 'same' | 'differs' | 'not public' | 'no such figure';
  /** The verdict as a sentence. */
  readonly said: string;
  readonly facts: readonly Fact[];
  readonly differences: readonly string[];
}

const numberColumns = ['value', 'count', 'base', 'low', 'high', 'effective_base'] as const;
const judgedColumns = [
  'comparison',
  'signal',
  'centre',
  'limit_low',
  'limit_high',
  'limits',
  'band',
  'p_adjusted',
] as const;

const columns = new Map<string, Column>(published.figures.columns.map((column) => [column.name, column]));

/** Short names of the columns of numbers; the others go by their own. */
const shortNames: Readonly<Record<string, Words>> = {
  value: { zh: '数值', en: 'value' },
  count: { zh: '件数或人数', en: 'count' },
  base: { zh: '基数', en: 'base' },
  low: { zh: '区间下端', en: 'range from' },
  high: { zh: '区间上端', en: 'range to' },
  effective_base: { zh: '有效人数', en: 'effective base' },
  comparison: { zh: '比较', en: 'comparison' },
  signal: { zh: '信号', en: 'signal' },
  centre: { zh: '中线', en: 'centre line' },
  limit_low: { zh: '界限下端', en: 'lower limit' },
  limit_high: { zh: '界限上端', en: 'upper limit' },
  limits: { zh: '界限怎样得来', en: 'how the limits were made' },
  band: { zh: '分段', en: 'band' },
  p_adjusted: { zh: '校正的 p 值', en: 'adjusted p-value' },
};

/** What some columns of a figure hold, each by its name; a code in words. */
function columnsOf(row: Row, names: readonly string[], language: string): string {
  return names
    .filter((name) => cell(row, name) !== '')
    .map((name) => {
      const code = columns.get(name)?.codes?.find((one) => one.code === cell(row, name));
      const label = wordsIn(shortNames[name] ?? { zh: name, en: name }, language);
      return `${label} ${code === undefined ? cell(row, name) : wordsIn(code, language)}`;
    })
    .join(' · ');
}

function numbersOf(row: Row, language: string): string {
  const status = figureStatuses.find(({ code }) => code === cell(row, 'status'));
  const shown = columnsOf(row, numberColumns, language);
  const words = status === undefined ? cell(row, 'status') : wordsIn(status, language);
  return status?.code === 'shown' ? shown : [words, shown].filter(Boolean).join('; ');
}

function recountedOf({ numbers }: OneAgain, language: string): string {
  if (numbers === null) return '';
  const cells = Object.fromEntries(
    numberColumns.map((name) => {
      const value = numbers[name];
      return [name, value === null ? '' : String(Math.round(value * 1e6) / 1e6)];
    }),
  );
  return columnsOf(cells, numberColumns, language) || numbers.status;
}

function formulaOf(formula: string, language: string): string {
  const terms: Readonly<Record<string, Words>> = formulaTerms;
  return formula.replace(/"([^"]*)"/g, (_, term: string) => {
    const words = terms[term];
    return words === undefined ? term : wordsIn(words, language);
  });
}

function releaseOf({ releases, programme }: PublicTables, say: Say): string {
  const last = releases.at(-1);
  const cutoff = cell(
    programme.find((row) => cell(row, 'field') === 'cutoff'),
    'value',
  );
  if (last === undefined)
    return say(`还没有发布过；数据截至 ${cutoff}`, `Not released yet; data to ${cutoff}`);
  const [number, version, on, hash] = ['release', 'version', 'published_on', 'record_sha256'].map((column) =>
    cell(last, column),
  );
  return say(
    `第 ${number} 期（${version}），${on} 发布，数据截至 ${cutoff}；记录的校验值 ${hash}`,
    `Release ${number} (${version}) of ${on}, data to ${cutoff}; hash of its record ${hash}`,
  );
}

type Say = (zh: string, en: string) => string;

function behind({ ground }: SingleRecount, row: Row, say: Say): Fact {
  const name = say('依据', 'Counted from');
  const rows = rowsBehind(ground, row);
  if (rows === null)
    return {
      name,
      text: say(
        '问卷的原始回答或办件量，不公开；能核对的是比率和区间',
        'Answers of persons, or transactions: private. Its rate and range can be checked',
      ),
    };
  const file = `data/latest/${rows.table}.csv`;
  if (rows.rows === null) return { name, text: say('另外几个公布的数字', 'Other published figures'), file };
  return { name, text: say(`${rows.rows} 行`, counted(rows.rows, 'row')), file };
}

function sqlOf({ statements }: PublicTables, file: string, say: Say): Fact[] {
  const text = cell(
    statements.find((row) => cell(row, 'sql') === file),
    'statement',
  );
  const name = say(`计数的 SQL，${file}`, `SQL that counts it, ${file}`);
  return text === '' ? [] : [{ name, text, isCode: true }];
}

function verdictOf(again: OneAgain, say: Say): Pick<Account, 'verdict' | 'said'> {
  if (again.differences.length > 0)
    return { verdict: 'differs', said: say('重新算出的数不同。', 'Counting it again gives another number.') };
  return again.numbers === null
    ? {
        verdict: 'not public',
        said: say(
          '依据不公开，不能从头再算；比率和区间核对无误。',
          'Its ground is private, so it cannot be counted from the start; its rate and range are right.',
        ),
      }
    : { verdict: 'same', said: say('重新算出来一样。', 'Counted again: the same.') };
}

/** Says where the figures of some keys come from, in a language, and counts each again. */
export function accountsOf(tables: PublicTables, keys: readonly string[], language: string): Account[] {
  const recount = recountSingly(tables);
  return keys.map((key) => accountOf(recount, key, language));
}

function accountOf(recount: SingleRecount, key: string, language: string): Account {
  const say: Say = (zh, en) => wordsIn({ zh, en }, language);
  const { tables } = recount.ground;
  const again = recount.one(key);
  if (again === null)
    return {
      key,
      title: key,
      verdict: 'no such figure',
      said: say('figures.csv 里没有这个数字。', 'There is no such figure in figures.csv.'),
      facts: [],
      differences: [],
    };
  const { row, differences } = again;
  const measure = tables.measures.find((one) => cell(one, 'measure') === cell(row, 'measure'));
  const question = tables.questions.find((one) => cell(one, 'question_id') === cell(row, 'question_id'));
  const fact = (name: string, text: string, file?: string): Fact[] =>
    text === '' ? [] : [{ name, text, ...(file === undefined ? {} : { file }) }];
  return {
    key,
    title: [
      nameSubject(tables, cell(row, 'subject_kind'), cell(row, 'subject_id'), language),
      textIn(question, 'text', language),
      textIn(measure, 'name', language),
      namePeriod(cell(row, 'period'), language),
    ]
      .filter(Boolean)
      .join(' · '),
    ...verdictOf(again, say),
    facts: [
      ...fact(say('公布的', 'Published'), numbersOf(row, language), 'data/latest/figures.csv'),
      ...fact(say('重新算出', 'Counted again'), recountedOf(again, language)),
      ...fact(say('与其他数字相比', 'Beside others'), columnsOf(row, judgedColumns, language)),
      behind(recount, row, say),
      ...fact(say('定义', 'Definition'), textIn(measure, 'definition', language)),
      ...fact(say('算式', 'Formula'), formulaOf(cell(measure, 'formula'), language)),
      ...fact(say('方法与区间', 'Method and range'), textIn(measure, 'method', language)),
      ...fact(say('何时不显示', 'Not shown when'), textIn(measure, 'hidden', language)),
      ...fact(say('哪一期', 'Release'), releaseOf(tables, say)),
      ...sqlOf(tables, cell(measure, 'sql'), say),
    ],
    differences: differences.map(({ where, expected, found }) =>
      say(`${where}：应为 ${expected}，实为 ${found}`, `${where}: should be ${expected}, is ${found}`),
    ),
  };
}
