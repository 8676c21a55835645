import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../model/problem.ts';
import { recordFields, type RecordKind } from '../../model/record.ts';
import type { Recognised, Settings } from '../../model/settings.ts';
import type { Heading } from './heading.ts';
import { fileFields, missing, type Recognition } from './fields.ts';

/** The columns by which a sheet in our own layout shows what its rows are. */
export const marks: readonly (readonly [RecordKind, readonly string[]])[] = [
  ['events', ['finding_id', 'event', 'on']],
  ['findings', ['finding_id', 'found_on']],
  ['responses', ['response_id']],
  ['visits', ['visit_id', 'on']],
  ['transactions', ['month', 'transactions']],
];

function repeated(file: string, row: number, header: readonly string[]): Problem[] {
  const twice = new Set(header.filter((name, position) => name !== '' && header.indexOf(name) !== position));
  return [...twice].map((value) => ({ code: 'repeated-column', file, row, column: value, value }));
}

/** Recognises a sheet in our own layout: every column is a field of ours or a question, under its own name. */
export function recogniseOwn(
  file: string,
  { headerRows, firstRow, names: header }: Heading,
  kind: RecordKind,
  settings: Settings,
): Recognition {
  const { languages } = settings.programme;
  const [row = 1] = headerRows;
  const fields = fileFields(kind, ['zh', 'en', ...languages]);
  const questions = kind === 'responses' ? settings.questions.map(({ id }) => id) : [];
  const positions = new Map(header.map((name, position) => [name, position]));
  const unknown = header.filter((name) => name !== '' && !fields.includes(name) && !questions.includes(name));
  const problems: Problem[] = [
    ...repeated(file, row, header),
    ...missing(file, row, recordFields[kind], new Set(header), languages),
    ...unknown.map((value): Problem => {
      const meant = nearest(value, [...fields, ...questions]);
      const detail =
        meant.length > 0
          ? { zh: `是不是 ${meant.join('、')}？`, en: `did you mean ${meant.join(', ')}?` }
          : { zh: '删去这一列', en: 'take the column out' };
      return { code: 'unknown-column', file, row, column: value, value, detail };
    }),
  ];
  const pick = (names: readonly string[]) => [...positions].filter(([name]) => names.includes(name));
  const recognised: Recognised = {
    layout: 'own',
    kind,
    headerRows,
    firstRow,
    width: header.length,
    columns: new Map(pick(fields)),
    answers: new Map(pick(questions).map(([id, column]) => [id, { cells: [column], options: [] }])),
    setAside: [],
    personal: [],
    header,
    description: null,
  };
  return { recognised: problems.length === 0 ? recognised : null, problems };
}
