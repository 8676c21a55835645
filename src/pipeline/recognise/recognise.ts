import type { Layout } from '../../model/layout.ts';
import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../model/problem.ts';
import { recordFields, type Field, type RecordKind } from '../../model/record.ts';
import type { Recognised, Settings } from '../../model/settings.ts';
import type { Sheet } from '../../model/sheet.ts';

/** The columns by which a sheet in our own layout shows what its rows are. */
const marks: readonly (readonly [RecordKind, readonly string[]])[] = [
  ['events', ['finding_id', 'event', 'on']],
  ['findings', ['finding_id', 'found_on']],
  ['responses', ['response_id']],
  ['visits', ['visit_id', 'on']],
  ['transactions', ['month', 'transactions']],
];

/** The layout of a sheet, or what is wrong with its header. */
export interface Recognition {
  readonly recognised: Recognised | null;
  readonly problems: readonly Problem[];
}

function fileFields(kind: RecordKind, languages: readonly string[]): string[] {
  return recordFields[kind].flatMap(({ name, perLanguage }) =>
    perLanguage ? languages.map((language) => `${name}_${language}`) : [name],
  );
}

function clean(header: readonly string[]): string[] {
  return header.map((cell) => cell.normalize('NFKC').trim());
}

/** A row of the head taken for the header: its number and the names in it. */
interface HeaderRow {
  readonly row: number;
  readonly names: readonly string[];
}

function repeated(file: string, row: number, header: readonly string[]): Problem[] {
  const twice = new Set(header.filter((name, position) => name !== '' && header.indexOf(name) !== position));
  return [...twice].map((value) => ({ code: 'repeated-column', file, row, column: value, value }));
}

function isThere(field: Field, columns: ReadonlySet<string>, languages: readonly string[]): boolean {
  return field.perLanguage
    ? languages.some((language) => columns.has(`${field.name}_${language}`))
    : columns.has(field.name);
}

function missing(
  file: string,
  row: number,
  kind: RecordKind,
  there: ReadonlySet<string>,
  languages: readonly string[],
): Problem[] {
  return recordFields[kind]
    .filter((field) => field.required && !isThere(field, there, languages))
    .map(({ name, perLanguage }) => ({
      code: 'missing-column',
      file,
      row,
      value: perLanguage ? `${name}_${languages[0]}` : name,
    }));
}

/** Recognises a sheet in our own layout: every column is a field of ours or a question, under its own name. */
function recogniseOwn(
  file: string,
  { row, names: header }: HeaderRow,
  kind: RecordKind,
  settings: Settings,
): Recognition {
  const { languages } = settings.programme;
  const fields = fileFields(kind, ['zh', 'en', ...languages]);
  const questions = kind === 'responses' ? settings.questions.map(({ id }) => id) : [];
  const positions = new Map(header.map((name, position) => [name, position]));
  const unknown = header.filter((name) => name !== '' && !fields.includes(name) && !questions.includes(name));
  const problems: Problem[] = [
    ...repeated(file, row, header),
    ...missing(file, row, kind, new Set(header), languages),
    ...unknown.map((value): Problem => {
      const meant = nearest(value, [...fields, ...questions]);
      const detail =
        meant.length > 0
          ? { zh: `是不是 ${meant.join('、')}？`, en: `did you mean ${meant.join(', ')}?` }
          : { zh: '删去这一列', en: 'take the column out' };
      return { code: 'unknown-column', file, row, column: value, value, detail };
    }),
  ];
  const pick = (names: readonly string[]) => new Map([...positions].filter(([name]) => names.includes(name)));
  const recognised: Recognised = {
    layout: 'own',
    kind,
    headerRows: [row],
    firstRow: row + 1,
    width: header.length,
    columns: pick(fields),
    questions: pick(questions),
    header,
    description: null,
  };
  return { recognised: problems.length === 0 ? recognised : null, problems };
}

function mentioned(layout: Layout): string[] {
  const events = (layout.events ?? []).flatMap(({ on, note }) => [on, ...Object.values(note ?? {})]);
  return [...Object.values(layout.columns), ...Object.values(layout.questions ?? {}), ...events];
}

/** Recognises a foreign export through its layout description. */
function recogniseForeign(
  file: string,
  { row, names: header }: HeaderRow,
  layout: Layout,
  settings: Settings,
): Recognition {
  const positions = new Map(header.map((name, position) => [name, position]));
  const at = (pairs: Readonly<Record<string, string>> | undefined) =>
    new Map(
      Object.entries(pairs ?? {}).flatMap(([ours, theirs]) => {
        const position = positions.get(theirs.normalize('NFKC').trim());
        return position === undefined ? [] : [[ours, position] as const];
      }),
    );
  const used = new Set(mentioned(layout).map((name) => name.normalize('NFKC').trim()));
  const ignored = layout.ignore === 'rest' ? null : new Set(layout.ignore ?? []);
  const absent = [...used].filter((name) => !positions.has(name));
  const surplus =
    ignored === null ? [] : header.filter((name) => name !== '' && !used.has(name) && !ignored.has(name));
  const columns = at(layout.columns);
  const given = new Set([
    ...columns.keys(),
    ...Object.keys(layout.constants ?? {}),
    layout.row_number_as ?? '',
  ]);
  const detail = {
    zh: `在 layouts/${layout.name}.yaml 里写明它是什么，或列入 ignore`,
    en: `say in layouts/${layout.name}.yaml what it is, or list it under ignore`,
  };
  const problems: Problem[] = [
    ...repeated(
      file,
      row,
      header.filter((name) => used.has(name)),
    ),
    ...absent.map((value): Problem => ({ code: 'missing-column', file, row, value })),
    ...surplus.map((value): Problem => ({
      code: 'unknown-column',
      file,
      row,
      column: value,
      value,
      detail,
    })),
    ...missing(file, row, layout.gives, given, settings.programme.languages),
  ];
  const recognised: Recognised = {
    layout: layout.name,
    kind: layout.gives,
    headerRows: [row],
    firstRow: row + 1,
    width: header.length,
    columns,
    questions: at(layout.questions),
    header,
    description: layout,
  };
  return { recognised: problems.length === 0 ? recognised : null, problems };
}

/** What a row of the head would be recognised as, were it the header. */
function recogniseHeader(file: string, header: HeaderRow, settings: Settings): Recognition | null {
  const there = new Set(header.names);
  const foreign = settings.layouts.find((layout) =>
    layout.recognise.every((name) => there.has(name.normalize('NFKC').trim())),
  );
  if (foreign !== undefined) return recogniseForeign(file, header, foreign, settings);
  const own = marks.find(([, names]) => names.every((name) => there.has(name)));
  return own === undefined ? null : recogniseOwn(file, header, own[0], settings);
}

/** How much the names of a row are like those of each layout, the likest first. */
function likenesses({ names: there }: HeaderRow, { layouts }: Settings) {
  const likeness = (names: readonly string[]) =>
    names.filter((name) => there.includes(name)).length / names.length;
  return [
    ...layouts.map((layout) => ({ name: layout.name, share: likeness(layout.recognise) })),
    ...marks.map(([kind, names]) => ({ name: kind, share: likeness(names) })),
  ].sort((a, b) => b.share - a.share);
}

/**
 * Says which layout a sheet has and which of its columns is which, from its first rows alone. The header is the first
 * row that some layout fits: titles and notes may stand above it.
 */
export function recognise({ file, head }: Pick<Sheet, 'file' | 'head'>, settings: Settings): Recognition {
  const candidates = head
    .map((cells, position): HeaderRow => ({ row: position + 1, names: clean(cells) }))
    .filter(({ names }) => names.some((name) => name !== ''));
  for (const header of candidates) {
    const recognition = recogniseHeader(file, header, settings);
    if (recognition !== null) return recognition;
  }
  const [likest = { row: 1, names: [] }] = candidates.toSorted(
    (a, b) => (likenesses(b, settings)[0]?.share ?? 0) - (likenesses(a, settings)[0]?.share ?? 0),
  );
  const value = likest.names.slice(0, 8).join(', ');
  const detail = likenesses(likest, settings)[0]?.name ?? 'findings';
  return { recognised: null, problems: [{ code: 'unknown-layout', file, row: likest.row, value, detail }] };
}
