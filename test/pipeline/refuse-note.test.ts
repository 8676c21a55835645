import { existsSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureWords } from '../../src/pipeline/failure-words.ts';
import { releaseQuickly } from './release-quickly.ts';

const small = resolve(import.meta.dirname, '..', 'programmes', 'small');

/** Releases the small programme with a note, and gives the folder and what came of it. */
async function releaseWith(note: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'zhaocha-note-'));
  await cp(small, join(folder, 'data'), { recursive: true });
  const failure = await releaseQuickly(folder, { note }).then(
    () => null,
    (error: unknown) => failureWords(error),
  );
  return { failure, released: existsSync(join(folder, 'data', 'releases', '1')) };
}

describe('the note of a release', () => {
  it('is not published where somebody may be recognised by it: nothing is released, and it is not repeated', async () => {
    const { failure, released } = await releaseWith({
      zh: '首期',
      en: 'Ask Mr Smith, 138\u00ad0013\u00ad8000',
    });
    expect(released).toBe(false);
    expect(failure?.whose).toBe('usage');
    expect(failure?.words.zh).toContain('没有发布：说明里可能认出个人（姓名、电话号码）：');
    expect(failure?.words.en).toContain('somebody may be recognised by the note (name, telephone): ');
    expect(JSON.stringify(failure)).not.toMatch(/Smith|0013/);
  });

  it('may hold what the office gives out itself', async () => {
    const { failure, released } = await releaseWith({ zh: '有误请写信到 test@example.org', en: '' });
    expect(failure).toBeNull();
    expect(released).toBe(true);
  });
});
