import { describe, expect, it } from 'vitest';
import { statementsOf } from '../../../src/pipeline/register/sql.ts';

describe('statementsOf', () => {
  it('leaves what fills a slot as it is, whatever signs it holds', () => {
    const slots = { table: '"raw; --"', key: '"waiting--1"', nth: '1', content: "'a;b'", after: 'FALSE' };
    const statements = statementsOf('versions.sql', slots);
    expect(statements).toHaveLength(1);
    for (const slot of Object.values(slots)) expect(statements[0]).toContain(slot);
    expect(statements[0]).not.toContain('Rows that share');
  });
});
