import { columnLabel } from '../../../model/column-label.ts';
import type { Layout } from '../../../model/layout.ts';
import { plainText } from '../../../model/plain-text.ts';
import { severities } from '../../../model/record.ts';
import type { Settings } from '../../../model/settings.ts';
import type { SurveyExport } from '../../../model/survey-export.ts';
import type { Words } from '../../../model/words.ts';
import { numberLabel } from '../foreign.ts';
import { dateForms } from '../vendors/date-forms.ts';
import { asksWho } from '../vendors/personal.ts';
import { dimensionFinder } from './dimension-values.ts';
import { closings, confirmings, degrees, findingWords, standings } from './finding-words.ts';
import { saysWithoutDate } from './kept-fields.ts';
import type { Observed } from './observe.ts';
import type { Given, OpenQuestion, Proposal } from './proposal.ts';

const nothing: Observed = { filled: 0, counts: new Map(), isComplete: true, longest: 0 };

function plainName(name: string): string {
  return plainText(name.replaceAll('_', ' '));
}

function columnFor(names: readonly string[], labels: readonly string[]): string | undefined {
  const wanted = names.map(plainName);
  return wanted.flatMap((name) => labels.find((label) => plainName(label) === name) ?? [])[0];
}

/** Whether a table's column names are those of a register of findings and not of a survey. */
export function looksLikeFindings(labels: readonly string[]): boolean {
  const has = (field: string) => columnFor(findingWords[field] ?? [], labels) !== undefined;
  const isTold = has('finding_id') && has('found_on') && (has('department') || has('title'));
  const isOwed = has('department') && (has('due_on') || columnFor(confirmings, labels) !== undefined);
  return isTold || isOwed;
}

/** What the degrees in a column come to; null where one of them is unknown: how heavily it weighs only a person can say. */
function degreesIn({ counts }: Observed): Record<string, string> | null {
  const ours = new Set(severities.flatMap(({ code, zh, en }) => [code, zh, en]).map(plainText));
  const strange = [...counts.keys()].filter((cell) => !ours.has(plainText(cell)));
  const known = strange.map((cell) => [cell, degrees[plainText(cell)] ?? ''] as const);
  return known.every(([, code]) => code !== '') ? Object.fromEntries(known) : null;
}

/** The degrees of a column that come to one of ours, several of theirs to one: what they told apart is told apart no more. */
function mergedDegrees({ counts }: Observed, weights: Readonly<Record<string, string>>): Words | null {
  const ours = new Map(
    severities.flatMap(({ code, zh, en }) => [code, zh, en].map((word) => [plainText(word), code] as const)),
  );
  const codeOf = (cell: string) => weights[cell] ?? ours.get(plainText(cell)) ?? '';
  const merged = [...Map.groupBy(counts.keys(), codeOf)].filter(([, cells]) => cells.length > 1);
  if (merged.length === 0) return null;
  const say = (comma: string, become: string) =>
    merged.map(([code, cells]) => `${cells.join(comma)}${become}${code}`).join(comma);
  return {
    zh: `注意：${say('、', ' 都记作 ')}，网站上不再分开，期限也一样。我们只有 minor、ordinary、serious 三级；要分开，把低的一级改记下一级`,
    en: `mind: ${say(', ', ' all become ')}, told apart no more on the site and with one deadline. There are three degrees, minor, ordinary and serious: to keep them apart, let the lower ones be a degree lower`,
  };
}

/** The steps that have a column of their own: what the department says, and what somebody saw who looked again. */
function eventsIn(dated: readonly string[]): NonNullable<Layout['events']> {
  const closed = columnFor(closings, dated);
  const confirmed = columnFor(confirmings, dated);
  return [
    ...(closed === undefined ? [] : [{ event: 'claimed', on: closed, by: 'department' }]),
    ...(confirmed === undefined ? [] : [{ event: 'confirmed', on: confirmed, by: 'officer' }]),
  ];
}

/** The fields that are dates. */
const days: ReadonlySet<string> = new Set(['found_on', 'due_on']);

/** What to say of columns that tell what became of a finding and not when: nothing comes of them. */
function undated(labels: readonly string[]): Words | null {
  if (labels.length === 0) return null;
  return {
    zh: `注意：“${labels.join('”“')}”没有日期，用不上：哪天说改好、哪天复查过，要有日期的列才算数，不然一直算没有改好`,
    en: `mind: “${labels.join('”, “')}” has no dates and is of no use: only a column with the day counts, on which something was said mended or looked at again; without one a finding stays open`,
  };
}

const required = ['finding_id', 'found_on', 'title', 'department'] as const;

const asks: Readonly<Record<(typeof required)[number], { readonly zh: string; readonly en: string }>> = {
  finding_id: { zh: '哪一列是问题的编号？', en: 'Which column is the number of the finding?' },
  found_on: { zh: '哪一列是发现（受理）的日期？', en: 'Which column is the day it was found?' },
  title: { zh: '哪一列是问题的标题？', en: 'Which column is its title?' },
  department: { zh: '哪一列是责任部门？', en: 'Which column is the department?' },
};

/** Proposes a layout for a register of findings kept elsewhere; asks for the columns that it must have and did not find. */
export function proposeFindings(
  name: string,
  table: SurveyExport,
  observed: readonly Observed[],
  settings: Settings,
  given: Given,
): Proposal {
  const { labels } = table;
  const [main = 'zh'] = settings.programme.languages;
  const dated = labels.filter((_, column) => !saysWithoutDate(observed[column] ?? nothing));
  const found: Record<string, string> = {};
  for (const [field, names] of Object.entries(findingWords)) {
    const answer = given.get(field);
    const label =
      answer !== undefined && labels.includes(columnLabel(answer))
        ? columnLabel(answer)
        : columnFor(names, days.has(field) ? dated : labels);
    if (label !== undefined && !Object.values(found).includes(label)) found[field] = label;
  }
  const dimension = dimensionFinder(settings);
  labels.forEach((label, column) => {
    const field = observed[column] === undefined ? null : dimension(observed[column]);
    if (
      field !== null &&
      field !== 'channel' &&
      found[field] === undefined &&
      !Object.values(found).includes(label)
    )
      found[field] = label;
  });
  // A register of one text for each finding shows that text.
  if (found['title'] === undefined && found['description'] !== undefined) {
    found['title'] = found['description'];
    delete found['description'];
  }
  const weighed = observed[labels.indexOf(found['severity'] ?? '')];
  const weights = weighed === undefined ? null : degreesIn(weighed);
  if (weights === null) delete found['severity'];
  const isListed = (field: string) => field !== 'category' || settings.lookups.categories.length > 0;
  const columns = Object.fromEntries(
    Object.entries(found)
      .filter(([field]) => isListed(field))
      .map(([field, label]) => [
        field === 'title' || field === 'description' ? `${field}_${main}` : field,
        label,
      ]),
  );
  const events = eventsIn(dated);
  const happened = events.map(({ on }) => on);
  const datedColumns = [found['found_on'], found['due_on'], ...happened].flatMap((label) => label ?? []);
  const cells = datedColumns.flatMap((label) => [...(observed[labels.indexOf(label)]?.counts.keys() ?? [])]);
  const dates = dateForms(cells);
  const open = required.flatMap((field): OpenQuestion[] =>
    found[field] === undefined ? [{ id: field, ask: asks[field], options: [], standard: '' }] : [],
  );
  const used = new Set([...Object.values(columns), ...happened]);
  const rest = labels.filter((label) => label !== '' && !used.has(label));
  const nameless = labels.flatMap((label, column) =>
    label === '' && (observed[column]?.filled ?? 0) > 0 ? [numberLabel(column)] : [],
  );
  const personal = rest.filter((label) => asksWho(label));
  const layout: Layout = {
    name,
    gives: 'findings',
    recognise: used.size > 0 ? [...used] : rest,
    columns,
    constants: { kind: 'problem' },
    ...(events.length > 0 ? { events } : {}),
    ...(weights === null || Object.keys(weights).length === 0 ? {} : { values: { severity: weights } }),
    ...(dates.length > 0 ? { dates } : {}),
    ...(table.implied.missing === undefined ? {} : { missing: table.implied.missing }),
    ...(personal.length > 0 ? { personal } : {}),
    ignore: [...rest.filter((label) => !personal.includes(label)), ...nameless],
  };
  const merged = weighed === undefined || weights === null ? null : mergedDegrees(weighed, weights);
  const told = [...closings, ...confirmings, ...standings].map(plainName);
  const silent = undated(rest.filter((label) => told.includes(plainName(label)) && !dated.includes(label)));
  const remarks = new Map([
    ...(merged === null ? [] : [['values', merged] as const]),
    ...(silent === null ? [] : [['ignore', silent] as const]),
  ]);
  return { layout, remarks, open };
}
