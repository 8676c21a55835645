/** Up to the first letter anything, then one of a writing from right to left. */
const fromTheRight =
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Whether a text is written from right to left, by its first letter, as `dir="auto"` has it on a page.
 *
 * @example
 * isFromTheRight('2025: כן?'); // => true
 * isFromTheRight('−4'); // => false
 */
export function isFromTheRight(text: string): boolean {
  return fromTheRight.test(text);
}

type Writing = Pick<CanvasRenderingContext2D, 'fillText' | 'strokeText' | 'textAlign' | 'direction'>;

/** In a drawing, which runs from left to right, where a text begins and ends. */
const sides: Readonly<Record<CanvasTextAlign, CanvasTextAlign>> = {
  start: 'left',
  left: 'left',
  center: 'center',
  end: 'right',
  right: 'right',
};

/**
 * Has a canvas write each text in its own direction: one has but a single direction for all, and a question in Arabic letters would end
 * in a mark on its right. The drawing, with its time from left to right, stays where it is.
 */
export function writeEachWay(context: Writing): void {
  for (const name of ['fillText', 'strokeText'] as const) {
    const write = context[name].bind(context);
    context[name] = (text, ...at) => {
      if (!isFromTheRight(text)) return write(text, ...at);
      const { textAlign, direction } = context;
      Object.assign(context, { textAlign: sides[textAlign], direction: 'rtl' });
      write(text, ...at);
      Object.assign(context, { textAlign, direction });
    };
  }
}
