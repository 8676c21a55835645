import type { Extremes } from './extremes.ts';
import { layersOf, type Layer } from './layer.ts';
import type { Leak } from './leak.ts';
import { learn, type Learnt, type Lesson } from './learn.ts';
import { familiesOf, nameOf, type Family } from './places.ts';
import type { State } from './state.ts';
import { surveyKnowledge } from './survey-knowledge.ts';

function leakOf(layer: Layer, { group, column, low, high }: Learnt): Leak {
  const { place, upTo, added, people, kinds } = group;
  const value = kinds.find((kind) => kind.column === column)?.value ?? people;
  const isTold = 'told' in value && place.isNamed;
  const release = upTo === null ? '' : ` (release ${upTo})`;
  return {
    code: added ? 'between-releases' : isTold ? 'small-and-told' : 'worked-out',
    where: `${layer.name === '' ? 'responses' : layer.name} ${place.key}${column === null ? '' : ` ${column}`}${release}`,
    found: low === high ? String(low) : `${low}–${high}`,
  };
}

/** Whether the people of a service are taken to be people of its department. */
export type Services = 'nested' | 'apart';

/** What a reader may take for granted, the most first: where the numbers contradict that, it is not so. */
interface Assumption {
  readonly services: Services;
  /** Whether what earlier releases told still holds. */
  readonly earlier: 'holds' | 'corrected';
}

const assumptions: readonly Assumption[] = [
  { services: 'nested', earlier: 'holds' },
  { services: 'nested', earlier: 'corrected' },
  { services: 'apart', earlier: 'holds' },
  { services: 'apart', earlier: 'corrected' },
];

/** What came of all attacks on the numbers of the survey. */
export interface SurveyAttack {
  readonly leaks: readonly Leak[];
  readonly groups: number;
  readonly unasked: number;
}

function attackFamily(
  family: Family,
  layer: Layer,
  states: readonly State[],
  extremes: Extremes,
): Lesson & { readonly groups: number } {
  const rules = states.at(-1)?.rules;
  const known = surveyKnowledge(family, layer, states);
  return rules === undefined
    ? { learnt: [], contradicted: false, unasked: 0, groups: 0 }
    : { ...learn(known, rules, extremes), groups: known.groups.length };
}

/**
 * Attacks the published numbers of a survey with all that a reader knows of them: what is told now and was told before,
 * that totals are the sums of their parts, that no release takes people away, and the programme's own rules. Of one `question`
 * alone, `''` for the responses, if so asked.
 */
export function attackSurvey(
  states: readonly State[],
  extremes: Extremes,
  belief: Services = 'nested',
  question?: string,
): SurveyAttack {
  const layers = layersOf(states.at(-1)?.asked ?? []).filter(
    ({ name }) => question === undefined || name === question,
  );
  const leaks: Leak[] = [];
  let groups = 0;
  let unasked = 0;
  const believed = assumptions.filter(({ services }) => belief === 'nested' || services === 'apart');
  const families = believed.map(({ services }) => familiesOf(states, services));
  for (const place of families[0]?.keys() ?? [])
    for (const layer of layers) {
      const tried = believed.map((assumption, at) => ({ assumption, family: families[at]?.[place] }));
      let lesson: ReturnType<typeof attackFamily> | null = null;
      for (const { assumption, family } of tried) {
        if (family === undefined) continue;
        lesson = attackFamily(
          family,
          layer,
          assumption.earlier === 'holds' ? states : states.slice(-1),
          extremes,
        );
        if (!lesson.contradicted) break;
      }
      if (lesson === null) continue;
      groups += lesson.groups;
      unasked += lesson.unasked;
      leaks.push(...lesson.learnt.map((one) => leakOf(layer, one)));
      if (lesson.contradicted)
        leaks.push({
          code: 'contradiction',
          where: layer.name === '' ? 'responses' : layer.name,
          found: families[0]?.[place]?.tables.map((table) => nameOf(table) || 'all').join(', ') ?? '',
        });
    }
  return { leaks, groups, unasked };
}
