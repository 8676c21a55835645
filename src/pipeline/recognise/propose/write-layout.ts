import { Document, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Words } from '../../../model/words.ts';
import type { Proposal } from './proposal.ts';

/** What each part of a proposed layout is for, above it in the file. */
const sections: Readonly<Record<string, Words>> = {
  recognise: { zh: '有这些列的文件就用这个版式', en: 'a file with these columns has this layout' },
  id_prefix: {
    zh: '编号前加上它，免得与别的问卷的 1、2、3 相混',
    en: 'put before ids, so that they stay apart from those of other surveys',
  },
  row_number_as: { zh: '导出里没有编号，用行号', en: 'the export has no ids: the row number is used' },
  columns: { zh: '我们的字段: 对方的列名', en: 'our field: their column' },
  dates: {
    zh: '日期写法；月和日不要弄反',
    en: 'how dates are written; mind which is day and which is month',
  },
  set_aside: {
    zh: '这些行不计入，行数在 quality.csv 里写明；想计入就删去那一条，全都计入写 []',
    en: 'rows not counted; quality.csv says how many. Take a line out to count them, write [] to count all',
  },
  events: {
    zh: '一件问题的经过，日期在哪一列，空着就是没有发生。claimed 是部门说改好了，confirmed 是复查的人看过，不要弄混',
    en: 'what happened to a finding: its date column, blank where it did not. claimed: the department says it is mended; confirmed: somebody looked again. Keep them apart',
  },
  values: { zh: '对方的写法: 我们的代码', en: 'their word: our code' },
  questions: { zh: '题目与答案都已在名单里的题', en: 'questions that are known already, with their answers' },
  options: { zh: '已知的多选题，一个选项一列', en: 'known questions with a column an answer' },
  scales: {
    zh: '几道题共用的答案，次序就是图上的次序',
    en: 'answers that several questions share, in the order of the charts',
  },
  codebook: {
    zh: '题目：核对题型和答案次序。grade 五级评价（从最好到最差，前三级算好评），scale 量表（从最好到最差，counts 写明哪几个答案算正向、负向，中间的不写），score 0–10 分，single 单选，multiple 多选',
    en: 'the questions: check kinds and the order of answers. grade: five grades, best first, the first three are good; scale: best first, counts says which answers are favourable or unfavourable, a middle has none; score: 0 to 10; single; multiple',
  },
  personal: { zh: '个人信息，从不读入', en: 'personal data, never read' },
  free_text: {
    zh: '自由填写的文字，从不读入；其中若有选择题，移到 codebook',
    en: 'free text, never read; move it to codebook if it is a question with listed answers',
  },
  ignore: { zh: '不用的列：空列、数字、日期', en: 'columns not used: empty ones, numbers, dates' },
};

function comment({ zh, en }: Words): string {
  return ` ${zh}\n ${en}`;
}

/** Short things stand in one line. */
function setFlow(node: unknown): void {
  if (isMap(node)) {
    for (const { key, value } of node.items as Pair[]) {
      const name = isScalar(key) ? String(key.value) : '';
      if ((name === 'name' || name === 'is') && (isMap(value) || isSeq(value))) value.flow = true;
      else if (name === 'choices' && isSeq(value))
        for (const item of value.items) if (isMap(item)) item.flow = true;
      setFlow(value);
    }
  } else if (isSeq(node)) for (const item of node.items) setFlow(item);
}

function keyNode(document: Document, name: string): Node | undefined {
  if (!isMap(document.contents)) return undefined;
  const pair = (document.contents.items as Pair[]).find(({ key }) => isScalar(key) && key.value === name);
  return pair?.key as Node | undefined;
}

/** The lines, as comments, for what only a person can say. */
function openLines({ open }: Proposal): string {
  return open
    .map(({ ask, options }) => {
      const choices = options
        .map(({ value, words }) => ` #   ${value}: ${words.zh} / ${words.en}\n`)
        .join('');
      return `# ？ ${ask.zh}\n# ? ${ask.en}\n${choices}`.replaceAll('\n #', '\n#').replace(/^ #/, '#');
    })
    .join('');
}

/** What stands on top of a proposed layout: which file it is for, and what was recognised. */
export interface LayoutHead {
  readonly file: string;
  readonly said: Words;
}

/** Writes a proposed layout as YAML for a person to correct, with what each part means in Chinese and English. */
export function writeLayout(proposal: Proposal, { file, said }: LayoutHead): string {
  const { layout, remarks } = proposal;
  const document = new Document(layout);
  document.commentBefore = undefined as never;
  setFlow(document.contents);
  for (const [name, words] of Object.entries(sections)) {
    const node = keyNode(document, name);
    if (node === undefined) continue;
    const remark = remarks.get(name);
    node.commentBefore = [words, ...(remark === undefined ? [] : [remark])].map(comment).join('\n');
    node.spaceBefore = true;
  }
  const codebook = document.get('codebook', true);
  if (isSeq(codebook))
    for (const item of codebook.items) {
      if (!isMap(item)) continue;
      const remark = remarks.get(`codebook.${String(item.get('id'))}`);
      if (remark !== undefined) item.commentBefore = comment(remark);
    }
  const scales = document.get('scales', true);
  if (isMap(scales))
    for (const { value } of scales.items as Pair[])
      if (isSeq(value)) for (const item of value.items) if (isMap(item)) item.flow = true;
  const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
  const top = [
    '# yaml-language-server: $schema=../layout.schema.json',
    `# ${oneLine(file)}：${said.zh}`,
    `# ${oneLine(file)}: ${said.en}`,
    '# 由 npm run describe 起草，请核对；改动后运行 npm run check。',
    '# Drafted by npm run describe. Correct it as you like, then run npm run check.',
  ].join('\n');
  const questions = openLines(proposal);
  return `${top}\n${questions}${document.toString({ lineWidth: 0, flowCollectionPadding: true })}`;
}
