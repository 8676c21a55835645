import { brandIn } from '../brand.ts';
import { wrapText } from '../charts/wrap-text.ts';
import { figureOf, hasAny, type Subject } from '../figures/figures.ts';
import { formatDate, formatFigure } from '../words/format.ts';
import { text } from '../i18n/text.ts';
import { surveyOnly } from '../present.ts';
import { factIn, languages, programme } from '../programme.ts';
import { canWrite } from './letters.ts';
import type { Drawing, TextLine } from './paint.ts';

/* The picture that goes along when somebody passes a page on: its opening sentence, as a column of figures. */

/** What networks ask for, in pixels. */
export const previewSize = { width: 1200, height: 630 };

/** The light colours of the pages: a picture does not know in which theme it will be seen. */
const colours = {
  ink: '#14191b',
  quiet: '#4a5559',
  confirmed: '#00665a',
  claimed: '#906600',
  overdue: '#b31c22',
};

const margin = 72;
const gap = 20;
const sizes = { opening: 52, number: 68, words: 42, small: 28 };
const rows = { opening: 152, nextOpening: 62, line: 78 };

/** How wide a character is, in parts of the size of the letters: Chinese fills a square, the rest about half of one. */
const latinWidth = 0.54;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]|\p{Script=Han}/u;
const widthOf = (words: string) =>
  [...words].reduce((sum, sign) => sum + (wide.test(sign) ? 1 : latinWidth), 0);

/** A line as far as there is room for it. */
function cut(line: string, room: number): string {
  if (widthOf(line) <= room) return line;
  let kept = '';
  for (const sign of line) {
    if (widthOf(kept + sign) > room - 1) break;
    kept += sign;
  }
  return `${kept}…`;
}

/** A text in as many lines as there may be; what goes beyond is cut. */
function fitted(words: string, size: number, from: number, most = 1): string[] {
  const room = (previewSize.width - margin - from) / size;
  const lines = wrapText(words, room, widthOf);
  return lines
    .slice(0, most)
    .map((line, place) => cut(lines.length > most && place === most - 1 ? `${line}…` : line, room));
}

/** The opening sentence of a subject: whose it is, then each number with its words. */
function sentenceOf(subject: Subject, language: string, name: string): TextLine[] {
  const { headline } = text(language);
  const any = hasAny(figureOf(subject, 'found'));
  const nothing = surveyOnly ? '{name}' : headline.nothingOf;
  const opening = (any ? headline.department : nothing).replace('{name}', () => name);
  const measures = any ? (['found', 'confirmed', 'claimed', 'overdue'] as const) : [];
  const numbers = measures.map((measure) => {
    const figure = figureOf(subject, measure);
    return {
      number: figure ? formatFigure(figure) : '',
      words: headline[measure](figure?.count ?? 0),
      ink: measure === 'found' ? colours.ink : colours[measure],
    };
  });
  const widest = Math.max(0, ...numbers.map(({ number }) => widthOf(number)));
  const column = Math.round(margin + widest * sizes.number);
  const lines = fitted(opening, sizes.opening, margin, 2);
  const below = rows.opening + (lines.length - 1) * rows.nextOpening;
  return [
    ...lines.map((words, place) => ({
      words,
      x: margin,
      y: rows.opening + place * rows.nextOpening,
      size: sizes.opening,
      end: false,
      ink: colours.ink,
    })),
    ...numbers.flatMap(({ number, words, ink }, place): TextLine[] => {
      const y = below + (place + 1) * rows.line + 6;
      const [first = ''] = fitted(words, sizes.words, column + gap);
      return [
        { words: number, x: column, y, size: sizes.number, end: true, ink },
        { words: first, x: column + gap, y, size: sizes.words, end: false, ink: colours.ink },
      ];
    }),
  ];
}

/**
 * The language of the picture of a page: the page's own, or the first of the site, at last English, for whose letters there is a font.
 */
export function previewLanguage(language: string): string {
  const said = (of: string) => text(of).headline.found(1) + text(of).brand;
  return [language, ...languages].find((one) => canWrite(said(one))) ?? 'en';
}

/** The picture of a subject, by its name. */
export function previewOf(subject: Subject, language: string, name: string): Drawing {
  const { asOf, demonstration } = text(language);
  const { width, height } = previewSize;
  const cutoff = asOf.cutoff.replace('{date}', formatDate(programme.cutoff, language));
  const foot = programme.demonstration ? `${cutoff} · ${demonstration.title}` : cutoff;
  const small = (words: string, y: number): TextLine => ({
    words: fitted(words, sizes.small, margin)[0] ?? '',
    x: margin,
    y,
    size: sizes.small,
    end: false,
    ink: colours.quiet,
  });
  const rule = { x: margin, width: width - 2 * margin, ink: colours.ink };
  return {
    width,
    height,
    bars: [
      { ...rule, y: 82, height: 3 },
      { ...rule, y: 88, height: 1 },
    ],
    lines: [
      small(`${brandIn(language).text} · ${factIn('name', language).text}`, 62),
      ...sentenceOf(subject, language, name),
      small(foot, height - 36),
    ],
  };
}
