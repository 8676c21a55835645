import { matches, type FindPlaces, type Place } from './place.ts';

const number = '[0-9A-Za-z一二三四五六七八九十百甲乙丙丁-]{1,6}';
const hanzi = '\\p{Script=Han}';

/** Where people live: what follows such a name and a room number is somebody's door. */
const street = `${hanzi}{1,12}?(?:路|街|大道|巷|弄|胡同|里)(?:${number}(?:号院?|弄|巷))(?:${number}号)?(?:之[一二三四五六七八九十\\d]+)?`;
const estate = `${hanzi}{1,10}?(?:小区|花园|家园|公寓|新村|新苑|佳苑|嘉园|雅苑|名苑|公馆|华庭|豪庭|家属院|宿舍|村|组|社区)(?:${number}(?:区|期|号院?|组))?`;
const block = `${number}(?:栋|幢|号楼|座|#楼|#)`;
const entrance = `${number}单元`;
const floor = '(?:\\d+(?:层|楼))?';
const room = `(?:${number}(?:室|户|号房|房)|\\d{3,4}(?![\\d号元年月日个份件人次米]))`;
const gap = '[ ,、-]{0,2}';

/** A staircase with a block or a room is a door wherever it is. */
const door = new RegExp(
  `${block}${gap}${entrance}(?:${gap}${floor}${gap}${room})?|${entrance}${gap}${floor}${gap}${room}`,
  'dg',
);
/** A room alone is one only where people live. */
const roomAlone = new RegExp(
  `(?:${block}${gap})?(?:${floor}${gap})?${number}(?:室|户)|${block}${gap}${room}`,
  'dg',
);
/** Before a door, which is one anyway, more names are taken for a place. */
const placeBeforeDoor = new RegExp(
  `(?:${street}${gap})?(?:${estate}|${hanzi}{1,8}?[里园苑庄坊城])${gap}$|${street}${gap}$`,
  'u',
);
const placeBefore = new RegExp(`(?:${street}${gap})?${estate}${gap}$|${street}${gap}$`, 'u');

/** No street with its number is longer. */
const longestPlace = 32;

/** Where the street or the estate before a door begins, or null if there is none. */
function placeStart(text: string, start: number, before: RegExp): number | null {
  const place = before.exec(text.slice(Math.max(0, start - longestPlace), start));
  return place === null ? null : start - place[0].length;
}

function findChinese(text: string): Place[] {
  const doors = matches('address', door, text).map((place) => ({
    ...place,
    start: placeStart(text, place.start, placeBeforeDoor) ?? place.start,
  }));
  const rooms = matches('address', roomAlone, text).flatMap((place) => {
    const start = placeStart(text, place.start, placeBefore);
    return start === null ? [] : [{ ...place, start }];
  });
  return [...doors, ...rooms];
}

const way =
  '(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Boulevard|Blvd|Place|Pl|Terrace|Ter|Way|Square|Sq|Close|Crescent|Parkway|Pkwy)';
const unit = '(?:Apt|Apartment|Unit|Flat|Ste|Room|Rm|#)\\.? ?#?[0-9]{0,4}[A-Za-z]?(?![A-Za-z])';
const numbered = `\\d{1,5}[A-Za-z]?(?:-\\d{1,5})? (?:[A-Z][\\w'.-]* ){1,4}${way}\\b\\.?`;
const western = new RegExp(
  `(?<![\\d.])${numbered},? ?${unit}|\\b(?:Flat|Apt|Apartment|Unit)\\.? ?\\d{1,4}[A-Za-z]?,? ${numbered}`,
  'dg',
);
/** A house is a door of its own where the words before say that somebody lives there. */
const athome = new RegExp(
  `(?:[Ll]iv(?:e|es|ed|ing) (?:at|on)|[Rr]esid(?:e|es|ed|ing) at|[Hh]ome(?: address)?(?: is)?(?: at|:)|[Mm]y (?:house|home|address)(?: is)?(?: at|:)?|[Aa]ddress:) ?(?<it>${numbered})`,
  'dg',
);

/**
 * Addresses that lead to somebody's door. A street, a hall and its windows are not.
 *
 * @example
 * findAddresses('住中山路12号3栋2单元501室'); // => [{ kind: 'address', start: 0, end: 16 }]
 * findAddresses('市民中心2楼201室，长安街12号'); // => []
 */
export const findAddresses: FindPlaces = (text) => [
  ...findChinese(text),
  ...matches('address', western, text),
  ...matches('address', athome, text),
];
