import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { jsonSchema, schemaFiles } from '../../src/model/json-schema.ts';

describe('the JSON Schema of a settings file', () => {
  it.each(schemaFiles)(
    'data/%s is the schema by which the build checks it (else: npm run schema)',
    (file) => {
      const written: unknown = JSON.parse(
        readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'),
      );
      expect(written).toEqual(JSON.parse(JSON.stringify(jsonSchema(file))));
    },
  );

  it.each(schemaFiles)('data/%s says what each key means in Chinese and in English', (file) => {
    const descriptions = [
      ...JSON.stringify(jsonSchema(file)).matchAll(/"description":"((?:[^"\\\\]|\\\\.)*)"/g),
    ];
    expect(descriptions.length).toBeGreaterThan(10);
    for (const [, said] of descriptions) expect(said).toMatch(/\p{Script=Han}.* \/ .*[a-z]{3}/su);
  });

  it('tells an editor the keys, their meaning, and that others are wrong', () => {
    expect(jsonSchema('programme.schema.json')).toMatchObject({
      additionalProperties: false,
      required: expect.arrayContaining(['name', 'languages', 'cutoff']),
      properties: { period: { enum: ['month', 'quarter'], description: expect.stringContaining('month') } },
    });
  });
});
