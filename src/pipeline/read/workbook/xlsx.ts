import type { Member } from '../archive.ts';
import type { Luggage, Workbook, WorkbookSheet } from './cell-row.ts';
import type { Calendar } from './number-text.ts';
import { needed, partsOf, relationsOf, type Parts, type Relation } from './package-parts.ts';
import { sharedTexts } from './shared-texts.ts';
import { sheetMerges, sheetRows } from './sheet-rows.ts';
import { cellFormats } from './styles.ts';
import { readXml } from './xml.ts';

/** The entry of a sheet in the list of a workbook. */
interface ListedSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

/** The list of sheets of a workbook, and from when it counts its days. */
async function contentsOf(
  part: Member,
  file: string,
): Promise<{ sheets: ListedSheet[]; calendar: Calendar }> {
  const sheets: ListedSheet[] = [];
  let calendar: Calendar = 'since 1900';
  await readXml(part, file, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) calendar = 'since 1904';
      if (name !== 'sheet') return;
      const reference = Object.keys(attributes).find((key) => /:id$/.test(key)) ?? '';
      sheets.push({
        name: attributes['name'] ?? '',
        hidden: /hidden/i.test(attributes['state'] ?? ''),
        relation: attributes[reference] ?? '',
      });
    },
  });
  return { sheets, calendar };
}

/** Macros, links to other workbooks and data connections: what would run or reach out, were it let. */
function luggageOf(parts: Parts, relations: readonly Relation[]): Luggage[] {
  const has = (types: RegExp) => relations.some(({ type }) => types.test(type));
  return [
    ...(has(/^(?:vbaProject|xlMacrosheet|xlIntlMacrosheet)$/i) || parts.find('xl/vbaProject.bin') !== null
      ? (['macro'] as const)
      : []),
    ...(has(/^(?:externalLink|connections)$/i) ? (['link'] as const) : []),
  ];
}

/**
 * Opens an Excel workbook (`.xlsx`, `.xlsm`) of which the parts lie before us. Its sheets are read as they stream by;
 * only the texts that its cells share are held.
 */
export async function openXlsx(members: readonly Member[], file: string): Promise<Workbook> {
  const parts = partsOf(members, file);
  const start = (await relationsOf(parts, '')).find(({ type }) => type === 'officeDocument');
  const main = start?.target ?? 'xl/workbook.xml';
  const relations = await relationsOf(parts, main);
  const { sheets, calendar } = await contentsOf(needed(parts, main), file);
  // Some programs forget to relate these two parts, and put them at their usual place.
  const partOf = (type: 'sharedStrings' | 'styles') =>
    parts.find(relations.find((one) => one.type === type)?.target ?? `xl/${type}.xml`);
  const texts = await sharedTexts(partOf('sharedStrings'), file);
  const formats = await cellFormats(partOf('styles'), file);
  const tables = sheets.flatMap(({ name, hidden, relation }): WorkbookSheet[] => {
    const found = relations.find(({ id }) => id === relation);
    // A sheet that is a chart or a dialogue holds no rows.
    if (found?.type !== 'worksheet') return [];
    const part = needed(parts, found.target);
    return [
      {
        name,
        hidden,
        merges: () => sheetMerges(part, file),
        rows: () => sheetRows(part, { file, texts, formats, calendar }),
      },
    ];
  });
  return { kind: 'xlsx', sheets: tables, luggage: luggageOf(parts, relations) };
}
