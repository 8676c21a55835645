import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { filesBelow } from '../../browser/site-files.ts';

/* Respondents chose to answer, so no sampling error can be computed: AAPOR asks not to speak of one (methods.md). */

const site = inject('site');
const claim =
  /margins?\s+of\s+(?:sampling\s+)?error|误差幅度|误差范围|最大误差|±\s*\d+(?:\.\d+)?\s*(?:%|个百分点|percentage points)/i;
const textFile = /\.(?:html|csv|json|xml|txt|md|js|svg)$/;

describe('the built site', () => {
  test('claims no margin of error, on any page and in any download', async () => {
    const files = (await filesBelow(site)).filter((file) => textFile.test(file));
    expect(files.length).toBeGreaterThan(100);
    const claiming: string[] = [];
    for (const file of files) {
      const said = claim.exec(await readFile(join(site, file), 'utf8'));
      if (said !== null) claiming.push(`${file}: ${said[0]}`);
    }
    expect(claiming).toEqual([]);
  });
});
