import type { RegionalMeasure } from '../model/regional.ts';
import type { Row } from '../verify/read-table.ts';

/** What an overview needs to know of a city whose package held. Plain JSON: it comes from a process of its own. */
export interface City {
  /** The facts of its `programme.csv`, by field. */
  readonly facts: Readonly<Record<string, string>>;
  /** The figures of the whole programme over all time, by measure. */
  readonly figures: Readonly<Partial<Record<RegionalMeasure, Row>>>;
  /** The measures that it defines as we do. */
  readonly sameDefinition: readonly RegionalMeasure[];
  /** The question to which its overall rate answers; null where it asks none. */
  readonly question: Row | null;
  readonly dataFrom: string;
  /** The release that its data are; null where they have changed since, or none was made. */
  readonly release: { readonly number: string; readonly publishedOn: string } | null;
  readonly checked: {
    readonly files: number;
    readonly figures: number;
    readonly recounted: number;
    readonly releases: number;
  };
  /** The hash of its `SHA256SUMS`: which package was read. */
  readonly sha256: string;
}
