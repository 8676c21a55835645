import { distance } from 'fastest-levenshtein';
import { pinyin } from 'pinyin-pro';

/** What the names of offices end in, and abbreviations leave out or shorten. */
const suffix =
  /(?:管理局|监督局|服务局|工作局|事务局|管理中心|服务中心|登记中心|工作委员会|管理委员会|委员会|办公室|大厅|中心|分局|局|委|办|厅|处|所|站|馆)$/;

/** Where an office is, as a letter in front: 市人社局. */
const level = /^[省市区县州](?=.{2})/;

/** A name without the city in front and without its class behind, as people shorten it, and the name itself. */
function variants(name: string, city: string): string[] {
  const here =
    city === '' || !name.startsWith(city) ? name : name.slice(city.length).replace(/^[市区县]/, '');
  const bare = here.replace(level, '');
  return [...new Set([name, here, bare, bare.replace(suffix, '')])].filter((one) => one.length > 1);
}

/** Sounds that are often taken for each other become one: zh and z, n and l, an and ang. */
function blur(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/ng$/, 'n');
}

const hanzi = /\p{Script=Han}/u;

/** How names were said before: those of a list are held against every name that it lacks. */
const heard = new Map<string, readonly string[]>();
const mostHeard = 10_000;

/** How hanzi are said, syllable by syllable, without tones; other letters as they are. */
function syllables(text: string): readonly string[] {
  const before = heard.get(text);
  if (before !== undefined) return before;
  const said = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  if (heard.size >= mostHeard) heard.clear();
  heard.set(text, said);
  return said;
}

/** Each syllable as one character, so that two texts can be compared syllable by syllable. */
function asCharacters(all: readonly string[], known: Map<string, string>): string {
  return all
    .map((syllable) => {
      const character = known.get(syllable) ?? String.fromCharCode(0xe000 + known.size);
      known.set(syllable, character);
      return character;
    })
    .join('');
}

function share(one: string, other: string): number {
  return distance(one, other) / Math.max(one.length, other.length, 1);
}

function soundUnlikeness(one: string, other: string): number {
  const known = new Map<string, string>();
  const spoken = [one, other].map((text) => asCharacters(syllables(text).map(blur), known));
  return share(spoken[0] ?? '', spoken[1] ?? '');
}

/** What was typed in letters: `renshe`, `rsj`. */
function typedUnlikeness(typed: string, name: string): number {
  const said = syllables(name);
  const initials = said.map((syllable) => syllable[0] ?? '').join('');
  if (typed === initials) return 0;
  const spelt = said.join('');
  return typed.length > 3 && spelt.includes(typed) ? 0.1 : share(typed, spelt);
}

function isInOrder(short: string, long: string): boolean {
  let from = 0;
  for (const letter of short) {
    const at = long.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

function abbreviationUnlikeness(one: string, other: string): number {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 2) return 1;
  if (long.includes(short)) return 0.2;
  if (!hanzi.test(short) && short.length < 3) return 1;
  return isInOrder(short, long) ? (short[0] === long[0] ? 0.25 : 0.4) : 1;
}

/**
 * How unlike two names of an office, a hall or a service are: 0 for the same, 1 for nothing in common. Letters that
 * differ, abbreviations, what sounds alike, pinyin typed in letters: the likest counts.
 *
 * @example
 * unlikeness('市人社局', '人力资源和社会保障局', '') < 0.3; // => true
 * unlikeness('人设局', '人社局', '') < 0.2; // => true
 * unlikeness('公安局', '税务局', '') > 0.5; // => true
 */
export function unlikeness(wanted: string, name: string, city: string): number {
  const isSpelt = hanzi.test(name);
  const costs = variants(wanted, city).flatMap((one, tried) =>
    variants(name, city).flatMap((other) => [
      // The bare core of a name says less than the whole of it.
      share(one, other) + (tried > 0 ? 0.05 : 0),
      abbreviationUnlikeness(one, other),
      isSpelt && hanzi.test(one) ? soundUnlikeness(one, other) + 0.1 : 1,
      isSpelt && !hanzi.test(one) ? typedUnlikeness(one, other) + 0.1 : 1,
    ]),
  );
  return Math.min(1, ...costs);
}
