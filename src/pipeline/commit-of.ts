import { execFileSync } from 'node:child_process';

/** The commit of this project; '' where it is not under version control or has changes that no commit holds. */
export function commitOf(root: string): string {
  try {
    const git = (...words: string[]) =>
      execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return git('status', '--porcelain', '--', 'src', 'package-lock.json') === ''
      ? git('rev-parse', 'HEAD')
      : '';
  } catch {
    return '';
  }
}
