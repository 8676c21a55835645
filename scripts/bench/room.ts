import { randomUUID } from 'node:crypto';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../console.ts';
import { generateProgramme } from '../demo/generate.ts';

/** Where the suite keeps what it makes; nothing of it is in the project. */
export interface Room {
  readonly folder: string;
}

/** How large an invented programme is. */
export interface ProgrammeSize {
  readonly findings: number;
  readonly responses: number;
  readonly departments?: number;
}

const usualDepartments = 60;

/** A program of the suite, or another one of the project. */
export const program = (name: string) => join(root, 'scripts', 'bench', 'programs', `${name}.ts`);
export const command = (name: string) => join(root, 'scripts', `${name}.ts`);

/** The records that the project's own commands keep of drops. */
export const keptRecords = join(root, '.cache', 'drops');

/** An invented programme with settings, made once and kept: the folder that holds it. */
export async function programmeIn(
  { folder }: Room,
  { findings, responses, departments = usualDepartments }: ProgrammeSize,
): Promise<string> {
  const data = join(folder, 'programmes', `${findings}-${responses}-${departments}`);
  if (existsSync(data)) return data;
  const making = `${data}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  await cp(join(root, 'data', 'programme.yaml'), join(making, 'programme.yaml'));
  await generateProgramme(making, { findings, responses, departments, seed: 1 });
  await rename(making, data);
  return data;
}

/** The bundles of the site's code that builds keep. */
export const bundles = join(root, '.cache', 'bundles');

const away = ({ folder }: Room) => join(folder, 'away');

/**
 * Puts away what the step before made. It is removed when everything has been measured: where a disk has just been cleared of a
 * million files, each new one takes it twice the time, for minutes.
 */
export async function putAway(room: Room, made: string): Promise<void> {
  if (!existsSync(made)) return;
  await mkdir(away(room), { recursive: true });
  await rename(made, join(away(room), randomUUID()));
}

/** Removes what has been put away. */
export async function clearAway(room: Room): Promise<void> {
  await rm(away(room), { recursive: true, force: true });
}

/** A folder for what a step makes, empty. */
export async function emptied(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}
