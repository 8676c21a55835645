import type { Problem } from '../../model/problem.ts';
import type { ReadText } from './list-texts.ts';
import type { PlaceOf } from './yaml.ts';

/** Where in a settings file the texts stand that are published, each in several languages; `*` stands for each of a group. */
type Texts = readonly (readonly string[])[];

/** Those of `programme.yaml`. Its mailboxes and telephones are what the office gives out itself. */
export const programmeTexts: Texts = [
  ['name'],
  ['city'],
  ['publisher'],
  ['officers'],
  ['brand'],
  ['endings', '*'],
  ['licence', 'name'],
];

/** Those of a layout: the questions and answers of its own codebook. */
export const layoutTexts: Texts = [
  ['codebook', '*', 'name'],
  ['codebook', '*', 'choices', '*', 'name'],
  ['scales', '*', '*', 'name'],
];

type Group = Readonly<Record<string, unknown>> | readonly unknown[];

type Path = readonly (string | number)[];

const isGroup = (value: unknown): value is Group => typeof value === 'object' && value !== null;

/** A group with one of its members changed. */
function withMember(group: Group, name: string, member: unknown): Group {
  if (!Array.isArray(group)) return { ...group, [name]: member };
  return group.with(Number(name), member) as readonly unknown[];
}

/** The members of a group that a step leads to, each with its name. */
function membersAt(group: Group, step: string): (readonly [name: string, member: unknown])[] {
  return Object.entries(group).filter(([name]) => step === '*' || name === step);
}

/** Some settings with the texts as they may be published, and what is wrong with the others: each is told with its line and column. */
export function readSettingsTexts<Content extends object>(
  file: string,
  content: Content,
  texts: Texts,
  placeOf: PlaceOf,
  read: ReadText,
): { readonly content: Content; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const readAt = (value: unknown, steps: readonly string[], path: Path): unknown => {
    if (typeof value === 'string') {
      const asRead = read(value, String(path.at(-1)));
      if (typeof asRead === 'string') return asRead;
      problems.push({ file, ...placeOf(path), ...asRead });
      return value;
    }
    if (!isGroup(value)) return value;
    // The last step is the language.
    const [step = '*', ...others] = steps;
    return membersAt(value, step).reduce<Group>((group, [name, member]) => {
      const at = Array.isArray(value) ? Number(name) : name;
      return withMember(group, name, readAt(member, others, [...path, at]));
    }, value);
  };
  const asRead = texts.reduce<unknown>((group, steps) => readAt(group, steps, []), content);
  return { content: asRead as Content, problems };
}
