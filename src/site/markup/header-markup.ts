import { brandIn } from '../brand.ts';
import { pageAddress } from '../addresses/address.ts';
import { asOfLine } from './as-of-markup.ts';
import { languageTag } from '../i18n/language-tag.ts';
import { text } from '../i18n/text.ts';
import { langOf } from '../words/lang-of.ts';
import { foreign, type Localized } from '../words/localized.ts';
import { present, surveyOnly } from '../present.ts';
import { factIn, languages } from '../programme.ts';
import { wordsMarkup } from './words-markup.ts';
import { xmlText } from './xml.ts';

/** The parts of the site that the navigation names. */
export type Part =
  'home' | 'departments' | 'findings' | 'survey' | 'programme' | 'data' | 'changes' | 'method' | 'search';

/** A step on the way to a page: a link, or the name of this page without one. */
export interface Crumb {
  readonly of: Localized;
  readonly path?: string;
}

/** Where a page stands. */
export interface Place {
  readonly language: string;
  /** The path of the page, the same in every language. */
  readonly path: string;
  readonly part?: Part | undefined;
  /** The way here, after the part itself. */
  readonly crumbs: readonly Crumb[];
  /** Whether the page tells at its end where its numbers come from. */
  readonly accounts: boolean;
}

const parts: readonly (readonly [Part, string])[] = [
  ['home', ''],
  ['departments', 'departments/'],
  ...(surveyOnly ? [] : ([['findings', 'findings/']] as const)),
  ...(present.survey ? ([['survey', 'survey/']] as const) : []),
  ...(present.programme ? ([['programme', 'programme/']] as const) : []),
  ['data', 'data/'],
  ['changes', 'changes/'],
  ['method', 'method/'],
  ['search', 'search/'],
];

const sign =
  '<svg width="30" height="30" viewBox="0 0 20 20" aria-hidden="true"><path d="M1 1h10v8h8v10H1z" fill="currentColor"></path><path d="M13 1.6h5.4V7H13z" fill="none" stroke="currentColor" stroke-width="1.3"></path></svg>';

const link = (href: string, words: string, more = '') =>
  `<a href="${xmlText(href)}"${more}>${xmlText(words)}</a>`;

/** The name of the site and the way to its parts, and to the same page in other languages. */
function masthead({ language, path, part }: Place): string {
  const words = text(language);
  const items = [
    ...parts.map(([name, address]) =>
      link(
        pageAddress(language, address),
        words.navigation[name],
        name === part ? ' aria-current="page"' : '',
      ),
    ),
    ...languages
      .filter((other) => other !== language)
      .map((other) => {
        const name = foreign(text(other).languageName, other, language);
        const itsOwn = ` hreflang="${xmlText(languageTag(other))}"`;
        return link(pageAddress(other, path), name.text, `${langOf(name)}${itsOwn}`);
      }),
  ];
  return [
    `<div class="mast"><a class="brand" href="${xmlText(pageAddress(language, ''))}">${sign}<b>${wordsMarkup(brandIn(language))}</b>`,
    `<span>${wordsMarkup(factIn('name', language))}<br>${xmlText(surveyOnly ? words.brandLineSurvey : words.brandLine)}</span></a>`,
    `<nav aria-label="${xmlText(words.navigation.label)}"><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul></nav></div>`,
  ].join('');
}

function wayHere({ language, part, crumbs }: Place): string {
  if (crumbs.length === 0 || part === undefined) return '';
  const { navigation } = text(language);
  const steps = crumbs.map(({ of, path }) =>
    path === undefined
      ? `<span${langOf(of)}>${xmlText(of.text)}</span>`
      : link(pageAddress(language, path), of.text, langOf(of)),
  );
  const first = link(pageAddress(language, part === 'home' ? '' : `${part}/`), navigation[part]);
  return `<nav class="crumb meta" aria-label="${xmlText(navigation.place)}">${first}${steps.join('')}</nav>`;
}

/** What stands above the matter of every page, as markup: see `head-markup.ts`. */
export function headerMarkup(place: Place): string {
  const { whence } = text(place.language);
  const account = place.accounts ? link('#whence', whence.title) : '';
  return `${masthead(place)}<p class="asof">${asOfLine(place.language)}${account}</p>${wayHere(place)}`;
}
