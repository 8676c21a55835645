import { z } from 'astro/zod';
import { layoutSettings } from './layout.ts';
import { programmeSettings } from './programme.ts';

/** The settings files for which an editor can complete and check, by the file of the JSON Schema in `data/`. */
const schemas = {
  'programme.schema.json': programmeSettings,
  'layout.schema.json': layoutSettings,
} as const satisfies Record<string, z.ZodType>;

export type SchemaFile = keyof typeof schemas;

export const schemaFiles = Object.keys(schemas) as SchemaFile[];

/** The JSON Schema of a settings file, made from the schema by which the build itself checks that file. */
export function jsonSchema(file: SchemaFile): object {
  return z.toJSONSchema(schemas[file], { io: 'input' });
}
