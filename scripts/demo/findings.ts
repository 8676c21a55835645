import { workingDay } from './calendar.ts';
import { castingOf, type Part, wordsOf } from './cast.ts';
import { capitalised, w } from './words.ts';
import type { City } from './city.ts';
import { praises } from './commendations.ts';
import type { Department } from './departments.ts';
import { draw, fillChinese, fillEnglish, isFilled } from './fill.ts';
import type { Finding } from './finding.ts';
import type { Hall } from './halls.ts';
import { numberedPlans, recurrencesOf, type Numbers } from './numbered-plans.ts';
import { limits, type Plan } from './plan.ts';
import type { Chance } from './random.ts';
import type { Service } from './services.ts';

const recurrencesPerProblem = 25 / 600;

/** Invents the findings of so many problems, in the order in which they were found, and numbers them on. */
export function findingsOf(chance: Chance, city: City, problems: number, numbers: Numbers): Finding[] {
  const numbered = numberedPlans(chance('plans'), city, problems, numbers);
  const again = recurrencesOf(chance('recurrences'), numbered, Math.round(problems * recurrencesPerProblem));
  const random = chance('findings');
  const cast = castingOf(random, city);
  const titles = new Set<string>();
  /** The last finding of each department that repeats no other. */
  const latest = new Map<Department, Finding>();
  const kept = new Map<Plan, Part & { hall: Hall }>();

  return numbered.map(({ plan, id, cohort }) => {
    const foundOn = workingDay(plan.found);
    const { department, outcome } = plan;
    const base = { id, plan, cohort, foundOn, recurrenceOf: '', dueOn: '' } as const;
    if (outcome === 'commendation') return commendation(base, department);

    const same = outcome === 'duplicate' ? latest.get(department) : undefined;
    const first = again.get(plan);
    const known = kept.get(same?.plan ?? first?.plan ?? plan);
    const part = known ?? cast(department, outcome, Number(foundOn.slice(5, 7)));
    const { story, service } = part;
    let filling = wordsOf(department, service);
    let hall = known?.hall ?? hallFor(service);
    let title = w('', '');
    for (let tries = 0; tries < 30 && (title.zh === '' || titles.has(title.zh)); tries += 1) {
      if (known === undefined) hall = hallFor(service);
      filling = { ...wordsOf(department, service), hall: hall.name, ...draw(random, story.slots ?? {}) };
      const words = random.pick(story.titles);
      title = w(fillChinese(words.zh, filling), fillEnglish(words.en, filling));
    }
    titles.add(title.zh);
    kept.set(plan, { ...part, hall });
    const channel = channelFor(story.place);
    const heard = hearsay(channel);
    const recurring = first === undefined ? w('', '') : recurrence(first.id);
    const finding: Finding = {
      ...base,
      ...{ kind: 'problem', title, service, channel, category: story.category },
      ...(story.place === 'hall' ? { hall } : {}),
      description: w(
        fillChinese(story.description.zh, filling) + heard.zh + recurring.zh,
        fillEnglish(story.description.en, filling) + heard.en + recurring.en,
      ),
      recurrenceOf: first?.id ?? '',
      dueOn: (outcome === 'in_hand' || outcome === 'confirmed') && random.chance(0.035) ? extended(plan) : '',
      told: { story, filling },
      ...(same === undefined ? {} : { same }),
    };
    if (outcome !== 'duplicate') latest.set(department, finding);
    return finding;
  });

  function hallFor({ halls }: Service): Hall {
    const open = city.halls.filter(({ id }) => halls?.includes(id) ?? id !== 'vehicles');
    return random.weighted(open, ({ id, weight }) => (id === halls?.[0] ? 3 * weight + 10 : weight));
  }

  function channelFor(place: 'online' | 'hall'): string {
    if (random.chance(0.78)) return place === 'online' ? 'online' : 'onsite';
    return random.pick(['survey', 'survey', 'discussion']);
  }

  function hearsay(channel: string): { zh: string; en: string } {
    const people = draw(random, { n: [3, 17] });
    if (channel === 'survey') {
      return w(
        fillChinese('问卷里有{n}人说到同样的事，体验官随后核实。', people),
        fillEnglish(' In the survey, {n} people said the same, and officers then checked.', people),
      );
    }
    if (channel !== 'discussion') return w('', '');
    return w(
      fillChinese('座谈会上有{n}人提到，会后体验官又去试了一次。', people),
      fillEnglish(' At a meeting {n} people raised it, and an officer tried it afterwards.', people),
    );
  }

  function commendation(
    base: Pick<Finding, 'id' | 'plan' | 'cohort' | 'foundOn' | 'recurrenceOf' | 'dueOn'>,
    department: Department,
  ): Finding {
    for (let tries = 0; ; tries += 1) {
      const service = random.pick(city.servicesOf(department));
      const praise = random.pick(praises);
      const hall = hallFor(service);
      const filling = {
        ...wordsOf(department, service),
        hall: hall.name,
        ...draw(random, praise.slots ?? {}),
      };
      const possible =
        (service.ways === 'both' || service.ways === praise.place) &&
        (praise.services?.includes(service.id) ?? true);
      if (!possible || !isFilled(praise.title.zh + praise.description.zh, filling)) continue;
      const title = w(fillChinese(praise.title.zh, filling), fillEnglish(praise.title.en, filling));
      if (titles.has(title.zh) && tries < 50) continue;
      titles.add(title.zh);
      return {
        ...base,
        ...{ kind: 'commendation', title, service, category: '' },
        ...(praise.place === 'hall' ? { hall } : {}),
        channel: praise.place === 'hall' ? 'onsite' : 'online',
        description: w(
          fillChinese(praise.description.zh, filling),
          capitalised(fillEnglish(praise.description.en, filling)),
        ),
      };
    }
  }
}

function recurrence(id: string): { zh: string; en: string } {
  return w(
    `同样的问题（${id}）确认改好过，这次又出现了。`,
    ` The same problem (${id}) had been confirmed fixed, and is back.`,
  );
}

/** A deadline given by hand: ten working days more than usual. */
function extended({ sent, severity }: Plan): string {
  return workingDay(sent + limits[severity] + 10);
}
