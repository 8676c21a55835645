const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Marks that open something stand with what follows, and words that lean on the one before with that. */
const opening = /^[“‘（《〈「『【([]$/;
const leaning = /^[的了吗呢吧着过们地得]$/;

/**
 * The pieces of a Chinese text between which a large headline may break: whole words, with their marks.
 *
 * @example
 * phrasesOf('政务大厅窗口一句“办不了”'); // => ['政务', '大厅', '窗口', '一句', '“办', '不了”']
 * phrasesOf('多久能改好，谁说了算'); // => ['多久', '能', '改', '好，', '谁', '说了', '算']
 */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = [];
  let held = '';
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (opening.test(segment)) held += segment;
    else if (phrases.length > 0 && held === '' && (!isWordLike || leaning.test(segment)))
      phrases[phrases.length - 1] += segment;
    else {
      phrases.push(held + segment);
      held = '';
    }
  }
  return held === '' ? phrases : [...phrases, held];
}
