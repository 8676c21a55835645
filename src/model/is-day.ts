/**
 * Whether a text is a day that there is, written as we write days.
 *
 * @example
 * isDay('2024-02-29'); // => true
 * isDay('2026-02-29'); // => false
 * isDay('2026-09'); // => false
 */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
