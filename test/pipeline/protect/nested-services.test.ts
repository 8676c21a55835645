import { describe, expect, it } from 'vitest';
import { areServicesNested } from '../../../src/pipeline/protect/nested-services.ts';
import { smallSettings } from '../small-settings.ts';

const { lookups } = smallSettings();
const entry = (id: string, cells: Readonly<Record<string, string>>) => ({
  ...lookups.departments[0],
  id,
  cells,
});
const lists = {
  ...lookups,
  departments: [
    entry('police', {}),
    entry('tax', {}),
    entry('old-police', { successor: 'police' }),
  ] as typeof lookups.departments,
  services: [entry('id-card', { department: 'police' })] as typeof lookups.services,
};

describe('areServicesNested', () => {
  it.each([
    ['whoever named a service named its department', 'police', 'id-card', true],
    ['or one that has become it', 'old-police', 'id-card', true],
    ['or no service at all', 'tax', '', true],
    ['but not where somebody named another department', 'tax', 'id-card', false],
    ['or none', '', 'id-card', false],
  ])('%s', (_, department_id, service_id, expected) => {
    expect(areServicesNested([{ department_id, service_id }], lists)).toBe(expected);
  });

  it('looks only at counts that tell both apart', () => {
    expect(areServicesNested([{ department_id: null, service_id: null, hall_id: 'centre' }], lists)).toBe(
      true,
    );
  });
});
