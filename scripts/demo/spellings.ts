import type { LookupName } from '../../src/model/record.ts';
import type { Random } from './random.ts';
import type { City } from './city.ts';

/** A way of writing that offices use and no list holds. */
export interface Spelling {
  readonly list: LookupName;
  readonly spelling: string;
  readonly id: string;
}

/** The spellings that the drops really use. */
export const spellings: readonly Spelling[] = [
  { list: 'departments', spelling: '市人社局', id: 'hrss' },
  { list: 'departments', spelling: '市医保局', id: 'healthcare' },
  { list: 'departments', spelling: '医保中心', id: 'healthcare' },
  { list: 'departments', spelling: '市公安局', id: 'police' },
  { list: 'departments', spelling: '市市场监管局', id: 'market' },
  { list: 'departments', spelling: '公积金管理中心', id: 'fund' },
  { list: 'departments', spelling: '不动产登记局', id: 'realty' },
  { list: 'departments', spelling: '数据局', id: 'data' },
  { list: 'halls', spelling: '市民中心', id: 'city-hall' },
  { list: 'halls', spelling: '明湖大厅', id: 'minghu' },
  { list: 'halls', spelling: '车管大厅', id: 'vehicles' },
  { list: 'services', spelling: '社保卡补办', id: 'social-card' },
  { list: 'services', spelling: '家庭共济', id: 'family-account' },
  { list: 'services', spelling: '婚姻登记', id: 'marriage' },
  { list: 'categories', spelling: '系统卡顿', id: 'system' },
  { list: 'categories', spelling: '适老化', id: 'access' },
  { list: 'cohorts', spelling: '第一届', id: '2024' },
  { list: 'cohorts', spelling: '第二届', id: '2025' },
];

/** Writes the id of a code list as one office or another would; nothing stays nothing. */
export type Hand = (list: LookupName, id: string) => string;

/** A hand that mixes ids, full names, short names and its own spellings. */
export function officeHand(random: Random, city: City, habits: { readonly ids: number }): Hand {
  const own = new Map<string, string[]>();
  for (const { list, spelling, id } of spellings) {
    const key = `${list}/${id}`;
    own.set(key, [...(own.get(key) ?? []), spelling]);
  }
  return (list, id) => {
    if (id === '' || random.chance(habits.ids)) return id;
    const names = city.names.get(`${list}/${id}`) ?? [id];
    const others = own.get(`${list}/${id}`);
    return others !== undefined && random.chance(0.15) ? random.pick(others) : random.pick(names);
  };
}
