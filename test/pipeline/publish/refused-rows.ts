/** Rows of a table of things that no door may let through, whether our own code writes the cells or the store, and what is said of them. */
export const refusedRows = [
  {
    description: 'a blank that is never blank',
    row: { thing_id: '' },
    message: 'things.csv cannot hold "" in thing_id: the column is never blank',
  },
  {
    description: 'a code that is none',
    row: { thing_id: 'T', status: 'Open' },
    message: 'things.csv cannot hold "Open" in status: it is not one of the codes of the column',
  },
  {
    description: 'a time in another form',
    row: { thing_id: 'T', found_time: '9:05' },
    message: 'things.csv cannot hold "9:05" in found_time: it is not a time',
  },
] as const;
