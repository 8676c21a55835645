import { expectTold } from './target.ts';
import type { Result } from '../pipeline/small-programme.ts';

/** Of every drop the rows read are those used and those set aside, and what is published says the same. */
export function expectBalance({ outcome }: Result): void {
  expectTold(outcome.problems);
  for (const { file, account } of outcome.drops) {
    const aside = Object.values(account.setAside);
    const sum = aside.reduce((total, rows) => total + rows, account.used);
    if (sum !== account.read || [account.used, ...aside].some((rows) => rows < 0))
      throw new Error(`the account of ${file} does not balance: ${JSON.stringify(account)}`);
  }
  if (outcome.fatal === outcome.published)
    throw new Error('neither published nor stopped by a problem, or both');
}
