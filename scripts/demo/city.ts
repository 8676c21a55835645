import type { LookupName } from '../../src/model/record.ts';
import { categories } from './categories.ts';
import { departments as writtenDepartments, type Department } from './departments.ts';
import { halls as writtenHalls, type Hall } from './halls.ts';
import { services as writtenServices, type Service } from './services.ts';
import { w } from './words.ts';

/** All places and services of one generated programme. */
export interface City {
  readonly departments: readonly Department[];
  readonly halls: readonly Hall[];
  readonly services: readonly Service[];
  /** The names by which an entry of a code list may be written, by `list/id`. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** The services of a department; those of its successor where it has none of its own. */
  readonly servicesOf: (department: Department) => readonly Service[];
}

const servicesEach = 3;
const departmentsPerExtraHall = 3;

/** The written city, cut short or continued with numbered departments, halls and services. */
export function cityOf(size: number): City {
  const extra = Array.from(
    { length: Math.max(0, size - writtenDepartments.length) },
    (_, index) => index + 1,
  );
  const departments = [...writtenDepartments.slice(0, size), ...extra.map(numberedDepartment)];
  const halls = [
    ...writtenHalls,
    ...extra.filter((number) => number % departmentsPerExtraHall === 0).map(numberedHall),
  ];
  const known = new Set(departments.map(({ id }) => id));
  const services = [
    ...writtenServices.filter(({ department }) => known.has(department)),
    ...extra.flatMap(numberedServices),
  ];
  const servicesByDepartment = Map.groupBy(
    services.filter(({ unvisited }) => unvisited !== true),
    ({ department }) => department,
  );
  return {
    departments,
    halls,
    services,
    names: new Map<string, readonly string[]>([
      ...departments.map(({ id, name, short }) => named('departments', id, name.zh, short.zh)),
      ...halls.map(({ id, name }) => named('halls', id, name.zh)),
      ...services.map(({ id, name }) => named('services', id, name.zh)),
      ...categories.map(({ id, name }) => named('categories', id, name.zh)),
    ]),
    servicesOf: ({ id, successor }) =>
      servicesByDepartment.get(id) ?? servicesByDepartment.get(successor ?? '') ?? [],
  };
}

function named(list: LookupName, id: string, ...names: string[]): [string, string[]] {
  return [`${list}/${id}`, names];
}

function numberedDepartment(number: number): Department {
  return {
    id: `body-${number}`,
    name: w(`第${number}公共服务单位`, `Public Service Body ${number}`),
    short: w(`公服${number}`, `Body ${number}`),
    pinyin: `di ${number} gong gong fu wu dan wei`,
    self: '我单位',
    findings: 4 + ((number * 7) % 30),
    responses: 40 + ((number * 53) % 400),
    late: 0.1 + (number % 5) / 20,
    overdue: 0.5 + (number % 4) / 3,
    dissatisfied: 0.6 + (number % 6) / 6,
  };
}

function numberedHall(number: number): Hall {
  return {
    id: `hall-${number}`,
    name: w(`第${number}便民服务中心`, `Neighbourhood Centre ${number}`),
    district: w('云桥区', 'Yunqiao District'),
    pinyin: `di ${number} bian min fu wu zhong xin`,
    weight: 1,
  };
}

function numberedServices(number: number): Service[] {
  return Array.from({ length: servicesEach }, (_, index) => ({
    id: `service-${number}-${index + 1}`,
    name: w(`第${number}单位第${index + 1}号事项`, `service ${index + 1} of body ${number}`),
    department: `body-${number}`,
    pinyin: `di ${number} dan wei di ${index + 1} hao shi xiang`,
    ways: 'both',
    paper: w('申请表', 'application form'),
    result: w('办理结果', 'result'),
  }));
}
