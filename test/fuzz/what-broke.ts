const longest = 300;

/** What an error says, and the place in our own sources that it comes from: short, and the same wherever the project lies. */
export function whatBroke(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = `${error.name}: ${error.message}`.replaceAll(/\s+/g, ' ').slice(0, longest);
  const frames = [...(error.stack ?? '').matchAll(/at (?:async )?(?:(\S+) \()?[^()\n]*\/(src\/[^:\n]+):/g)];
  const [, name = 'top', file] = frames[0] ?? [];
  return file === undefined ? said : `${name} of ${file}: ${said}`;
}
