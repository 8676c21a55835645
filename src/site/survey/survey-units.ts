import { channels, respondentKinds } from '../../model/record.ts';
import { declared } from '../words/own-words.ts';
import { departmentPath, hallPath, pageAddress } from '../addresses/address.ts';
import { everything, figureOf, type Subject } from '../figures/figures.ts';
import { formatPeriod } from '../words/format.ts';
import type { Localized } from '../words/localized.ts';
import { departmentsInOrder, inNameOrder } from '../words/order.ts';
import { localized } from '../programme.ts';
import { tables } from '../tables/tables.ts';

/** By what answers are told apart on a page. */
export const unitKinds = ['department', 'hall', 'channel', 'respondent', 'period'] as const;

export type UnitKind = (typeof unitKinds)[number];

/** A part of the people who answered, with the page it has, if any. */
export interface SurveyUnit {
  readonly name: Localized;
  readonly href?: string;
  readonly subject: Subject;
  readonly period?: string;
}

function allUnits(kind: UnitKind, language: string): SurveyUnit[] {
  switch (kind) {
    case 'department':
      return departmentsInOrder(language).map((row) => ({
        name: localized(row, 'name', language),
        href: pageAddress(language, departmentPath(row.department_id)),
        subject: { kind, id: row.department_id },
      }));
    case 'hall':
      return inNameOrder(tables.halls, language).map((row) => ({
        name: localized(row, 'name', language),
        href: pageAddress(language, hallPath(row.hall_id)),
        subject: { kind, id: row.hall_id },
      }));
    case 'channel':
    case 'respondent':
      return (kind === 'channel' ? channels : respondentKinds).map((code) => ({
        name: declared(code, language),
        subject: { kind, id: code.code },
      }));
    case 'period':
      return periodsOf(everything, language);
  }
}

/** The periods of one subject, the latest first. */
function periodsOf(subject: Subject, language: string): SurveyUnit[] {
  return tables.periods.toReversed().map(({ period }) => ({
    name: { text: formatPeriod(period, language), lang: undefined },
    subject,
    period,
  }));
}

/** The parts of one kind, where anybody answered a question in one of them; those that are withheld, too. */
export function surveyUnits(kind: UnitKind, question: string, language: string): readonly SurveyUnit[] {
  const units = allUnits(kind, language);
  const answering = units.filter((unit) => hasAnswers(unit, question));
  // A period that is not closed yet has no row; of departments and halls, those that nobody answered for stand there too.
  return answering.length === 0 || kind === 'period' ? answering : units;
}

/** The periods in which a subject was asked about a question; those that are withheld too, the latest first. */
export function surveyPeriods(subject: Subject, question: string, language: string): readonly SurveyUnit[] {
  return periodsOf(subject, language).filter((unit) => hasAnswers(unit, question));
}

function hasAnswers({ subject, period }: SurveyUnit, question: string): boolean {
  const answered = figureOf(subject, 'answered', period, question);
  return answered?.status === 'withheld' || (answered?.count ?? 0) > 0;
}
