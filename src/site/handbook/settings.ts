import { jsonSchema } from '../../model/json-schema.ts';
import type { Words } from '../../model/words.ts';

/** What a schema says of a setting, as far as the handbook tells it. */
interface SettingSchema {
  readonly type?: string;
  readonly format?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly SettingSchema[];
  readonly items?: SettingSchema;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly additionalProperties?: SettingSchema | boolean;
  readonly description?: string;
}

/** A setting of `programme.yaml`, as the handbook tells it. */
export interface Setting {
  readonly name: string;
  readonly isRequired: boolean;
  /** What may be written, in few words. */
  readonly form: Words;
  readonly meaning: Words;
}

const forms: Readonly<Record<string, Words>> = {
  email: { zh: '邮箱', en: 'a mailbox' },
  uri: { zh: '网址', en: 'an address' },
  date: { zh: '日期，如 2026-09-30', en: 'a date, as 2026-09-30' },
  'date-time': { zh: '日期和时刻，如 2026-09-30T17:00:00', en: 'date and time, as 2026-09-30T17:00:00' },
  boolean: { zh: '`true` 或 `false`', en: '`true` or `false`' },
  integer: { zh: '整数', en: 'a whole number' },
  string: { zh: '文字', en: 'a text' },
};

const exactly = (value: string): Words => ({ zh: `\`${value}\``, en: `\`${value}\`` });

function either(all: readonly Words[]): Words {
  const each = (language: keyof Words, by: string) =>
    [...new Set(all.map((words) => words[language]))].join(by);
  return { zh: each('zh', '、'), en: each('en', ', ') };
}

/** More words than that are not listed; the editor completes them. */
const mostListed = 8;

function formOf(schema: SettingSchema): Words {
  const { type = '', format = '', const: only, enum: values, anyOf, items, properties } = schema;
  if (only !== undefined) return exactly(only);
  if (values !== undefined) {
    const listed = either(values.slice(0, mostListed).map(exactly));
    return values.length > mostListed ? { zh: `${listed.zh}……`, en: `${listed.en} …` } : listed;
  }
  if (anyOf !== undefined) return either(anyOf.map(formOf));
  if (items !== undefined) {
    const { zh, en } = formOf(items);
    return { zh: `列表：${zh}`, en: `a list: ${en}` };
  }
  if (properties !== undefined) return either(Object.keys(properties).map(exactly));
  if (type === 'object') return { zh: '名称：值', en: 'name: value' };
  return forms[format] ?? forms[type] ?? exactly(type);
}

/**
 * The two languages of a description, Chinese first.
 *
 * @example
 * inBoth('联系邮箱 / contact') // => { zh: '联系邮箱', en: 'contact' }
 */
export function inBoth(description: string): Words {
  const [zh = '', ...rest] = description.split(/ ?\/ (?=(?:[^/]|\/(?! ))*$)/);
  return { zh: zh.trim(), en: rest.join('').trim() || zh.trim() };
}

/** Every setting of `programme.yaml`, in the order of the schema by which the build itself reads that file. */
export function allSettings(): Setting[] {
  const { properties, required } = jsonSchema('programme.schema.json') as {
    readonly properties: Readonly<Record<string, SettingSchema>>;
    readonly required: readonly string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    isRequired: required.includes(name),
    form: formOf(schema),
    meaning: inBoth(schema.description ?? ''),
  }));
}
