import { filesIn } from './files-in.ts';
import { checkForms } from './forms/check-forms.ts';
import { verify, type Verified } from './verify.ts';

/** Counts the site in a folder again, every form of its tables and every page. */
export async function verifyFolder(site: string): Promise<Verified> {
  return verify(
    await filesIn(site),
    () => {},
    (files) => checkForms(files, 'all'),
  );
}
