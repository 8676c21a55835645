import { commitOf } from '../../pipeline/commit-of.ts';
import type { ReleaseOptions, Released } from '../../pipeline/release.ts';
import { signOff } from '../../pipeline/sign-off.ts';
import { checkNow, runOptions, type Desk } from '../desk.ts';
import { NotTaken } from '../receive-files.ts';
import type { Tell } from '../work.ts';

/** What somebody signs a release with. */
export interface Signature {
  readonly by: string;
  readonly note: Readonly<Record<string, string>>;
}

const longestName = 80;

/** The signature that a form gives: a name, which stays in the office, and a note in each language, which is published. */
export function signatureIn(fields: URLSearchParams): Signature {
  const by = (fields.get('by') ?? '').trim().slice(0, longestName);
  if (by === '') throw new NotTaken({ zh: '请写上您的姓名。', en: 'Write your name.' });
  const note = { zh: (fields.get('note-zh') ?? '').trim(), en: (fields.get('note-en') ?? '').trim() };
  return { by, note };
}

/** What a release or a rollback of the desk is made of: the same as those of the commands. */
export function releaseOptions(desk: Desk, { note }: Signature, tell: Tell): ReleaseOptions {
  const { root, out, now } = desk.options;
  return { ...runOptions(desk, tell), root, out, note, publishedOn: now(), commit: commitOf(root) };
}

/** Records who signed what came of it, forgets what was looked at before, and checks beside what is public now. */
export async function signed(desk: Desk, { record }: Released, { by }: Signature, tell: Tell): Promise<void> {
  const { data, now } = desk.options;
  desk.previewed = null;
  if (record !== null)
    await signOff(data, { release: record.release, version: record.version, at: now().toISOString(), by });
  await checkNow(desk, tell);
}
