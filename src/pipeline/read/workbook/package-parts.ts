import type { Member } from '../archive.ts';
import { damaged } from '../content.ts';
import { readXml } from './xml.ts';

/** One part of a workbook pointing to another, or to something outside. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `sharedStrings`, `externalLink` … */
  readonly type: string;
  /** The name of the part that it leads to; '' for what lies outside. */
  readonly target: string;
}

/** The parts of a workbook, by their names. Names of parts do not tell capitals from small letters. */
export interface Parts {
  readonly file: string;
  readonly find: (name: string) => Member | null;
}

/** The parts of a workbook that was unpacked into members. */
export function partsOf(members: readonly Member[], file: string): Parts {
  const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]));
  return { file, find: (name) => byName.get(name.toLowerCase()) ?? null };
}

/** The part that must be there, or the workbook is damaged. */
export function needed({ file, find }: Parts, name: string): Member {
  const part = find(name);
  if (part === null) throw damaged(file, { zh: `里面缺 ${name}`, en: `no ${name}` });
  return part;
}

/** The name of a part that another one names, seen from its own folder. */
function resolve(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  }
  return path.join('/');
}

/** Where the part of a name leads to. */
export async function relationsOf(parts: Parts, name: string): Promise<Relation[]> {
  const path = name.split('/');
  const part = parts.find([...path.slice(0, -1), '_rels', `${path.at(-1)}.rels`].join('/'));
  if (part === null) return [];
  const relations: Relation[] = [];
  await readXml(part, parts.file, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      relations.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        target: mode === 'External' ? '' : resolve(name, target),
      });
    },
  });
  return relations;
}
