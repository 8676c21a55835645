/** What is said of a finding; everything else in its row follows from this, is progress, or comes of the day of the cut-off. */
export const statedFacts = [
  'kind',
  'found_on',
  'department_id',
  'hall_id',
  'service_id',
  'category_id',
  'channel',
  'severity',
  'cohort_id',
  'due_on',
  'recurrence_of',
] as const;

/** Facts that are written in each language. */
export const statedTexts = ['title', 'description'] as const;
