/*
 * How much a packed file may unfold to. Tables of text shrink to a tenth or a fiftieth; what shrinks to less than a
 * two-hundredth was made to fill a disk or a memory.
 */

/** Unpacked bytes for each packed byte. */
export const largestRatio = 200;

/** Below this the ratio does not matter: a small file of blanks does no harm. */
export const harmlessBytes = 50_000_000;

/** All that an archive or a workbook unfolds to; it is streamed, so memory is not the limit. */
export const largestUnpacked = 8_000_000_000;

/** What must be held in memory at once: a workbook inside an archive, an old workbook, a list of shared texts. */
export const largestHeld = 256_000_000;

/** Files in an archive, parts of a workbook. */
export const mostMembers = 10_000;

/** Columns of a sheet that hold something. The widest survey export that we know has a thousand. */
export const mostColumns = 5_000;

/** Characters of a cell. A spreadsheet takes 32,767; a text that is longer by far is no cell. */
export const longestValue = 1_000_000;

/** Parts of a workbook that say how it is built: its list of sheets, its styles, what relates to what. */
export const largestStructure = 50_000_000;

/** Blocks of merged cells in a sheet. */
export const mostMerges = 100_000;

/** Elements within elements. A workbook needs about ten. */
export const deepestXml = 100;

/** Attributes of one element. */
export const mostAttributes = 200;

/** Memory of the thread that reads a workbook which must be held as a whole. */
export const heldMegabytes = 3_000;

/**
 * How long such a workbook may take, in milliseconds: many times what an honest one takes on a slow machine. A damaged
 * one can take for ever.
 */
export function patience(bytes: number): number {
  return 20_000 + bytes / 50;
}
