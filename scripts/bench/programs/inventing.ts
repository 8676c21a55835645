import { generateProgramme } from '../../demo/generate.ts';

/* What inventing a programme takes: `node inventing.ts FOLDER FINDINGS RESPONSES`. */

const [folder = '', findings, responses] = process.argv.slice(2);
await generateProgramme(folder, {
  findings: Number(findings),
  responses: Number(responses),
  departments: 60,
  seed: 1,
});
