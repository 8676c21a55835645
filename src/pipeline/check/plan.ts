import type { RecordKind } from '../../model/record.ts';
import type { Recognised, Settings } from '../../model/settings.ts';
import { answerSteps } from './answers.ts';
import { eventMakers } from './events.ts';
import type { Fault } from './fault.ts';
import { fieldSteps } from './fields.ts';
import { ownContacts } from './personal/own-contacts.ts';
import type { TextRules } from './public-text.ts';
import { blank, type Faults, type Target } from './step.ts';
import { successionSteps } from './succession.ts';

/** A row turned into records, with what is wrong with its cells. */
export interface Row {
  readonly records: readonly { readonly kind: RecordKind; readonly cells: string[] }[];
  readonly faults: readonly { readonly column: string; readonly fault: Fault }[];
}

/** Turns the cells of a row into records. `kinds` are the kinds of record it can give. */
export interface Plan {
  (cells: readonly string[], row: number): Row;
  readonly kinds: readonly RecordKind[];
}

/** The columns of the records that a plan makes. */
export type ColumnsOf = (kind: RecordKind) => readonly string[];

/** Called with each decision of the office that a cell used. */
export interface Heard {
  readonly onSpelling: (spelling: string) => void;
  readonly onRedaction: (hash: string) => void;
}

/** What the texts of a programme are held against, by its settings. */
export function textRules(
  { programme, redactions }: Pick<Settings, 'programme' | 'redactions'>,
  onRedaction: Heard['onRedaction'],
): TextRules {
  return {
    allowed: ownContacts(programme),
    redactions: new Map(redactions.map((one) => [one.hash, one])),
    onRedaction,
  };
}

/** Compiles, once for a sheet, how its rows become records. */
export function planRow(
  file: string,
  recognised: Recognised,
  columnsOf: ColumnsOf,
  settings: Settings,
  { onSpelling, onRedaction }: Heard,
): Plan {
  const target: Target = { file, recognised, settings, onSpelling, texts: textRules(settings, onRedaction) };
  const { kind } = recognised;
  const columns = columnsOf(kind);
  const steps = [
    ...fieldSteps(columns, target),
    ...successionSteps(columns, target),
    ...(kind === 'responses' ? answerSteps(columns, target) : []),
  ];
  const makers = kind === 'findings' ? eventMakers(columnsOf('events'), target) : [];
  const kinds: RecordKind[] = makers.length > 0 ? [kind, 'events'] : [kind];
  const plan = (cells: readonly string[], row: number): Row => {
    const faults: Faults = [];
    const record = blank(columns.length, String(row));
    for (const step of steps) step(cells, record, faults);
    const records: Row['records'][number][] = [{ kind, cells: record }];
    for (const make of makers) {
      const event = make(cells, record[1] ?? '', String(row), faults);
      if (event !== null) records.push({ kind: 'events', cells: event });
    }
    return { records, faults };
  };
  return Object.assign(plan, { kinds });
}
