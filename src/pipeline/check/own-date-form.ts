/** What a written date says: year, month, day, hour (H, or h with half a), minute, second. */
export type Parts = Readonly<Record<string, string>>;

/**
 * The ways of writing a date that every drop may use: year, month and day with -, / or . between, in Chinese, or as
 * eight digits; alone, with the day of the week, or with a time of day, which may be told in Chinese or in halves of the day.
 */
const ownForm = new RegExp(
  [
    String.raw`^(?<y>\d{4})(?:(?<mark>[-/.])(?<M1>\d{1,2})\k<mark>(?<d1>\d{1,2})(?=$|[\s(星周])`,
    String.raw`|年(?<M2>\d{1,2})月(?<d2>\d{1,2})日|(?<M3>\d{2})(?<d3>\d{2})(?=$|\s))`,
    String.raw`(?:\s*\(?(?:星期|周)[一二三四五六日天]\)?)?`,
    String.raw`(?:\s*(?<half>上午|下午)?\s*(?<H>\d{1,2})(?::(?<m1>\d{1,2})(?::(?<s1>\d{1,2})(?:\.\d+)?)?`,
    String.raw`|[时点](?:(?<m2>\d{1,2})分(?:(?<s2>\d{1,2})秒)?)?)(?:\s*(?<a>[AaPp][Mm]))?)?$`,
  ].join(''),
);

/**
 * Takes apart a date that is written in one of our own forms; whether the calendar has such a day is not asked.
 *
 * @example
 * readOwnForm('2025年3月1日 8:05'); // => { y: '2025', M: '3', d: '1', m: '05', s: '0', H: '8' }
 * readOwnForm('1/3/2025'); // => null
 */
export function readOwnForm(text: string): Parts | null {
  const found = ownForm.exec(text)?.groups;
  if (found === undefined) return null;
  const { y, M1, M2, M3, d1, d2, d3, H, m1, m2, s1, s2, half, a } = found;
  const day = { y: y ?? '', M: M1 ?? M2 ?? M3 ?? '', d: d1 ?? d2 ?? d3 ?? '' };
  if (H === undefined) return day;
  const time = { m: m1 ?? m2 ?? '0', s: s1 ?? s2 ?? '0' };
  const noon = half === undefined ? a : half === '上午' ? 'am' : 'pm';
  // 下午 15:20 is said too; an hour after twelve needs no half of the day.
  return noon === undefined || (half !== undefined && Number(H) > 12)
    ? { ...day, ...time, H }
    : { ...day, ...time, h: half === '上午' && Number(H) === 0 ? '12' : H, a: noon };
}
