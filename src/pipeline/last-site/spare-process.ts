import { constants, setPriority } from 'node:os';
import { makeSpare } from './make-spare.ts';
import type { SpareTask } from './spare.ts';

/* The process that `spare.ts` starts. It gives way to everything else: the next build may begin at any moment. */

setPriority(constants.priority.PRIORITY_LOW);
makeSpare(JSON.parse(process.argv[2] ?? '') as SpareTask);
