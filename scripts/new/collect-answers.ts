import type { Words } from '../../src/model/words.ts';
import type { Question } from './questions.ts';

/** Asks a person one thing; a list is asked for line by line, to the first empty one. */
export type Ask = (question: Question, standard: string | null) => Promise<string>;

/** The answers by flag, or what is missing or cannot be taken, each with how to mend it. */
export type Collected =
  | { readonly answers: ReadonlyMap<string, string> }
  | { readonly refused: readonly { readonly flag: string; readonly why: Words }[] };

const missing: Words = { zh: '没有说', en: 'is not said' };

/**
 * Goes through the questions: what was said after the command is taken, else the person is asked until there is an answer
 * that can be taken, else (without a person) the standard is.
 */
export async function collectAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, string | undefined>>,
  ask: Ask | null,
  tell: (why: Words) => void,
): Promise<Collected> {
  const answers = new Map<string, string>();
  const refused: { flag: string; why: Words }[] = [];
  for (const question of questions) {
    const { flag, object = () => null, when = () => true } = question;
    if (!when(answers)) continue;
    const standard = question.standard?.(answers) ?? null;
    let answer = given[flag]?.trim() ?? (ask === null ? standard : null);
    while (answer === null && ask !== null) {
      const said = (await ask(question, standard)).trim() || standard;
      const why = said === null ? missing : said === standard ? null : await object(said);
      if (why === null) answer = said;
      else tell(why);
    }
    const why =
      answer === null
        ? { zh: `${missing.zh}：${question.ask.zh}`, en: `${missing.en}: ${question.ask.en}` }
        : answer === standard
          ? null
          : await object(answer);
    if (why === null) answers.set(flag, answer ?? '');
    else refused.push({ flag, why });
  }
  return refused.length > 0 ? { refused } : { answers };
}
