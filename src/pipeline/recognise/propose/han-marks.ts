const full: Readonly<Record<string, string>> = { '?': '？', '!': '！', ',': '，', ':': '：', ';': '；' };

/**
 * Marks beside Chinese characters as Chinese is set. Names of columns are compared in a form in which these marks are narrow, and a
 * page would show a question in that form.
 *
 * @example
 * hanMarks('您满意吗?'); // => '您满意吗？'
 * hanMarks('推荐给亲友吗?(0—10分)'); // => '推荐给亲友吗？（0—10分）'
 * hanMarks('Satisfied? (5, 4, 3)'); // => 'Satisfied? (5, 4, 3)'
 */
export function hanMarks(text: string): string {
  return text
    .replaceAll(/\(([^()]*\p{Script=Han}[^()]*)\)/gu, '（$1）')
    .replaceAll(/(?<=[\p{Script=Han}）”])[?!,:;]/gu, (mark) => full[mark] ?? mark);
}
