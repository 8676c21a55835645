import type { Settings } from '../../model/settings.ts';

/** What of the programme's own settings a drop becomes records by. */
const needed: readonly string[] = [
  'languages',
  'city',
  'officers',
  'endings',
  'tolerate',
  'contact',
  'corrections',
  'public_contacts',
] satisfies (keyof Settings['programme'])[];

/**
 * The settings with only those of the programme's own that reading, recognising and checking ask for. Drops are taken by these alone, and their records are
 * kept under these: another name, deadline or cut-off has no drop read again, and none of them could have made a difference.
 */
export function settingsForDrops(settings: Settings): Settings {
  const asked = Object.entries(settings.programme).filter(([name]) => needed.includes(name));
  return { ...settings, programme: Object.fromEntries(asked) as unknown as Settings['programme'] };
}
