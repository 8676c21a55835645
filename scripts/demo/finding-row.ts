import { channels, findingKinds, severities, type Code } from '../../src/model/record.ts';
import type { Mistake } from './corrections.ts';
import type { Finding } from './finding.ts';
import type { Random } from './random.ts';
import type { Hand } from './spellings.ts';

/** The head of a drop of findings. */
export const findingHeader = [
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
/** Writes a finding as a row, with the mistake that was made at first, if any. A tidy one has no other quirks. */
export function findingWriter(
  random: Random,
  hand: Hand,
  coded: boolean,
): (finding: Finding, entered: { readonly tidy: boolean; readonly mistake: Mistake }) => string[] {
  return (finding, { tidy, mistake }) => {
    const { id, kind, plan, title, description, hall, service, category, channel, cohort } = finding;
    const english = isEnglish(finding);
    const style = !tidy && random.chance(0.04) ? typed : (text: string): string => text;
    const lines = !tidy && random.chance(0.04) ? broken : (text: string): string => text;
    return [
      ...[
        id,
        word(findingKinds, kind, coded),
        finding.foundOn,
        coded && !tidy && random.chance(0.3) ? clock(random) : '',
      ],
      ...[mistake.title ?? style(title.zh), english ? title.en : ''],
      ...[lines(style(description.zh)), english ? description.en : ''],
      ...[hand('departments', mistake.department ?? plan.department.id), hand('halls', hall?.id ?? '')],
      ...[hand('services', service.id), hand('categories', category), word(channels, channel, coded)],
      kind === 'problem' ? word(severities, mistake.severity ?? plan.severity, coded) : '',
      ...[hand('cohorts', cohort), finding.dueOn, finding.recurrenceOf],
    ];
  };
}

/** Two findings in five are told in English too; the number decides, so that events agree. */
export function isEnglish({ id }: Finding): boolean {
  return (Number(id.slice(5)) * 7) % 10 < 4;
}

/** A code as it is, or its Chinese word; nothing stays nothing. */
export function word(list: readonly Code[], code: string, coded: boolean): string {
  return coded ? code : (list.find((each) => each.code === code)?.zh ?? '');
}

/** A time in office hours. */
export function clock(random: Random): string {
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
