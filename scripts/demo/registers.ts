import { channels, eventKinds, remedyKinds, witnesses } from '../../src/model/record.ts';
import { compareDays } from './calendar.ts';
import type { City } from './city.ts';
import { mistakesIn, type Mistake } from './corrections.ts';
import { eventsOf } from './events.ts';
import type { Finding } from './finding.ts';
import { clock, findingHeader, findingWriter, isEnglish, word } from './finding-row.ts';
import type { Chance } from './random.ts';
import type { Hand } from './spellings.ts';
import { type Dialect, openTable, plain } from './table-file.ts';
import { visitsOf } from './visits.ts';
import type { Volume } from './volumes.ts';

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
} as const satisfies Record<string, Dialect>;

const secondFilesFrom = '2025-10-01';
const visitsPerProblem = 1.5;

/** Opens the drops of findings, events and visits, to which volumes are added. Mistakes and corrections are those of the first. */
export async function openRegisters(
  at: (name: string) => string,
  chance: Chance,
  handOf: (name: string, ids: number) => Hand,
) {
  const findingTables = [
    await openFindings('2024', dialects.findings2024, false),
    await openFindings('2025', plain, true),
  ];
  const corrections = await openTable(at('2025-corrections.csv'), dialects.corrections, findingHeader);
  const correct = findingWriter(chance('corrected rows'), handOf('corrections', 0.3), true);
  const eventTables = [
    await openEvents('2024-events.csv', dialects.events2024, false),
    await openEvents('2025-events.csv', dialects.events2025, true),
  ];
  const visitTable = await openTable(at('visits.csv'), plain, visitHeader);
  const visitHand = handOf('visits', 0.4);
  let visitsBefore = 0;
  const mistakes = new Map<Finding, Mistake>();

  async function openFindings(cohort: Finding['cohort'], dialect: Dialect, coded: boolean) {
    const table = await openTable(at(`${cohort}-findings.csv`), dialect, findingHeader);
    const hand = handOf(`${cohort}-findings`, coded ? 0.6 : 0.1);
    return { cohort, table, write: findingWriter(chance(`${cohort} rows`), hand, coded) };
  }

  async function openEvents(name: string, dialect: Dialect, coded: boolean) {
    return { table: await openTable(at(name), dialect, eventHeader), times: chance(name), coded };
  }

  async function addEvents(volume: Volume) {
    const random = volume.chance('events');
    const events = volume.findings
      .flatMap((finding) =>
        eventsOf(random, finding).map((event) => ({ id: finding.id, english: isEnglish(finding), ...event })),
      )
      .sort((a, b) => compareDays(a.on, b.on));
    for (const { table, times, coded } of eventTables)
      await table.add(
        events
          .filter(({ on }) => on >= secondFilesFrom === coded)
          .map(({ id, event, on, by, note, english, reason = '', remedy = '', other = '' }) => [
            ...[id, word(eventKinds, event, coded), on, coded && event === 'confirmed' ? clock(times) : ''],
            ...[word(witnesses, by, coded), note?.zh ?? '', english ? (note?.en ?? '') : ''],
            ...[reason, word(remedyKinds, remedy, coded), other],
          ]),
      );
  }

  async function addVisits(volume: Volume, city: City) {
    const wanted = { visits: Math.round(volume.problems * visitsPerProblem), before: visitsBefore };
    const visits = visitsOf(volume.chance('visits'), city, volume.findings, wanted);
    visitsBefore += visits.length;
    await visitTable.add(
      visits.map(({ id, on, channel, cohort, department, hall, service }) => [
        ...[id, on, word(channels, channel, false), visitHand('cohorts', cohort)],
        ...[visitHand('departments', department), visitHand('halls', hall), visitHand('services', service)],
      ]),
    );
  }

  return {
    add: async (volume: Volume, city: City) => {
      const { findings } = volume;
      if (visitsBefore === 0)
        for (const [finding, mistake] of mistakesIn(volume.chance('mistakes'), findings))
          mistakes.set(finding, mistake);
      for (const { cohort, table, write } of findingTables)
        await table.add(
          findings
            .filter((each) => each.cohort === cohort)
            .map((each) => write(each, { tidy: mistakes.has(each), mistake: mistakes.get(each) ?? {} })),
        );
      await addEvents(volume);
      await addVisits(volume, city);
    },
    close: async () => {
      await corrections.add([...mistakes.keys()].map((each) => correct(each, { tidy: true, mistake: {} })));
      const tables = [...findingTables, ...eventTables].map(({ table }) => table);
      for (const table of [...tables, corrections, visitTable]) await table.close();
    },
  };
}
