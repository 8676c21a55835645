import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { jsonSchema, schemaFiles } from '../src/model/json-schema.ts';
import { root } from './console.ts';

/** Writes the JSON Schemas by which an editor completes and checks the settings: `npm run schema`. */
for (const file of schemaFiles) {
  const text = await format(JSON.stringify(jsonSchema(file)), { parser: 'json', printWidth: 110 });
  await writeFile(join(root, 'data', file), text);
  console.log(`data/${file}`);
}
