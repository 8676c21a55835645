/** From which day to which a department was there; '' where it always was, or still is. */
export interface Life {
  readonly since: string;
  readonly until: string;
}

/**
 * Whether a department was there in a period, if only for a part of it: before it was founded and after it ended there is nothing
 * that could be counted, and that is no zero.
 *
 * @example
 * const founded = { since: '2024-07-01', until: '' };
 * wasThere(founded, { starts_on: '2024-04-01', ends_on: '2024-06-30' }); // => false
 * wasThere(founded, { starts_on: '2024-07-01', ends_on: '2024-09-30' }); // => true
 * wasThere({ since: '', until: '2024-06-30' }, { starts_on: '2024-07-01', ends_on: '2024-09-30' }); // => false
 */
export function wasThere(
  { since, until }: Life,
  period: { readonly starts_on: string; readonly ends_on: string },
): boolean {
  return since <= period.ends_on && (until === '' || until >= period.starts_on);
}
