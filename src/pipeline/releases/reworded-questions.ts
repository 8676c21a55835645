import { plainText } from '../../model/plain-text.ts';
import type { Problem } from '../../model/problem.ts';
import type { Earlier } from '../../model/release.ts';
import type { Settings } from '../../model/settings.ts';

/**
 * What to say of questions that are put in other words than in the last release: the answers of all years would stand under the new
 * ones, and who compares the years could not know.
 */
export function rewordedQuestions(
  { questions, programme }: Pick<Settings, 'questions' | 'programme'>,
  { releases, questions: before }: Pick<Earlier, 'releases' | 'questions'>,
): Problem[] {
  if (releases.length === 0) return [];
  const asked = new Map(before.map((row) => [row['question_id'], row]));
  return questions.flatMap(({ id, names }): Problem[] => {
    const reworded = programme.languages.find((language) => {
      const [then, now] = [asked.get(id)?.[`text_${language}`] ?? '', names[language] ?? ''];
      return then !== '' && now !== '' && plainText(then) !== plainText(now);
    });
    if (reworded === undefined) return [];
    const then = asked.get(id)?.[`text_${reworded}`] ?? '';
    return [
      {
        code: 'question-reworded',
        file: 'lookup/questions.csv',
        column: `name_${reworded}`,
        value: id,
        detail: { zh: `“${then}”改成“${names[reworded]}”`, en: `“${then}” became “${names[reworded]}”` },
      },
    ];
  });
}
