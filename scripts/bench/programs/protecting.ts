import { thresholdsOf } from '../../../src/model/programme.ts';
import { protect } from '../../../src/pipeline/protect/protect.ts';
import { inventedSurvey } from '../invented-survey.ts';

/* What protecting five linked tables takes: `node protecting.ts DEPARTMENTS HALLS PERIODS RESPONSES`. Says the processor's seconds, for a clock also counts what else the machine does, and how many records are withheld for how many doubts. */

const [departments = 0, halls = 0, periods = 0, responses = 0] = process.argv.slice(2).map(Number);
const { settings, tallies } = inventedSurvey({ departments, halls, periods, responses });
const start = process.cpuUsage();
const { survey, proof, problems } = await protect({
  tallies,
  settings,
  thresholds: thresholdsOf(settings.programme),
  earlier: [],
});
const { user, system } = process.cpuUsage(start);
const units = [...survey.answers.values()].flatMap((answers) => [...answers.values()]);
console.log(
  JSON.stringify({
    seconds: (user + system) / 1e6,
    units: units.length,
    withheld: units.filter(({ shown }) => shown !== 'all').length,
    doubts: proof.flatMap(({ certificates }) => certificates.flatMap(({ targets }) => targets)).length,
    exposed: problems.length,
  }),
);
