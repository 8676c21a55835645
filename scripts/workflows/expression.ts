import { createContext, runInContext } from 'node:vm';

/** What an expression of a workflow may name, by its name. */
export type Context = Readonly<Record<string, unknown>>;

/**
 * What an expression of GitHub's workflows is. Of its language our workflows use what JavaScript has, too: names, texts, `==`, `&&`, `!`.
 *
 * @example
 * evaluate("github.event_name == 'push'", { github: { event_name: 'push' } }); // => true
 */
export function evaluate(expression: string, context: Context): unknown {
  return runInContext(expression, createContext({ ...context })) as unknown;
}

/**
 * A text with each `${{ … }}` in it replaced.
 *
 * @example
 * fillIn('of ${{ github.actor }}', { github: { actor: 'li' } }); // => 'of li'
 */
export function fillIn(text: string, context: Context): string {
  return text.replace(/\$\{\{(.*?)\}\}/g, (_, expression: string) => String(evaluate(expression, context)));
}

/**
 * Whether a rule of GitLab holds: `$NAME == 'text'`, joined by `&&`.
 *
 * @example
 * holds("$CI_PIPELINE_SOURCE == 'push' && $A == $B", { CI_PIPELINE_SOURCE: 'push', A: '1', B: '1' }); // => true
 */
export function holds(rule: string, variables: Readonly<Record<string, string>>): boolean {
  const named = rule.replace(/\$(\w+)/g, (_, name: string) => JSON.stringify(variables[name] ?? ''));
  return evaluate(named, {}) === true;
}
