import type { City } from './city.ts';
import type { Department } from './departments.ts';
import type { Filling } from './fill.ts';
import { isFilled } from './fill.ts';
import type { Outcome } from './plan.ts';
import type { Random } from './random.ts';
import type { Service } from './services.ts';
import { stories } from './stories/index.ts';
import type { Story } from './story.ts';

/** A story and the service that it happens to. */
export interface Part {
  readonly story: Story;
  readonly service: Service;
}

/** Chooses the story of a finding. */
export type Casting = (department: Department, outcome: Outcome, month: number) => Part;

/** The words that a service and its department lend to a story. */
export function wordsOf(department: Department, service: Service): Filling {
  const { name, paper, result } = service;
  return {
    service: name,
    we: { zh: department.self, en: 'we' },
    ...(paper === undefined ? {} : { paper }),
    ...(result === undefined ? {} : { result }),
  };
}

/** Gives every department the stories that it has used least, the ones of its own trade first. */
export function castingOf(random: Random, city: City): Casting {
  const known = new Map<string, Uses>();
  const usesOf = (key: string): Uses => {
    const uses = known.get(key) ?? { count: 0 };
    known.set(key, uses);
    return uses;
  };
  const parts = new Map(city.departments.map((each) => [each, partsOf(city, each, usesOf)]));

  return (department, outcome, month) => {
    const fitting = (parts.get(department) ?? []).filter(
      ({ part: { story } }) =>
        (outcome !== 'refused' || story.refusal !== undefined) &&
        (outcome !== 'transferred' || story.transfer !== undefined) &&
        (story.months?.includes(month) ?? true),
    );
    let best = fitting[0];
    let bestScore = Number.POSITIVE_INFINITY;
    for (const candidate of fitting) {
      const { here, inDepartment, everywhere: all } = candidate;
      const score = 3 * here.count + inDepartment.count + 0.15 * all.count + 1.2 * random.next();
      if (score < bestScore) [best, bestScore] = [candidate, score];
    }
    if (best === undefined) throw new Error(`no story for ${department.id} that is ${outcome}`);
    for (const uses of [best.here, best.everywhere, best.inDepartment]) uses.count += 1;
    return best.part;
  };
}

/** How often a story was told: at a service, in a department or everywhere. */
interface Uses {
  count: number;
}

interface Candidate {
  readonly part: Part;
  readonly here: Uses;
  readonly everywhere: Uses;
  readonly inDepartment: Uses;
}

function partsOf(city: City, department: Department, usesOf: (key: string) => Uses): Candidate[] {
  return city.servicesOf(department).flatMap((service) =>
    stories.flatMap((story, index) =>
      fits(story, service, department)
        ? {
            part: { story, service },
            here: usesOf(`${index} at ${service.id}`),
            everywhere: usesOf(String(index)),
            inDepartment: usesOf(`${index} in ${department.id}`),
          }
        : [],
    ),
  );
}

function fits(story: Story, service: Service, department: Department): boolean {
  if (story.forOlder === true && service.forYounger === true) return false;
  if (story.services !== undefined) return story.services.includes(service.id);
  if (service.ways !== 'both' && (story.counter === true || service.ways !== story.place)) return false;
  const given = ['hall', ...Object.keys(story.slots ?? {})].map((place) => [place, blank] as const);
  const lent = { ...wordsOf(department, service), ...Object.fromEntries(given) };
  const { titles, description, reply, remedy, half } = story;
  const texts = [...titles.map(({ zh }) => zh), description.zh, reply, remedy, half.remedy, half.still];
  return texts.every((text) => isFilled(text, lent));
}

const blank = { zh: '', en: '' };
