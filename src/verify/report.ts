import { counted as soMany } from '../model/counted.ts';
import { wordsIn } from '../model/words.ts';
import type { Difference } from './difference.ts';
import type { Stage, Verified } from './verify.ts';

type Said = (zh: string, en: string) => string;

const sayIn =
  (language: string): Said =>
  (zh, en) =>
    wordsIn({ zh, en }, language);

/** How many differences are told one by one. */
const shown = 50;

/** What verification is at, in words: for whoever waits. */
export function stageWords(stage: Stage, language: string): string {
  const words = {
    hashes: { zh: '核对文件的哈希', en: 'Checking the hashes of the files' },
    tables: { zh: '读入各表', en: 'Reading the tables' },
    forms: { zh: '核对其他格式', en: 'Checking the other forms' },
    recount: { zh: '重新计算', en: 'Counting again' },
    chain: { zh: '核对各期', en: 'Checking the releases' },
    pages: { zh: '核对各页', en: 'Checking the pages' },
  } as const;
  return wordsIn(words[stage], language);
}

/** That nothing was verified, as this engine lacks something: no word on the site. */
export function cannotRun(missing: readonly string[], language: string): string {
  const names = missing.join(' ');
  return sayIn(language)(
    `核对程序在这里运行不了：缺少 ${names}。什么也没有核对，不等于数据有误。请用 Node 20 或更新的版本，或较新的浏览器经 https 打开。`,
    `The verifier cannot run here: ${names} is missing. Nothing was verified, which says nothing against the data. Use Node 20 or newer, or a newer browser over https.`,
  );
}

/** That verification was stopped by a failure of its own, or of the way to the site: no word on the site. */
export function stoppedBy(error: unknown, language = 'zh'): string {
  return sayIn(language)(
    `核对程序没有做完就停了：${error}。这是程序或网络的毛病，不等于数据有误。`,
    `The verifier stopped before the end: ${error}. That is a fault of the program or the network and says nothing against the data.`,
  );
}

function differenceLine({ check, where, expected, found }: Difference, say: Said): string {
  return say(
    `[${check}] ${where}：应为 ${expected}，实为 ${found}`,
    `[${check}] ${where}: should be ${expected}, is ${found}`,
  );
}

/** What came of verifying a site, in sentences: what was counted, what could not be, and whether anything differs. */
export function reportOf(
  { counted, numbers, pages, releases, forms, differences }: Verified,
  language: string,
): { readonly summary: readonly string[]; readonly differences: readonly string[] } {
  const say = sayIn(language);
  const { figures, recounted, unfounded, judged, rows } = counted;
  const number = (count: number) => count.toLocaleString(language);
  const so = (count: number, noun: string) => soMany(count, noun, number(count));
  const kinds = [...unfounded]
    .map(([measure, count]) => `${measure} × ${number(count)}`)
    .join(say('、', ', '));
  const summary = [
    say(
      `公布的数字 ${number(figures)} 个，从公开的表重新算出 ${number(recounted)} 个；${number(pages)} 页上的 ${number(numbers)} 个数字逐个核对；各期记录 ${number(releases)} 期。`,
      `${so(figures, 'published figure')}, ${number(recounted)} counted again from the public tables; ${so(numbers, 'number')} on ${so(pages, 'page')} held against them; ${so(releases, 'release')}.`,
    ),
    say(
      `一并重新算出：${number(judged)} 个数字旁的判断（比较、信号、控制限、分段、p 值）、漏斗图界限 ${number(rows.funnels)} 行、曲线 ${number(rows.curves)} 级、答案的占比 ${number(rows.answers)} 行。`,
      `Counted again with them: what is said beside ${so(judged, 'figure')} (comparison, signal, limits, band, p-value), ${so(rows.funnels, 'row of funnel limits')}, ${so(rows.curves, 'step of curves')}, ${so(rows.answers, 'row of shares of answers')}.`,
    ),
    ...(unfounded.size === 0
      ? []
      : [
          say(
            `公开的表里没有其依据的（问卷原始回答和办件量不公开），只核对比率与区间：${kinds}`,
            `Without their ground in the public tables (answers of persons and transactions are private); only rate and interval were checked: ${kinds}`,
          ),
        ]),
    ...(forms === 'read'
      ? []
      : [
          say(
            'JSON、Parquet、Excel 和压缩包只核对了校验值，没有逐行读。',
            'JSON, Parquet, the workbook and the archive were held against their checksums and not read row by row.',
          ),
        ]),
  ];
  if (differences.length === 0)
    return { summary: [...summary, say('没有一处不同。', 'No difference.')], differences: [] };
  return {
    summary,
    differences: [
      ...differences.slice(0, shown).map((difference) => differenceLine(difference, say)),
      say(`共 ${number(differences.length)} 处不同。`, `${so(differences.length, 'difference')}.`),
    ],
  };
}
