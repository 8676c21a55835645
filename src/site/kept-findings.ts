import { readFileSync } from 'node:fs';

const file = process.env['ZHAOCHA_KEPT'];

/** The findings whose page the build takes over from the last site, so that it need not be rendered again. */
export const keptFindings: ReadonlySet<string> = new Set(file ? readFileSync(file, 'utf8').split('\n') : []);
