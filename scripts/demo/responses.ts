import { grades, ratingOrigins, respondentKinds } from '../../src/model/record.ts';
import { daysAfter, everyDay } from './calendar.ts';
import type { City } from './city.ts';
import type { Department } from './departments.ts';
import { type Random, samplerOf } from './random.ts';
import type { Hand } from './spellings.ts';
import { choices, crossComments, kindComments, privateComments, questions } from './survey.ts';

/** One wave of the survey, which is one file. */
export interface Wave {
  readonly year: '2025' | '2026';
  readonly days: number;
  readonly responses: number;
  /** Whether answers are written as codes or in Chinese. */
  readonly coded: boolean;
}

/** The head of a survey file. */
export const responseHeader: readonly string[] = [
  ...['response_id', 'submitted_on', 'department', 'hall', 'service', 'channel', 'origin', 'respondent'],
  ...questions.map(({ id }) => id),
];

const promptedShare = 0.35;
const defaultShare = 0.1;
/** How much of a person's answers is their mood, and how much the question. */
const mood = 0.65;
/** The highest likelihood to recommend that goes with each grade. */
const likelihood = [10, 8, 7, 5, 2];
const toughness: Readonly<Record<string, number>> = {
  waiting: 1.5,
  once: 1.2,
  answered: 1.3,
  online: 1.25,
  staff: 0.6,
};

/** Invents one wave's responses one by one; none is kept. */
export function* responsesOf(random: Random, city: City, hand: Hand, wave: Wave): Generator<string[]> {
  const asked = city.departments.filter(
    ({ responses, until }) => responses > 0 && (until ?? '9999') > wave.year,
  );
  const department = samplerOf(random, asked, ({ responses }) => responses);
  const hall = samplerOf(random, city.halls, ({ weight }) => weight);
  const write = <Each extends { readonly zh: string; readonly code: string }>(
    each: Each | undefined,
  ): string => (each === undefined ? '' : wave.coded ? each.code : each.zh);
  const chosen = Map.groupBy(choices, ({ scale }) => scale);
  const draws = new Map(
    [...chosen].map(([scale, list]) => [scale, samplerOf(random, list, ({ weight }) => weight)]),
  );
  const [active, prompted, byDefault] = ratingOrigins;
  const dates = everyDay(`${wave.year}-01-01`, daysAfter(`${wave.year}-01-01`, wave.days - 1));

  for (let number = 1; number <= wave.responses; number += 1) {
    const from = department();
    const service = random.pick(city.servicesOf(from));
    const onsite = random.chance(service.ways === 'online' ? 0 : 0.48);
    const chance = random.next();
    const origin =
      chance < defaultShare ? byDefault : chance < defaultShare + promptedShare ? prompted : active;
    const happiness = random.next();
    const days = from.until === undefined ? wave.days : Math.min(wave.days, 89);
    yield [
      `R${wave.year}-${String(number).padStart(6, '0')}`,
      dates[random.whole(0, days - 1)] ?? '',
      hand('departments', from.id),
      onsite ? hand('halls', service.halls === undefined ? hall().id : random.pick(service.halls)) : '',
      random.chance(0.05) ? '' : hand('services', service.id),
      onsite ? (wave.coded ? 'onsite' : '实地体验') : wave.coded ? 'online' : '网上办理',
      write(origin),
      write(respondentFor(random.next())),
      ...questions.map((question) => answer(question.id, from, happiness, origin === byDefault)),
    ];
  }

  function answer(id: string, from: Department, happiness: number, automatic: boolean): string {
    const question = questions.find((each) => each.id === id);
    if (question === undefined || (random.chance(question.missing) && question.kind !== 'text')) return '';
    const worth = automatic ? 0 : random.chance(mood) ? happiness : random.next();
    const grade = gradeOf(worth, from.dissatisfied * (toughness[id] ?? 1));
    switch (question.kind) {
      case 'grade':
        return write(grades[grade]);
      case 'score':
        return String(Math.max(0, (likelihood[grade] ?? 0) - random.whole(0, grade === 0 ? 1 : 2)));
      case 'scale':
      case 'single':
        return choice(question.scale ?? '');
      case 'multiple':
        return multiple(question.scale ?? '', grade);
      case 'text':
        return automatic || random.chance(0.72) ? '' : comment(grade);
    }
  }

  function choice(scale: string): string {
    const drawn = draws.get(scale)?.();
    return drawn === undefined ? '' : write({ code: drawn.id, zh: drawn.name.zh });
  }

  function multiple(scale: string, grade: number): string {
    const first = choice(scale);
    const none = write({ code: 'nothing', zh: '都没有' });
    if (first === none || grade < 2) return first;
    const more = [choice(scale), choice(scale)].filter((each) => each !== none);
    return [...new Set([first, ...more])].join('|');
  }

  function comment(grade: number): string {
    if (random.chance(0.04)) return random.pick(privateComments);
    return random.pick(grade > 2 ? crossComments : kindComments);
  }
}

const individuals = 0.72;
const enterprises = 0.19;
const agents = 0.06;

/** Who a respondent is; a few do not say. */
function respondentFor(chance: number): (typeof respondentKinds)[number] | undefined {
  const [individual, enterprise, agent] = respondentKinds;
  if (chance < individuals) return individual;
  if (chance < individuals + enterprises) return enterprise;
  return chance < individuals + enterprises + agents ? agent : undefined;
}

/** The grade of a person at a place from 0 (happiest) to 1, where the last part are the dissatisfied. */
function gradeOf(worth: number, trouble: number): number {
  const dissatisfied = 0.065 * trouble;
  const limits = [
    0.49 - (trouble - 1) * 0.06,
    0.8 - (trouble - 1) * 0.06,
    1 - dissatisfied,
    1 - dissatisfied / 3,
  ];
  const grade = limits.findIndex((limit) => worth < limit);
  return grade < 0 ? 4 : grade;
}
