import { languageFolder } from './address.ts';
import { languages, mainLanguage } from '../programme.ts';

/** The build renders every language in a process of its own; without a word, all of them are rendered. */
const only = process.env['ZHAOCHA_LANGUAGE'];
const rendered = languages.filter((language) => only === undefined || only === language);

/** A page in one language, as `getStaticPaths` of a `[...language]` route gives it. */
interface LanguagePath {
  readonly params: { readonly language: string | undefined };
  readonly props: { readonly language: string };
}

/** The paths of a page that stands once in every language. */
export function languagePaths(): LanguagePath[] {
  return rendered.map((language) => ({
    params: { language: languageFolder(language) },
    props: { language },
  }));
}

/**
 * What a page is made of beside that which all pages share: while its key stays, the page is taken over from the last site. One
 * without a key is made with every build.
 */
type KeyOf<Subject> = (subject: Subject, language: string) => string | undefined;

function keyed<Subject>(subject: Subject, language: string, keyOf: KeyOf<Subject> | undefined) {
  const cacheKey = keyOf?.(subject, language);
  return cacheKey === undefined ? {} : { cacheKey };
}

/**
 * The paths of a page that stands once for each of `subjects`, in every language.
 * `params` names the subject in the address, `props` is what the page gets beside its language.
 */
export function subjectPaths<Subject, Params extends Record<string, string | undefined>, Props>(
  subjects: readonly Subject[],
  paramsOf: (subject: Subject) => Params,
  propsOf: (subject: Subject) => Props,
  keyOf?: KeyOf<Subject>,
) {
  return rendered.flatMap((language) =>
    subjects.map((subject) => ({
      params: { language: languageFolder(language), ...paramsOf(subject) },
      props: { language, ...propsOf(subject) },
      ...keyed(subject, language, keyOf),
    })),
  );
}

/** The paths of a file that stands once for each of `subjects`, the same in every language. */
export function commonPaths<Subject, Params extends Record<string, string>, Props>(
  subjects: readonly Subject[],
  paramsOf: (subject: Subject) => Params,
  propsOf: (subject: Subject) => Props,
  keyOf?: KeyOf<Subject>,
) {
  return subjects.map((subject) => ({
    params: paramsOf(subject),
    props: propsOf(subject),
    ...keyed(subject, mainLanguage, keyOf),
  }));
}
