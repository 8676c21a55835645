import { columnLabel } from '../../model/column-label.ts';
import type { Layout } from '../../model/layout.ts';
import type { Problem } from '../../model/problem.ts';
import type { Settings } from '../../model/settings.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Recognition } from './fields.ts';
import { recogniseForeign } from './foreign.ts';
import { plainHeadings, vendorHeading, type Heading } from './heading.ts';
import { listsWith } from './lists-with.ts';
import { marks, recogniseOwn } from './own.ts';
import { plainExport } from './propose/plain-export.ts';
import { formSheet } from './propose/xlsform.ts';
import { recogniseSurvey } from './survey.ts';

function fits({ labels }: Heading, { recognise }: Layout): boolean {
  const there = new Set(labels);
  return recognise.every((name) => there.has(columnLabel(name)));
}

/** The layouts that fit the sheet, with the rows that are its header; of several, those that ask for most columns. */
function layoutsThatFit(head: Sheet['head'], vendor: Heading | null, layouts: readonly Layout[]) {
  const plain = plainHeadings(head, 1);
  const fitting = layouts.flatMap((layout) => {
    const ofVendor =
      layout.vendor === undefined ? [] : vendor?.vendor?.vendor === layout.vendor ? [vendor] : [];
    const count = layout.header_rows ?? 1;
    const headings =
      layout.vendor !== undefined ? ofVendor : count === 1 ? plain : plainHeadings(head, count);
    const heading = headings.find((one) => fits(one, layout));
    return heading === undefined ? [] : [{ heading, layout }];
  });
  const most = Math.max(...fitting.map(({ layout }) => layout.recognise.length));
  return fitting.filter(({ layout }) => layout.recognise.length === most);
}

/** How much the names of a row are like those of each layout, the likest first. */
function likenesses({ labels }: Heading, { layouts }: Settings) {
  const likeness = (names: readonly string[]) =>
    names.filter((name) => labels.includes(columnLabel(name))).length / names.length;
  return [
    ...layouts.map((layout) => ({ name: layout.name, share: likeness(layout.recognise) })),
    ...marks.map(([kind, names]) => ({ name: kind, share: likeness(names) })),
  ].sort((a, b) => b.share - a.share);
}

/** A list of names that lies among the drops; null where it is none. */
function listAmongDrops(file: string, head: Sheet['head']): Problem | null {
  for (const { headerRows, names } of plainHeadings(head, 1)) {
    const lists = listsWith(names).map((list) => `lookup/${list}.csv`);
    if (lists.length === 0) continue;
    const detail = { zh: lists.join('、'), en: lists.join(', ') };
    return { code: 'list-among-drops', file, row: headerRows[0] ?? 1, value: names.join(', '), detail };
  }
  return null;
}

function unknownLayout(file: string, head: Sheet['head'], settings: Settings): Problem {
  const [likest] = plainHeadings(head, 1).toSorted(
    (a, b) => (likenesses(b, settings)[0]?.share ?? 0) - (likenesses(a, settings)[0]?.share ?? 0),
  );
  const nearest = likest === undefined ? undefined : likenesses(likest, settings)[0];
  const isLike = nearest !== undefined && nearest.share > 0;
  // Where no row is like any layout, a title above the header is no likelier than the header itself.
  const shown = likest === undefined || !isLike ? plainExport(head) : likest;
  const value = shown.labels.slice(0, 8).join(', ');
  return {
    code: 'unknown-layout',
    file,
    row: shown.headerRows[0] ?? 1,
    value,
    ...(isLike ? { detail: { zh: `最接近的是 ${nearest.name}。`, en: `nearest: ${nearest.name}; ` } } : {}),
  };
}

/**
 * Says which layout a sheet has and which of its columns is which, from its first rows alone. A layout of the
 * programme's own goes first, then our own layout, then a survey tool's export whose questions are known. The header
 * is the first row that fits: titles and notes may stand above it.
 */
export function recognise({ file, head }: Pick<Sheet, 'file' | 'head'>, settings: Settings): Recognition {
  const form = head.find((row) => formSheet(row) !== null);
  if (form !== undefined) return { recognised: null, problems: [{ code: 'form-definition', file }] };
  const vendor = vendorHeading(head);
  const [found, ...alike] = layoutsThatFit(head, vendor, settings.layouts);
  if (found !== undefined && alike.length > 0) {
    const value = [found, ...alike].map(({ layout }) => layout.name).join(', ');
    const [row = 1] = found.heading.headerRows;
    return { recognised: null, problems: [{ code: 'several-layouts', file, row, value }] };
  }
  if (found !== undefined) return recogniseForeign(file, found.heading, found.layout, settings);
  for (const heading of plainHeadings(head, 1)) {
    const own = marks.find(([, names]) => names.every((name) => heading.names.includes(name)));
    if (own !== undefined) return recogniseOwn(file, heading, own[0], settings);
  }
  const survey = vendor?.vendor;
  if (vendor !== null && survey?.vendor)
    return recogniseSurvey(file, vendor, { ...survey, vendor: survey.vendor }, settings);
  return { recognised: null, problems: [listAmongDrops(file, head) ?? unknownLayout(file, head, settings)] };
}
