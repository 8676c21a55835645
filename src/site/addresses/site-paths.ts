import { categoryPath, departmentPath, findingPath, hallPath, questionPath, servicePath } from './address.ts';
import { countedPages } from '../figures/counted-rows.ts';
import { listPages } from '../findings/finding-lists.ts';
import { present } from '../present.ts';
import { programme } from '../programme.ts';
import { tables } from '../tables/tables.ts';

/** A page that search engines may list, by its path without the language, and the day on which it changed. */
export interface SitePath {
  readonly path: string;
  readonly changed: string;
}

const pages = (paths: readonly string[]): SitePath[] =>
  paths.map((path) => ({ path, changed: programme.cutoff }));

/** Every page of a language that search engines may list. What a programme has nothing for is not listed. */
export function sitePaths(): SitePath[] {
  return [
    ...pages([
      '',
      'departments/',
      'a-z/',
      'search/',
      'data/',
      'data/dictionary/',
      'data/verify/',
      'changes/',
      'method/',
      'reading/',
      'privacy/',
      'accessibility/',
    ]),
    ...pages(present.programme ? ['programme/'] : []),
    ...pages(tables.departments.map(({ department_id }) => departmentPath(department_id))),
    ...pages(present.halls ? ['halls/', ...tables.halls.map(({ hall_id }) => hallPath(hall_id))] : []),
    ...pages(
      present.services
        ? ['services/', ...tables.services.map(({ service_id }) => servicePath(service_id))]
        : [],
    ),
    ...pages(
      present.categories
        ? ['categories/', ...tables.categories.map(({ category_id }) => categoryPath(category_id))]
        : [],
    ),
    ...pages(
      present.survey
        ? ['survey/', ...tables.questions.map(({ question_id }) => questionPath(question_id))]
        : [],
    ),
    ...pages(listPages.map(({ path }) => (path ? `findings/${path}/` : 'findings/'))),
    ...pages(countedPages.map(({ path }) => `findings/counted/${path}/`)),
    ...tables.findings.map(({ finding_id, last_event_on }) => ({
      path: findingPath(finding_id),
      changed: last_event_on || programme.cutoff,
    })),
  ];
}
