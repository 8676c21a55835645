import type { CheckedDrop } from '../../model/batch.ts';
import type { RecordKind } from '../../model/record.ts';
import type { Settings } from '../../model/settings.ts';

/** Whether a drop holds everything there is or only what is new, and which drops are exports of the same register. */
export interface Extent {
  readonly extent: 'full' | 'part' | 'unsaid';
  /** Drops of one series follow each other. */
  readonly series: string;
}

/** A name with `*` for anything, as a pattern. */
function patternOf(name: string): RegExp {
  const escaped = name.normalize('NFC').replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*')}$`);
}

/** What the office says of a drop under `exports`, else what its layout says of every drop of its kind. */
export function extentOf(
  { file, layout }: Pick<CheckedDrop, 'file' | 'layout'>,
  { programme, layouts }: Settings,
): Extent {
  const named = Object.entries(programme.exports ?? {}).find(([name]) =>
    patternOf(name).test(file.normalize('NFC')),
  );
  if (named !== undefined) return { extent: named[1], series: `name ${named[0]}` };
  const said = layouts.find(({ name }) => name === layout)?.export;
  return { extent: said ?? 'unsaid', series: `layout ${layout}` };
}

/** Full exports of one register: the ranks of its drops, in order. */
export interface FullSeries {
  readonly ranks: readonly number[];
}

/** The series of full exports whose rows are of a kind, where there is more than one drop in it. */
export function fullSeries(
  kind: RecordKind,
  drops: readonly CheckedDrop[],
  settings: Settings,
): FullSeries[] {
  const full = drops.flatMap((drop, position) => {
    const { extent, series } = extentOf(drop, settings);
    return extent === 'full' && drop.kinds[0] === kind ? [{ rank: position + 1, series }] : [];
  });
  return [...Map.groupBy(full, ({ series }) => series).values()]
    .filter((own) => own.length > 1)
    .map((own) => ({ ranks: own.map(({ rank }) => rank) }));
}
