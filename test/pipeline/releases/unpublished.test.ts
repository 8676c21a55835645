import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import {
  isUnpublished,
  markUnpublished,
  settle,
  settleUnpublished,
} from '../../../src/pipeline/releases/unpublished.ts';

/* Records that carry a mark: which of them stay, and which are taken back. */

let data: string;
let site: string;
let record: string;
const releases = () => readdirSync(join(data, 'releases'));

beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhaocha-unpublished-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  [data, site] = [join(folder, 'data'), join(folder, 'site')];
  record = join(data, 'releases', '1');
  mkdirSync(record, { recursive: true });
  writeFileSync(join(record, 'release.json'), 'what was released');
  await markUnpublished(record, site);
});

function putInPlace(): void {
  const there = join(site, 'data', 'releases', '1');
  mkdirSync(there, { recursive: true });
  writeFileSync(join(there, 'release.json'), 'what was released');
}

describe('a record that is marked', () => {
  it('is left alone while its process lives', async () => {
    expect(await settleUnpublished(data)).toBe(record);
    expect(releases()).toEqual(['1']);
  });

  it('is taken back where its mark cannot be read: that of a process that died while it wrote', async () => {
    writeFileSync(join(record, 'unpublished.json'), '{"site":"/si');
    expect(await settleUnpublished(data)).toBeNull();
    expect(releases()).toEqual([]);
    expect(readdirSync(join(data, 'proofs'))).toEqual([]);
  });

  it('stays and loses its mark where its site stands, whatever failed after', async () => {
    putInPlace();
    await settle(data, 1);
    expect(existsSync(join(record, 'release.json'))).toBe(true);
    expect(isUnpublished(data, 1)).toBe(false);
  });

  it('is taken back where its site does not stand', async () => {
    await settle(data, 1);
    expect(releases()).toEqual([]);
  });
});
