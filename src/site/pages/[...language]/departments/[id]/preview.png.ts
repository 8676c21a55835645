import { subjectPaths } from '../../../../addresses/language-paths.ts';
import { pageKey } from '../../../../tables/page-key.ts';
import { localized } from '../../../../programme.ts';
import { paint, type Drawing } from '../../../../preview/paint.ts';
import { previewLanguage, previewOf } from '../../../../preview/preview.ts';
import { tables } from '../../../../tables/tables.ts';

type Department = (typeof tables.departments)[number];

function drawingOf(department: Department, pageLanguage: string): Drawing {
  const language = previewLanguage(pageLanguage);
  const name = localized(department, 'name', language).text;
  return previewOf({ kind: 'department', id: department.department_id }, language, name);
}

export function getStaticPaths() {
  return subjectPaths(
    tables.departments,
    ({ department_id }) => ({ id: department_id }),
    (department) => ({ department }),
    (department, language) => pageKey(JSON.stringify(drawingOf(department, language))),
  );
}

interface Route {
  readonly props: { readonly language: string; readonly department: Department };
}

/** The picture that goes along with the page of a department. */
export function GET({ props: { language, department } }: Route): Response {
  const picture = paint(drawingOf(department, language));
  return new Response(picture, { headers: { 'content-type': 'image/png' } });
}
