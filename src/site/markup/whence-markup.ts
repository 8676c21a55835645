import { languageFolder, pageAddress } from '../addresses/address.ts';
import { dayMarkup } from './day-markup.ts';
import { filled } from './filled.ts';
import { formulaMath } from '../formula-math.ts';
import { text } from '../i18n/text.ts';
import { keeping } from '../keeping.ts';
import { measureWords } from '../figures/measure-words.ts';
import { latestRelease, programme } from '../programme.ts';
import { tables } from '../tables/tables.ts';
import { wordsMarkup } from './words-markup.ts';
import { xmlText } from './xml.ts';

/** What is said of a measure, the same on every page, but for the link that comes last. */
interface Account {
  readonly said: string;
  /** What is heard of the link: it says the same for every measure. */
  readonly name: string;
}

const statements = new Set(tables.statements.map(({ sql }) => sql));

type MeasureRow = (typeof tables.measures)[number];

/** What a measure means, its formula, and the SQL that counts it. */
function accountOf({ measure, formula, sql }: MeasureRow, language: string): Account {
  const words = text(language).method.measures;
  const method = pageAddress(language, 'method/');
  const name = wordsMarkup(measureWords(measure, 'name', language));
  const counted = `<span>${xmlText(words.counted)} <a href="${xmlText(`${method}#${sql}`)}">${xmlText(sql)}</a></span>`;
  const said = [
    `<dt><a href="${xmlText(`${method}#measure-${measure}`)}">${name}</a></dt>`,
    `<dd>${wordsMarkup(measureWords(measure, 'definition', language))}<p class="sm meta">`,
    `<span>${xmlText(words.formula)} <span data-text>${formulaMath(formula, language)}</span></span>`,
    statements.has(sql) ? counted : '',
  ];
  return { said: said.join(''), name };
}

/** Hundreds of pages tell of the same measures: what is said of each is put together once for a language. */
const accountsIn = keeping((language: string) => keeping((row: MeasureRow) => accountOf(row, language)));

/**
 * Where the numbers of a page come from, as markup: which release, and for each measure on it what it means, its formula, the SQL that
 * counts it and a link that counts its numbers on this page again. `path` is without its language; `measures` come in their order on
 * the page. Nothing where none of them is known.
 */
export function whenceMarkup(language: string, path: string, measures: readonly string[]): string {
  const rows = tables.measures.filter(({ measure }) => measures.includes(measure));
  if (rows.length === 0) return '';
  const { whence: words, sentenceGap } = text(language);
  const verify = pageAddress(language, 'data/verify/');
  const folder = languageFolder(language);
  const page = folder === undefined ? path : `${folder}/${path}`;
  const again = (measure?: string) =>
    xmlText(`${verify}?${new URLSearchParams({ page, ...(measure === undefined ? {} : { measure }) })}`);
  const release = filled(latestRelease ? words.release : words.unreleased, {
    release: latestRelease ? `<span class="id">${xmlText(latestRelease.version)}</span>` : '',
    date: dayMarkup(programme.cutoff, language, 'sentence'),
  });
  const told = rows.map((row) => {
    const { said, name } = accountsIn(language)(row);
    const link = `<a href="${again(row.measure)}">${xmlText(words.again)}<span class="vh">${name}</span></a>`;
    return `${said}${link}</p></dd>`;
  });
  return [
    `<summary>${xmlText(words.title)}</summary><p class="sm">${release}${xmlText(sentenceGap)}${xmlText(words.gloss)}</p>`,
    `<p class="acts" data-whence="${xmlText(verify)}" data-label="${xmlText(words.of)}"><a href="${again()}">${xmlText(words.all)}</a>`,
    `<button type="button" aria-pressed="false" hidden>${xmlText(words.beside)}</button></p>`,
    `<dl class="account">${told.join('')}</dl>`,
  ].join('');
}
