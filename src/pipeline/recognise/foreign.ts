import { columnLabel } from '../../model/column-label.ts';
import type { Layout } from '../../model/layout.ts';
import type { Problem } from '../../model/problem.ts';
import { recordFields } from '../../model/record.ts';
import type { AnswerPlace, AsideRule, Recognised, Settings } from '../../model/settings.ts';
import { missing, type Recognition } from './fields.ts';
import type { Heading } from './heading.ts';

function listOf(columns: string | readonly string[]): readonly string[] {
  return typeof columns === 'string' ? [columns] : columns;
}

/** A layout with what its survey tool implies; what the layout itself says goes before. */
function completed(layout: Layout, { vendor }: Heading): Layout {
  if (vendor === null || layout.vendor === undefined) return layout;
  const unused = new Set(layout.ignore === 'rest' ? [] : layout.ignore?.map(columnLabel));
  const fields = vendor.columns.flatMap((column, position) => {
    const label = vendor.labels[position] ?? '';
    return column.is === 'field' && !unused.has(label) ? [[column.field, label]] : [];
  });
  return { ...vendor.implied, ...layout, columns: { ...Object.fromEntries(fields), ...layout.columns } };
}

/** The names of all columns of which a layout says what they are for. */
function mentioned({ columns, questions, options, events, set_aside }: Layout): Set<string> {
  const names = [
    ...Object.values(columns),
    ...Object.values(questions ?? {}).flatMap(listOf),
    ...Object.values(options ?? {}).flatMap((one) => Object.values(one)),
    ...(events ?? []).flatMap(({ on, note }) => [on, ...Object.values(note ?? {})]),
    ...(set_aside ?? []).map(({ column }) => column),
  ];
  return new Set(names.map(columnLabel));
}

/** Columns that a layout need not mention: those of which the survey tool itself says that nothing was answered there. */
function passedOver({ vendor, labels }: Heading): Set<string> {
  const silent = new Set(['metadata', 'personal', 'text', 'other', 'field']);
  return new Set(labels.filter((_, position) => silent.has(vendor?.columns[position]?.is ?? '')));
}

function personalColumns({ vendor, labels }: Heading, layout: Layout): string[] {
  const listed = new Set((layout.personal ?? []).map(columnLabel));
  return labels.filter(
    (label, position) => listed.has(label) || vendor?.columns[position]?.is === 'personal',
  );
}

type PositionOf = (name: string) => number | undefined;

function answerPlaces({ questions = {}, options = {} }: Layout, at: PositionOf): Map<string, AnswerPlace> {
  const ids = new Set([...Object.keys(questions), ...Object.keys(options)]);
  return new Map(
    [...ids].map((id) => [
      id,
      {
        cells: listOf(questions[id] ?? []).flatMap((name) => at(name) ?? []),
        options: Object.entries(options[id] ?? {}).flatMap(([choice, name]) => {
          const column = at(name);
          return column === undefined ? [] : [{ choice, column }];
        }),
      },
    ]),
  );
}

function asideRules({ set_aside = [] }: Layout, at: PositionOf): AsideRule[] {
  return set_aside.flatMap(({ column, is, is_not, as: reason }): AsideRule[] => {
    const position = at(column);
    if (position === undefined) return [];
    const rule = (words: readonly string[], when: AsideRule['when']): AsideRule => ({
      column: position,
      words: new Set(words.map((word) => word.normalize('NFKC').trim())),
      when,
      reason,
    });
    return [
      ...(is === undefined ? [] : [rule(is, 'is')]),
      ...(is_not === undefined ? [] : [rule(is_not, 'is-not')]),
    ];
  });
}

/** How a layout means a column that has no name: by its number. */
export function numberLabel(column: number): string {
  return `(${column + 1})`;
}

/** The names of the columns, with a number for those without a name that are accounted for: by the tool, or by the layout. */
function accountedNames({ labels, vendor }: Heading, { ignore }: Layout): string[] {
  const listed = new Set(ignore === 'rest' ? [] : ignore);
  return labels.map((label, column) => {
    const isKnown = vendor?.columns[column]?.is === 'metadata' || listed.has(numberLabel(column));
    return label === '' && isKnown ? numberLabel(column) : label;
  });
}

/** What does not fit between a header and a layout: columns repeated, absent or not accounted for. */
function headerProblems(file: string, heading: Heading, layout: Layout): Problem[] {
  const { headerRows, labels } = heading;
  const [row = 1] = headerRows;
  const there = new Set(labels);
  const used = mentioned(layout);
  const { ignore, personal = [], free_text = [] } = layout;
  const listed = new Set(
    [...(ignore === 'rest' ? [] : (ignore ?? [])), ...personal, ...free_text].map(columnLabel),
  );
  const silent = passedOver(heading);
  const detail = {
    zh: `在 layouts/${layout.name}.yaml 里写明它是什么，或列入 ignore`,
    en: `say in layouts/${layout.name}.yaml what it is, or list it under ignore`,
  };
  const isTold = (name: string) => used.has(name) || listed.has(name) || silent.has(name);
  const repeated = [...used].filter((name) => there.has(`${name} (2)`) && !isTold(`${name} (2)`));
  const isTwin = (name: string) => repeated.some((one) => name.startsWith(`${one} (`));
  const isSurplus = (name: string) => ignore !== 'rest' && name !== '' && !isTold(name) && !isTwin(name);
  return [
    ...repeated.map((value): Problem => ({ code: 'repeated-column', file, row, column: value, value })),
    ...[...used]
      .filter((name) => !there.has(name))
      .map((value): Problem => ({ code: 'missing-column', file, row, value })),
    ...labels
      .filter(isSurplus)
      .map((value): Problem => ({ code: 'unknown-column', file, row, column: value, value, detail })),
  ];
}

/** Recognises a foreign export through its layout description. */
export function recogniseForeign(
  file: string,
  heading: Heading,
  given: Layout,
  settings: Settings,
): Recognition {
  const { headerRows, firstRow, labels } = heading;
  const layout = completed(given, heading);
  const positions = new Map(labels.map((name, position) => [name, position]));
  const at: PositionOf = (name) => positions.get(columnLabel(name));
  const columns = new Map(
    Object.entries(layout.columns).flatMap(([ours, theirs]) => {
      const position = at(theirs);
      return position === undefined ? [] : [[ours, position] as const];
    }),
  );
  const fields = new Set([
    ...columns.keys(),
    ...Object.keys(layout.constants ?? {}),
    layout.row_number_as ?? '',
  ]);
  const problems: Problem[] = [
    ...headerProblems(file, heading, layout),
    ...missing(file, headerRows[0] ?? 1, recordFields[layout.gives], fields, settings.programme.languages),
  ];
  const recognised: Recognised = {
    layout: layout.name,
    kind: layout.gives,
    headerRows,
    firstRow,
    width: labels.length,
    columns,
    answers: answerPlaces(layout, at),
    setAside: asideRules(layout, at),
    personal: personalColumns(heading, layout),
    header: accountedNames(heading, layout),
    description: layout,
  };
  return { recognised: problems.length === 0 ? recognised : null, problems };
}
