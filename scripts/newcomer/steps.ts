/** Where the section for newcomers begins and ends in the README. */
const marks = { begins: '<!-- newcomer begins -->', ends: '<!-- newcomer ends -->' } as const;

/** The part of the README that a newcomer follows; an error where it is not marked. */
export function newcomerSection(readMe: string): string {
  const [, after] = readMe.split(marks.begins);
  const [section, rest] = (after ?? '').split(marks.ends);
  if (section === undefined || rest === undefined)
    throw new Error(`README.md has no section between ${marks.begins} and ${marks.ends}`);
  return section;
}

/**
 * The commands of a section, in their order: every line of its fenced blocks, without what is said about them. A line that
 * ends in a backslash goes on in the next one.
 */
export function stepsOf(section: string): string[] {
  return [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .replaceAll(/ *\\\n */g, ' ')
      .split('\n')
      .map((line) => line.replace(/\s+# .*$|^# .*$/, '').trim())
      .filter((line) => line !== ''),
  );
}

/** How a step is done: in which folder, and where to get the project. Rejects where it fails. */
export type Do = (step: string, folder: string) => Promise<void>;

/** The folder after a step, which only `cd` changes. */
function folderAfter(step: string, folder: string, join: (...parts: string[]) => string): string {
  const [, into] = /^cd (\S+)$/.exec(step) ?? [];
  return into === undefined ? folder : join(folder, into);
}

/** A step that was done, and how long it took. */
export interface Timed {
  readonly step: string;
  readonly seconds: number;
}

/** Follows the steps from an empty folder, one after the other, and times each. */
export async function follow(
  steps: readonly string[],
  start: string,
  {
    act,
    join,
    now,
  }: { readonly act: Do; readonly join: (...parts: string[]) => string; readonly now: () => number },
): Promise<Timed[]> {
  const done: Timed[] = [];
  let folder = start;
  for (const step of steps) {
    const began = now();
    const next = folderAfter(step, folder, join);
    if (next === folder) await act(step, folder);
    folder = next;
    done.push({ step, seconds: (now() - began) / 1000 });
  }
  return done;
}
