/** The first character, in pinyin order, of each letter that a Chinese name can begin with. */
const first = 'A阿 B八 C嚓 D哒 E妸 F发 G旮 H哈 J击 K喀 L垃 M妈 N拿 O哦 P啪 Q期 R然 S撒 T塌 W挖 X昔 Y压 Z匝'
  .split(' ')
  .map(([letter = '', character = '']) => ({ letter, character }));

const pinyinOrder = new Intl.Collator('zh-u-co-pinyin');

/**
 * The letter under which a name stands in an index: that of its pinyin where it is known, else of its first character;
 * of a Chinese character the one that dictionaries file it under. What begins with neither letter nor character is
 * under `#`.
 *
 * @example
 * nameInitial('公安局', 'gong an ju'); // => 'G'
 * nameInitial('材料与指南不一致', ''); // => 'C'
 * nameInitial('Épernay Hall', ''); // => 'E'
 * nameInitial('12345', ''); // => '#'
 */
export function nameInitial(name: string, pinyin: string): string {
  const start = (pinyin || name).trim().normalize('NFD').charAt(0).toUpperCase();
  if (/[A-Z]/.test(start)) return start;
  if (!/\p{Script=Han}/u.test(start)) return '#';
  return first.findLast(({ character }) => pinyinOrder.compare(character, start) <= 0)?.letter ?? '#';
}
