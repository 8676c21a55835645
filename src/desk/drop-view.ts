import { counted } from '../model/counted.ts';
import { encodingProofs } from '../model/encoding-proof.ts';
import { dropOf } from '../model/drop-order.ts';
import { vendors } from '../model/layout.ts';
import { isFatal } from '../model/problem.ts';
import type { CheckedDrop } from '../model/batch.ts';
import type { RecordKind } from '../model/record.ts';
import type { Words } from '../model/words.ts';
import type { Outcome } from '../pipeline/run.ts';

/** A file among the drops, as the desk shows it. */
export interface DropView {
  readonly name: string;
  readonly sheets: readonly { readonly name: string; readonly said: Words }[];
  /** Columns with personal data, which were not read. */
  readonly unread: readonly string[];
  /** How many problems in it must be mended, of those at hand. */
  readonly fatal: number;
  readonly isPublished: boolean;
}

const kindWords: Readonly<Record<RecordKind, Words>> = {
  findings: { zh: '发现', en: 'findings' },
  events: { zh: '进展', en: 'events' },
  responses: { zh: '答卷', en: 'responses' },
  visits: { zh: '走访', en: 'visits' },
  transactions: { zh: '办件量', en: 'transactions' },
};

/** What was recognised of a sheet: whose layout, what its rows are, its encoding and what proves it, its rows. */
function recognisedWords({ layout, kinds, encoding, proof, account }: CheckedDrop): Words {
  const vendor = vendors.find(({ code }) => code === layout);
  const own: Words =
    layout === 'own' ? { zh: '本项目版式', en: 'our own layout' } : { zh: layout, en: layout };
  const { zh, en } = vendor ?? own;
  const rows = {
    zh: kinds.map((kind) => kindWords[kind].zh).join('、'),
    en: kinds.map((kind) => kindWords[kind].en).join(', '),
  };
  const left = account.read - account.used;
  return {
    zh: `${rows.zh}（${zh}），${encoding}（${encodingProofs[proof].zh}），读到 ${account.read} 行，采用 ${account.used} 行${left > 0 ? `，搁置 ${left} 行` : ''}`,
    en: `${rows.en} (${en}), ${encoding} (${encodingProofs[proof].en}), ${counted(account.read, 'row')} read, ${account.used} used${left > 0 ? `, ${left} set aside` : ''}`,
  };
}

/** The files among the drops, with what the last check has recognised of each. */
export function dropViews(
  names: readonly string[],
  outcome: Outcome | null,
  published: ReadonlySet<string>,
): DropView[] {
  const tolerated = outcome?.settings?.programme.tolerate ?? [];
  return names.map((name) => {
    const sheets = outcome?.drops.filter(({ file }) => dropOf(file) === name) ?? [];
    const problems = outcome?.problems.filter(({ file }) => dropOf(file) === name) ?? [];
    return {
      name,
      sheets: sheets.map((sheet) => ({
        name: sheet.file.slice(name.length + 3),
        said: recognisedWords(sheet),
      })),
      unread: sheets.flatMap(({ personal }) => personal),
      fatal: problems.filter((problem) => isFatal(problem, tolerated)).length,
      isPublished: published.has(name),
    };
  });
}
