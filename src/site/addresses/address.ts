import { mainLanguage } from '../programme.ts';

/** Where the site lies on its host: '/' or a folder, ending in a slash. */
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The folder of a language, '' for the main one: what the `[...language]` part of a route holds. */
export function languageFolder(language: string): string | undefined {
  return language === mainLanguage ? undefined : language;
}

/**
 * The address of a page in a language. `path` is written without its first slash: '', 'departments/',
 * 'findings/2025-017/'.
 */
export function pageAddress(language: string, path: string): string {
  const folder = languageFolder(language);
  return folder ? `${base}${folder}/${path}` : `${base}${path}`;
}

/** The address of a file that is the same in every language: 'data/latest/findings.csv'. */
export function fileAddress(path: string): string {
  return `${base}${path}`;
}

/** The path of a finding's page. */
export function findingPath(id: string): string {
  return `findings/${encodeURIComponent(id)}/`;
}

/** The path of a department's page. */
export function departmentPath(id: string): string {
  return `departments/${encodeURIComponent(id)}/`;
}

/** The path of a category's page. */
export function categoryPath(id: string): string {
  return `categories/${encodeURIComponent(id)}/`;
}

/** The path of a hall's page. */
export function hallPath(id: string): string {
  return `halls/${encodeURIComponent(id)}/`;
}

/** The path of a service's page. */
export function servicePath(id: string): string {
  return `services/${encodeURIComponent(id)}/`;
}

/** The path of a survey question's page. */
export function questionPath(id: string): string {
  return `survey/${encodeURIComponent(id)}/`;
}
