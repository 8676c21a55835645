import type { Extremes } from './extremes.ts';
import type { Rules } from './judge.ts';
import { layersOf, type Layer } from './layer.ts';
import type { Leak } from './leak.ts';
import { learn, type Learnt, type Lesson } from './learn.ts';
import { familiesOf, nameOf, together, type Family } from './places.ts';
import { samePeople, type SamePeople } from './same-people.ts';
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

/** What an attack works with. */
interface Attacker {
  /** The published states, in their order. */
  readonly states: readonly State[];
  readonly rules: Rules;
  readonly extremes: Extremes;
}

/** Tables that are attacked together, and the people whom two of them count. */
interface Target {
  readonly family: Family;
  readonly same: readonly SamePeople[];
}

/** What came of an attack on one layer of some tables. */
interface AttackedLayer extends Lesson {
  readonly layer: Layer;
  readonly family: Family;
  readonly groups: number;
}

function attackLayer(
  layer: Layer,
  { family, same }: Target,
  { states, rules, extremes }: Attacker,
): AttackedLayer {
  const known = surveyKnowledge(family, layer, states, same);
  return { ...learn(known, rules, extremes), layer, family, groups: known.groups.length };
}

/** Attacks one family by itself, with the most that may be taken for granted and that its numbers do not contradict. */
function attackAlone(
  layer: Layer,
  believed: readonly (Assumption & { readonly family: Family | undefined })[],
  attacker: Attacker,
): AttackedLayer[] {
  let attacked: AttackedLayer | undefined;
  for (const { family, earlier } of believed) {
    if (family === undefined) continue;
    const states = earlier === 'holds' ? attacker.states : attacker.states.slice(-1);
    attacked = attackLayer(layer, { family, same: [] }, { ...attacker, states });
    if (!attacked.contradicted) break;
  }
  return attacked === undefined ? [] : [attacked];
}

function leaksOf({ layer, family, learnt, contradicted }: AttackedLayer): Leak[] {
  const leaks = learnt.map((one) => leakOf(layer, one));
  if (!contradicted) return leaks;
  const where = layer.name === '' ? 'responses' : layer.name;
  const found = family.tables.map((table) => nameOf(table) || 'all').join(', ');
  return [...leaks, { code: 'contradiction', where, found }];
}

/**
 * Attacks the published numbers of a survey with all that a reader knows of them: what is told now and was told before, that totals
 * are the sums of their parts, that no release takes people away, which tables count the same people, and the programme's own rules.
 * All tables are held against each other; where something that is taken for granted turns out wrong, each family by itself. Of one
 * `question` alone, `''` for the responses, if so asked.
 */
export function attackSurvey(
  states: readonly State[],
  extremes: Extremes,
  belief: Services = 'nested',
  question?: string,
): SurveyAttack {
  const now = states.at(-1);
  if (now === undefined) return { leaks: [], groups: 0, unasked: 0 };
  const attacker = { states, rules: now.rules, extremes };
  const layers = layersOf(now.asked);
  const believed = assumptions
    .filter(({ services }) => belief === 'nested' || services === 'apart')
    .map((assumption) => ({ ...assumption, families: familiesOf(states, assumption.services) }));
  const families = believed[0]?.families ?? [];
  const family = together(families);
  const same = samePeople(family, layers, states);
  const attacked = layers
    .filter(({ name }) => question === undefined || name === question)
    .flatMap((layer) => {
      const whole = attackLayer(layer, { family, same }, attacker);
      if (!whole.contradicted) return [whole];
      return [...families.keys()].flatMap((place) =>
        attackAlone(
          layer,
          believed.map((one) => ({ ...one, family: one.families[place] })),
          attacker,
        ),
      );
    });
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
  return {
    leaks: attacked.flatMap(leaksOf),
    groups: sumOf(attacked.map(({ groups }) => groups)),
    unasked: sumOf(attacked.map(({ unasked }) => unasked)),
  };
}
