import { join } from 'node:path';
import {
  channels,
  eventKinds,
  findingKinds,
  remedyKinds,
  severities,
  witnesses,
  type Code,
} from '../../src/model/record.ts';
import type { City } from './city.ts';
import { mistakesIn, type Mistake } from './corrections.ts';
import { eventsOf } from './events.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings.ts';
import { type Random, randomFrom } from './random.ts';
import { responseHeader, responsesOf } from './responses.ts';
import { officeHand, type Hand } from './spellings.ts';
import { type Dialect, plain, writeTable } from './table-file.ts';
import { transactionsOf } from './transactions.ts';
import { visitsOf } from './visits.ts';

const findingHeader = [
  ...[
    'finding_id',
    'kind',
    'found_on',
    'found_time',
    'title_zh',
    'title_en',
    'description_zh',
    'description_en',
  ],
  ...[
    'department',
    'hall',
    'service',
    'category',
    'channel',
    'severity',
    'cohort',
    'due_on',
    'recurrence_of',
  ],
];
const eventHeader = [
  ...['finding_id', 'event', 'on', 'time', 'by', 'note_zh', 'note_en', 'reason', 'remedy', 'other_finding'],
];
const visitHeader = ['visit_id', 'on', 'channel', 'cohort', 'department', 'hall', 'service'];

/** How each file lies on disk: as unlike each other as real exports are. */
const dialects = {
  findings2024: { encoding: 'utf-8-bom', delimiter: ',', lineEnd: '\r\n' },
  events2024: { encoding: 'gb18030', delimiter: ',', lineEnd: '\r\n' },
  events2025: { encoding: 'utf-16le', delimiter: '\t', lineEnd: '\r\n' },
  corrections: { encoding: 'utf-8', delimiter: ';', lineEnd: '\n' },
  transactions: { encoding: 'utf-8', delimiter: '|', lineEnd: '\n' },
} as const satisfies Record<string, Dialect>;

const secondFilesFrom = '2025-10-01';
const visitsPerProblem = 1.5;
const firstWaveShare = 0.54;

/** Writes every drop of a programme into a folder. */
export async function writeDrops(
  folder: string,
  city: City,
  { seed, findings: problems, responses }: { seed: number; findings: number; responses: number },
): Promise<void> {
  const at = (name: string): string => join(folder, name);
  const chance = (name: string): Random => randomFrom(seed, name);
  const hand = (name: string, ids: number): Hand => officeHand(chance(`hand of ${name}`), city, { ids });

  const findings = findingsOf(seed, city, problems);
  const mistakes = mistakesIn(chance('mistakes'), findings);
  for (const [cohort, dialect, coded] of [
    ['2024', dialects.findings2024, false],
    ['2025', plain, true],
  ] as const) {
    const writer = findingWriter(chance(`${cohort} rows`), hand(`${cohort}-findings`, coded ? 0.6 : 0.1), {
      coded,
      tidy: mistakes,
    });
    const rows = findings
      .filter((each) => each.cohort === cohort)
      .map((each) => writer(each, mistakes.get(each)));
    await writeTable(at(`${cohort}-findings.csv`), dialect, findingHeader, rows);
  }
  const corrected = findingWriter(chance('corrected rows'), hand('corrections', 0.3), {
    coded: true,
    tidy: mistakes,
  });
  const corrections = [...mistakes.keys()].map((each) => corrected(each));
  await writeTable(at('2025-corrections.csv'), dialects.corrections, findingHeader, corrections);

  const random = chance('events');
  const events = findings.flatMap((finding) =>
    eventsOf(random, finding).map((event) => ({ id: finding.id, english: isEnglish(finding), ...event })),
  );
  events.sort((a, b) => a.on.localeCompare(b.on, 'en'));
  for (const [name, dialect, coded] of [
    ['2024-events.csv', dialects.events2024, false],
    ['2025-events.csv', dialects.events2025, true],
  ] as const) {
    const times = chance(name);
    const rows = events
      .filter(({ on }) => on >= secondFilesFrom === coded)
      .map(({ id, event, on, by, note, english, reason = '', remedy = '', other = '' }) => [
        ...[id, word(eventKinds, event, coded), on, coded && event === 'confirmed' ? clock(times) : ''],
        ...[word(witnesses, by, coded), note?.zh ?? '', english ? (note?.en ?? '') : ''],
        ...[reason, word(remedyKinds, remedy, coded), other],
      ]);
    await writeTable(at(name), dialect, eventHeader, rows);
  }

  const visits = visitsOf(chance('visits'), city, findings, Math.round(problems * visitsPerProblem));
  const visitHand = hand('visits', 0.4);
  await writeTable(
    at('visits.csv'),
    plain,
    visitHeader,
    visits.map(({ id, on, channel, cohort, department, hall, service }) => [
      ...[id, on, word(channels, channel, false), visitHand('cohorts', cohort)],
      ...[visitHand('departments', department), visitHand('halls', hall), visitHand('services', service)],
    ]),
  );

  const first = Math.round(responses * firstWaveShare);
  for (const wave of [
    { year: '2025', days: 365, responses: first, coded: false },
    { year: '2026', days: 273, responses: responses - first, coded: true },
  ] as const) {
    const name = `survey-${wave.year}`;
    const rows = responsesOf(chance(name), city, hand(name, wave.coded ? 0.85 : 0.05), wave);
    await writeTable(at(`${name}.csv`), plain, responseHeader, rows);
  }
  const handled = transactionsOf(chance('transactions'), city, hand('transactions', 0.2));
  await writeTable(
    at('transactions.csv'),
    dialects.transactions,
    ['department', 'month', 'transactions'],
    handled,
  );
}

/** Writes a finding as a row, right or with the mistake that was made at first. A tidy one has no other quirks. */
function findingWriter(
  random: Random,
  hand: Hand,
  { coded, tidy }: { coded: boolean; tidy: ReadonlyMap<Finding, Mistake> },
): (finding: Finding, mistake?: Mistake) => string[] {
  return (finding, mistake) => {
    const { id, kind, plan, title, description, hall, service, category, channel, cohort } = finding;
    const english = isEnglish(finding);
    const style = !tidy.has(finding) && random.chance(0.04) ? typed : (text: string): string => text;
    const lines = !tidy.has(finding) && random.chance(0.04) ? broken : (text: string): string => text;
    return [
      ...[
        id,
        word(findingKinds, kind, coded),
        finding.foundOn,
        coded && !tidy.has(finding) && random.chance(0.3) ? clock(random) : '',
      ],
      ...[mistake?.title ?? style(title.zh), english ? title.en : ''],
      ...[lines(style(description.zh)), english ? description.en : ''],
      ...[hand('departments', mistake?.department ?? plan.department.id), hand('halls', hall?.id ?? '')],
      ...[hand('services', service.id), hand('categories', category), word(channels, channel, coded)],
      kind === 'problem' ? word(severities, mistake?.severity ?? plan.severity, coded) : '',
      ...[hand('cohorts', cohort), finding.dueOn, finding.recurrenceOf],
    ];
  };
}

/** Two findings in five are told in English too; the number decides, so that events agree. */
function isEnglish({ id }: Finding): boolean {
  return (Number(id.slice(5)) * 7) % 10 < 4;
}

function word(list: readonly Code[], code: string, coded: boolean): string {
  return coded ? code : (list.find((each) => each.code === code)?.zh ?? '');
}

function clock(random: Random): string {
  return `${String(random.whole(9, 16)).padStart(2, '0')}:${String(random.whole(0, 59)).padStart(2, '0')}`;
}

/** Quotation marks as a hurried typist makes them. */
function typed(text: string): string {
  return text.replaceAll(/[“”]/g, '"');
}

/** A line break after each sentence but the last, as in a cell typed with Alt and Enter. */
function broken(text: string): string {
  return text.replaceAll(/。(?=.)/g, '。\n');
}
