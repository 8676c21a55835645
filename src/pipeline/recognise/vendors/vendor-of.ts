import type { RecogniseVendor, SurveyExport } from '../../../model/survey-export.ts';
import { googleForms } from './google-forms.ts';
import { kobo } from './kobo.ts';
import { limesurvey } from './limesurvey.ts';
import { microsoftForms } from './microsoft-forms.ts';
import { qualtrics } from './qualtrics.ts';
import { surveygizmo } from './surveygizmo.ts';
import { surveymonkey } from './surveymonkey.ts';
import { tencent } from './tencent.ts';
import { touchpoints } from './touchpoints.ts';
import { wenjuan } from './wenjuan.ts';
import { wjxCoded } from './wjx-coded.ts';
import { wjxText } from './wjx-text.ts';

/** Those with marks of their own first; those that are known by a time stamp alone last. */
const known: readonly RecogniseVendor[] = [
  qualtrics,
  surveymonkey,
  wjxText,
  wjxCoded,
  wenjuan,
  tencent,
  touchpoints,
  microsoftForms,
  surveygizmo,
  limesurvey,
  kobo,
  googleForms,
];

/** The survey tool that wrote an export, by its first rows, the header at the top; null if it is none that we know. */
export function vendorOf(head: readonly (readonly string[])[]): SurveyExport | null {
  for (const recognise of known) {
    const found = recognise(head);
    if (found !== null) return found;
  }
  return null;
}
