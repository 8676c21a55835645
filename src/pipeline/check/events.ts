import { columnLabel } from '../../model/column-label.ts';
import { dateReader } from './dates.ts';
import { remembering, type ReadCell } from './fault.ts';
import { keptText, publicTextReader } from './public-text.ts';
import { blank, missingWords, type Faults, type Target } from './step.ts';

/** For each event that a findings row carries in columns of its own: how to make its record. */
export function eventMakers(columns: readonly string[], { recognised, settings, texts }: Target) {
  const { description, header } = recognised;
  const positionOf = (name: string) => header.indexOf(columnLabel(name));
  const readDate = dateReader(description?.dates);
  const missing = missingWords(description);
  return (description?.events ?? []).map((event) => {
    const source = positionOf(event.on);
    const at = (name: string) => columns.indexOf(name);
    const fixed: [number, string][] = [
      [at('event'), event.event],
      [at('by'), event.by ?? 'department'],
      [at('remedy'), event.remedy ?? ''],
      [at('reason'), event.reason ?? ''],
    ];
    const notes = settings.programme.languages.flatMap((language): [number, number, string, ReadCell][] => {
      const name = event.note?.[language];
      if (name === undefined) return [];
      return [
        [at(`note_${language}`), positionOf(name), name, remembering(publicTextReader(texts, language))],
      ];
    });
    return (cells: readonly string[], id: string, row: string, faults: Faults): string[] | null => {
      const cell = (cells[source] ?? '').trim();
      if (cell === '' || missing.has(cell)) return null;
      const moment = readDate(cell);
      if ('code' in moment) {
        faults.push({ column: event.on, fault: moment });
        return null;
      }
      if (moment.warning !== undefined) faults.push({ column: event.on, fault: moment.warning });
      if (moment.date === '') return null;
      const record = blank(columns.length, row);
      record[at('finding_id')] = id;
      record[at('on')] = moment.date;
      record[at('time')] = moment.time;
      for (const [into, value] of fixed) record[into] = value;
      for (const [into, from, column, read] of notes) {
        const note = (cells[from] ?? '').trim();
        if (missing.has(note)) continue;
        const result = read(note);
        if (typeof result !== 'string') faults.push({ column, fault: result });
        record[into] = keptText(result);
      }
      return record;
    };
  });
}
