import type { Work } from './work.ts';
import { buildingWorks } from './works/building.ts';
import { inventingWorks } from './works/inventing.ts';
import { pagesWorks } from './works/pages.ts';
import { partWorks } from './works/parts.ts';
import { readingWorks } from './works/reading.ts';
import { tablesWorks } from './works/tables.ts';

/** All that the suite measures, in the order of a run: the short ones first. */
export const works: readonly Work[] = [
  ...readingWorks,
  ...partWorks,
  ...inventingWorks,
  ...tablesWorks,
  ...buildingWorks,
  ...pagesWorks,
];
