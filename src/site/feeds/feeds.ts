import { categoryPath, departmentPath } from '../addresses/address.ts';
import type { Feed } from './feed.ts';
import { findingEntries } from '../findings/finding-entries.ts';
import { findingsOf, latestFirst } from '../findings/findings.ts';
import { text } from '../i18n/text.ts';
import { subjectPaths } from '../addresses/language-paths.ts';
import { factIn, localized } from '../programme.ts';
import { releaseEntries } from './release-entries.ts';
import { tables } from '../tables/tables.ts';

function titled(language: string, name: string): string {
  return `${name} · ${text(language).feed.title}`;
}

/** The feed of the whole site. */
export function siteFeed(language: string): Feed {
  return {
    language,
    title: titled(language, factIn('name', language).text),
    path: '',
    entries: findingEntries(latestFirst, language),
  };
}

/** The feed of the page of changes: releases, corrections, withdrawals. */
export function changesFeed(language: string): Feed {
  return {
    language,
    title: `${factIn('name', language).text} · ${text(language).changes.title}`,
    path: 'changes/',
    entries: releaseEntries(language),
  };
}

/** The routes of the feeds of departments: each gives its feed as the prop `feed`. */
export function departmentFeedPaths() {
  return feedPaths('department_id', tables.departments, departmentPath);
}

/** The routes of the feeds of categories. */
export function categoryFeedPaths() {
  return feedPaths('category_id', tables.categories, categoryPath);
}

function feedPaths<Column extends 'department_id' | 'category_id'>(
  column: Column,
  subjects: readonly (Readonly<Record<string, unknown>> & Readonly<Record<Column, string>>)[],
  pathOf: (id: string) => string,
) {
  const feedOf =
    (subject: (typeof subjects)[number]) =>
    (language: string): Feed => ({
      language,
      title: titled(language, localized(subject, 'name', language).text),
      path: pathOf(subject[column]),
      entries: findingEntries(findingsOf(column, subject[column]), language),
    });
  return subjectPaths(
    subjects,
    (subject) => ({ id: subject[column] }),
    (subject) => ({ feedIn: feedOf(subject) }),
  );
}
