import type { Mistake } from './yaml.ts';

/** A mistake that the library finds: its code, and its words where the code has several meanings. */
interface Known extends Mistake {
  readonly code: string;
  readonly saying?: RegExp;
}

const noColon: Mistake = {
  said: { zh: '这一行缺冒号，或冒号后面缺空格', en: 'a colon is missing, or the space after it' },
  mend: {
    zh: '写成“名称: 内容”，冒号用半角，后面空一格',
    en: 'write “name: content”, with a plain colon and a space after it',
  },
};

/** The mistakes that people make most, in the order in which they are looked for. */
const known: readonly Known[] = [
  {
    code: 'TAB_AS_INDENT',
    said: { zh: '行首用了制表符（Tab）', en: 'a tab stands at the beginning of the line' },
    mend: { zh: '缩进只用空格，每一级两个', en: 'indent with spaces only, two for each level' },
  },
  { code: 'MULTILINE_IMPLICIT_KEY', ...noColon },
  { code: 'MISSING_CHAR', saying: /map values/, ...noColon },
  {
    code: 'MISSING_CHAR',
    saying: /quote/,
    said: { zh: '从这里起的引号没有配对', en: 'the quote that begins here is not closed' },
    mend: { zh: '在文字后面补上同样的引号', en: 'close it with the same quote after the text' },
  },
  {
    code: 'DUPLICATE_KEY',
    said: { zh: '这一项写了不止一次', en: 'this setting stands there more than once' },
    mend: { zh: '只留一个', en: 'keep one of them' },
  },
  {
    code: 'BAD_INDENT',
    saying: /^Flow/,
    said: { zh: '上面的 { 或 [ 没有配对', en: 'a { or [ above is not closed' },
    mend: { zh: '补上 } 或 ]', en: 'close it with } or ]' },
  },
  {
    code: 'BAD_INDENT',
    said: { zh: '这一行的缩进没有对齐', en: 'this line is not aligned with the others' },
    mend: { zh: '同一级的各行前面空格一样多', en: 'give all lines of a level the same number of spaces' },
  },
  {
    code: 'BLOCK_AS_IMPLICIT_KEY',
    said: {
      zh: '内容里有冒号加空格，或下一行多了缩进',
      en: 'the content holds a colon and a space, or the next line is indented too far',
    },
    mend: { zh: '给内容加引号，或去掉多的空格', en: 'put the content in quotes, or take the spaces out' },
  },
  {
    code: 'BLOCK_IN_FLOW',
    said: { zh: '{ } 里缺逗号', en: 'a comma is missing within { }' },
    mend: { zh: '各项之间用半角逗号隔开', en: 'put a plain comma between the parts' },
  },
  {
    code: 'BAD_SCALAR_START',
    said: { zh: '内容不能以这个符号开头', en: 'a content cannot begin with this sign' },
    mend: { zh: '给内容加引号', en: 'put the content in quotes' },
  },
  {
    code: 'BAD_DQ_ESCAPE',
    said: { zh: '双引号里的反斜杠 \\ 另有意思', en: 'a backslash within double quotes means something else' },
    mend: { zh: '改用单引号', en: 'use single quotes' },
  },
  {
    code: 'ALIAS',
    saying: /^Unresolved/,
    said: {
      zh: '以 * 开头的内容会当作引用，而没有这个名称',
      en: 'content that begins with * is a reference, and nothing has that name',
    },
    mend: { zh: '给内容加引号', en: 'put the content in quotes' },
  },
];

/**
 * A mistake in how a YAML file is written, in words that help; `ALIAS` stands for those found when references are followed. The
 * library's own words come with it only where it is no usual mistake.
 *
 * @example
 * yamlMistake('TAB_AS_INDENT', 'Tabs are not allowed as indentation').mend.en; // => 'indent with spaces only, two for each level'
 * yamlMistake('IMPOSSIBLE', 'Odd').mend.en; // => 'compare it with the lines around it (Odd)'
 */
export function yamlMistake(code: string, message: string): Mistake {
  const found = known.find((one) => one.code === code && (one.saying?.test(message) ?? true));
  if (found !== undefined) return found;
  return {
    said: { zh: '这里不合 YAML 的写法', en: 'this is not YAML' },
    mend: { zh: `对照前后的行检查（${message}）`, en: `compare it with the lines around it (${message})` },
  };
}
