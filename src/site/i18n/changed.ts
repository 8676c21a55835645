import type { Dictionary } from './zh.ts';

type Change = (message: string) => string;

/** A message that depends on something, changed. Texts that it is given are of the programme and not of ours: they stay as they are. */
function changedMessage(message: (...given: unknown[]) => unknown, change: Change) {
  return (...given: readonly unknown[]): unknown => {
    const texts: string[] = [];
    const places = given.map((one) => (typeof one === 'string' ? `\uE000${texts.push(one) - 1}\uE001` : one));
    const putBack = (said: string) =>
      said.replaceAll(/\uE000(\d+)\uE001/g, (_, place: string) => texts[Number(place)] ?? '');
    return changed(message(...places), (said) => putBack(change(said)));
  };
}

/**
 * A part of a dictionary with every message in it changed, also those that depend on something.
 *
 * @example
 * changed({ all: 'yes', none: ['no'] }, (message) => message.toUpperCase()); // => {"all":"YES","none":["NO"]}
 * changed((name: string) => `${name}: none`, (message) => message.toUpperCase())('Tax'); // => 'Tax: NONE'
 */
export function changed<Part>(part: Part, change: Change): Part {
  if (typeof part === 'string') return change(part) as Part;
  if (typeof part === 'function')
    return changedMessage(part as unknown as (...given: unknown[]) => unknown, change) as Part;
  if (Array.isArray(part)) return part.map((inner) => changed(inner, change)) as Part;
  return Object.fromEntries(
    Object.entries(part as object).map(([key, inner]) => [key, changed(inner, change)]),
  ) as Part;
}

/** A dictionary with every message changed; each of its parts when it is first asked for. */
export function changedDictionary(dictionary: Dictionary, change: Change): Dictionary {
  const parts = new Map<string | symbol, unknown>();
  return new Proxy(dictionary, {
    get(whole, name) {
      if (!parts.has(name)) parts.set(name, changed(whole[name as keyof Dictionary], change));
      return parts.get(name);
    },
  });
}
