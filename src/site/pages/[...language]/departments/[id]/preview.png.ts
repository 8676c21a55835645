import { subjectPaths } from '../../../../language-paths.ts';
import { localized } from '../../../../programme.ts';
import { paint } from '../../../../preview/paint.ts';
import { previewOf } from '../../../../preview/preview.ts';
import { tables } from '../../../../tables.ts';

type Department = (typeof tables.departments)[number];

export function getStaticPaths() {
  return subjectPaths(
    tables.departments,
    ({ department_id }) => ({ id: department_id }),
    (department) => ({ department }),
  );
}

interface Route {
  readonly props: { readonly language: string; readonly department: Department };
}

/** The picture that goes along with the page of a department. */
export function GET({ props: { language, department } }: Route): Response {
  const name = localized(department, 'name', language).text;
  const subject = { kind: 'department', id: department.department_id } as const;
  const picture = paint(previewOf(subject, language, name));
  return new Response(picture, { headers: { 'content-type': 'image/png' } });
}
