import type { Settings } from '../../../model/settings.ts';
import type { SurveyExport } from '../../../model/survey-export.ts';
import type { Observed } from './observe.ts';
import type { Given, OpenQuestion, Proposal } from './proposal.ts';
import { looksLikeFindings, proposeFindings } from './propose-findings.ts';
import { proposeSurvey } from './propose-survey.ts';
import type { XlsForm } from './xlsform.ts';

/** What is known of a file for which a layout is to be proposed. */
export interface Evidence {
  readonly name: string;
  readonly table: SurveyExport;
  readonly observed: readonly Observed[];
  readonly rows: number;
  readonly settings: Settings;
  readonly form: XlsForm | null;
  readonly given: Given;
}

const gives: OpenQuestion = {
  id: 'gives',
  ask: { zh: '一行是什么？', en: 'What is a row?' },
  options: [
    { value: 'responses', words: { zh: '一份答卷', en: 'a response to a survey' } },
    { value: 'findings', words: { zh: '一件问题或工单', en: 'a finding or request' } },
  ],
  standard: 'responses',
};

/** Proposes a layout: that of a survey where a tool is known by its export, else what the columns look like. */
export function proposeLayout({ name, table, observed, rows, settings, form, given }: Evidence): Proposal {
  const answer = given.get('gives');
  const isRegister = table.vendor === null && looksLikeFindings(table.labels);
  if (answer === 'findings' || (answer === undefined && isRegister))
    return proposeFindings(name, table, observed, settings, given);
  const survey = proposeSurvey({ name, survey: table, observed, settings, form, rows, given });
  const asked = survey.layout.codebook?.length ?? 0;
  const isClear =
    answer !== undefined ||
    table.vendor !== null ||
    asked + Object.keys(survey.layout.questions ?? {}).length > 0;
  return isClear ? survey : { ...survey, open: [gives, ...survey.open] };
}
