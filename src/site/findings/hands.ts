import type { Step } from './finding-events.ts';

/** A stretch of time in which a finding was in one pair of hands. */
interface Hold {
  readonly holder: 'department' | 'officer';
  readonly from: string;
  readonly to: string;
}

const nextHolder = new Map<string, Hold['holder']>([
  ['sent', 'department'],
  ['claimed', 'officer'],
  ['reopened', 'department'],
]);
const endings = new Set(['confirmed', 'refused', 'transferred', 'duplicate', 'withdrawn']);

/**
 * In whose hands a finding was, from its being sent until it ended, or until the cut-off: the department's
 * while it mends, the officers' while they check. Nothing where it is not told when it was sent: only the officers would seem to have
 * had it.
 */
export function holdsOf(events: readonly Step[], cutoff: string): Hold[] {
  if (!events.some(({ event }) => event === 'sent')) return [];
  const holds: Hold[] = [];
  let open: { holder: Hold['holder']; from: string } | undefined;
  const close = (to: string) => {
    if (open && open.from < to) holds.push({ ...open, to });
    open = undefined;
  };
  for (const { event, on } of events) {
    const holder = nextHolder.get(event);
    if (holder && open?.holder !== holder) {
      close(on);
      open = { holder, from: on };
    }
    if (endings.has(event)) close(on);
  }
  close(cutoff);
  return holds;
}
