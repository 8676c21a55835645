/** The commands that work on the folder of a programme. */
const commands =
  /(npm run (?:build|check|describe|desk|dev|release|rollback|tally:sql))(?![\w:-])( --(?= ))?/g;

/** What lies in that folder, as messages speak of it. */
const places = /(?<![\w/])data\/(?=(?:drops|lookup|layouts)\/)/g;

/**
 * A message as it holds for the programme in a folder that was named: its files lie there, and every command names it. Taken at its
 * word, what is said of `data/` would settle the name of one programme in the lists of another, the demonstration.
 *
 * @example
 * inFolder('npm run check -- --accept redactions', '../my-city'); // => 'npm run check -- --data ../my-city --accept redactions'
 * inFolder('put it into data/drops/', '../my-city'); // => 'put it into ../my-city/drops/'
 */
export function inFolder(message: string, folder: string | undefined): string {
  if (folder === undefined) return message;
  const pasted = /\s/.test(folder) ? `"${folder}"` : folder;
  return message
    .replaceAll(places, () => `${folder.replace(/[\\/]$/, '')}/`)
    .replaceAll(commands, (_, command: string) => `${command} -- --data ${pasted}`);
}
