import type { Proving } from './prove-apart.ts';
import { proveTables } from './prove-tables.ts';
import { writeProven } from './proven.ts';

/* The program that `prove-apart.ts` starts: it proves the tables that it is given, and writes down what was proven. */

const { site, proof, attacks, proven } = JSON.parse(process.argv[2] ?? '{}') as Proving;
await writeProven(proven, await proveTables(site, proof, attacks));
