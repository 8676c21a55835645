import type { Layout } from '../../../model/layout.ts';
import { idsFor } from './answer-ids.ts';
import { knownScale } from './known-scales.ts';

type Entry = NonNullable<Layout['codebook']>[number];
type Choices = NonNullable<Entry['choices']>;

/** A list of answers is written once where so many questions share it. */
const fewestSharing = 2;

/** Writes lists of answers that several questions share once, under a name; the first says in which order. */
export function shareScales(entries: readonly Entry[]): {
  scales: Record<string, Choices>;
  codebook: Entry[];
} {
  // The order of answers may differ from question to question, and with it the ids that only number them.
  const keyOf = (choices: Choices) =>
    JSON.stringify(
      choices
        .map(({ id, name, is = [] }) =>
          [...Object.values(name), ...is, /^a\d+$/.test(id) ? '' : id].join('\n'),
        )
        .toSorted(),
    );
  const shareable = entries.flatMap(({ choices }) =>
    choices?.every(({ column }) => column === undefined) ? [choices] : [],
  );
  const groups = [...Map.groupBy(shareable, keyOf)].filter(([, lists]) => lists.length >= fewestSharing);
  const wanted = groups.map(([, [choices = []]], position) => {
    const texts = choices.map(({ name }) => Object.values(name)[0] ?? '');
    return knownScale(texts)?.name ?? `scale-${position + 1}`;
  });
  const ids = idsFor(wanted, 'scale');
  const names = new Map(groups.map(([key], position) => [key, ids[position] ?? '']));
  const scales = Object.fromEntries(
    groups.map(([key, [choices = []]]): [string, Choices] => [names.get(key) ?? '', choices]),
  );
  const codebook = entries.map((entry): Entry => {
    const { choices, ...rest } = entry;
    const scale = choices === undefined ? undefined : names.get(keyOf(choices));
    return scale === undefined ? entry : { ...rest, scale };
  });
  return { scales, codebook };
}
