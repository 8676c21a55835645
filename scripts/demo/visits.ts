import { compareDays, lastWorkingDay, workingDay, workingDayIndex } from './calendar.ts';
import type { City } from './city.ts';
import type { Finding } from './finding.ts';
import { type Random, samplerOf } from './random.ts';

/** One visit, in ids. */
export interface Visit {
  readonly id: string;
  readonly on: string;
  readonly channel: 'online' | 'onsite';
  readonly cohort: '2024' | '2025';
  readonly department: string;
  readonly hall: string;
  readonly service: string;
}

const first = workingDayIndex('2024-10-08');

/** How many visits are wanted for how many findings, and how many were numbered before. */
interface Wanted {
  readonly visits: number;
  readonly before: number;
}

/** Invents the visits: one for whatever was found by trying, and the many on which nothing was found. */
export function visitsOf(random: Random, city: City, findings: readonly Finding[], wanted: Wanted): Visit[] {
  const visited = city.departments.filter((each) => each.findings > 0);
  const department = samplerOf(random, visited, ({ findings: weight }) => weight + 2);
  const fruitful = findings.flatMap(({ foundOn, channel, plan, hall, service }) =>
    channel === 'online' || channel === 'onsite'
      ? [
          {
            on: foundOn,
            channel,
            department: plan.department.id,
            hall: hall?.id ?? '',
            service: service.id,
          } as const,
        ]
      : [],
  );
  const others = Array.from({ length: Math.max(0, wanted.visits - fruitful.length) }, () => {
    const { id, until, ...rest } = department();
    const last = until === undefined ? lastWorkingDay : workingDayIndex(until);
    const service = random.pick(city.servicesOf({ id, ...(until === undefined ? {} : { until }), ...rest }));
    const onsite = service.ways !== 'online' && random.chance(0.5);
    const halls = city.halls.filter((hall) => service.halls?.includes(hall.id) ?? hall.id !== 'vehicles');
    return {
      on: workingDay(random.whole(first, last)),
      channel: onsite ? ('onsite' as const) : ('online' as const),
      department: id,
      hall: onsite ? random.weighted(halls, ({ weight }) => weight).id : '',
      service: service.id,
    };
  });
  return [...fruitful, ...others]
    .sort((a, b) => compareDays(a.on, b.on))
    .map((visit, index) => ({
      ...visit,
      id: `V${String(wanted.before + index + 1).padStart(5, '0')}`,
      cohort: visit.on < '2025-10-01' ? '2024' : '2025',
    }));
}
