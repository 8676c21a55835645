import type { Layout, VendorName } from './layout.ts';
import type { Words } from './words.ts';

/** What a column of a survey tool's export holds. Columns of one question share its `key`. */
export type ExportColumn =
  /** The response’s number, or when it was handed in. */
  | { readonly is: 'field'; readonly field: 'response_id' | 'submitted_on' }
  /** What would lead to the person who answered. Never read. */
  | { readonly is: 'personal' }
  /** Timing, device, version, state: nothing that was asked. */
  | { readonly is: 'metadata' }
  /** The answer to a question; several answers may stand in the cell. */
  | { readonly is: 'question'; readonly key: string; readonly wording: string }
  /** One row of a question that asks the same of several things. */
  | { readonly is: 'item'; readonly key: string; readonly wording: string; readonly item: string }
  /** One answer of a question that takes several: filled in where it was chosen. */
  | { readonly is: 'option'; readonly key: string; readonly wording: string; readonly option: string }
  /** What was written in beside the listed answers of a question. */
  | { readonly is: 'other'; readonly key: string; readonly wording: string }
  /** Free text. Never read. */
  | { readonly is: 'text'; readonly key: string; readonly wording: string };

/** What follows from knowing which tool wrote an export, in the terms of a layout. */
export type Implied = Pick<
  Layout,
  'dates' | 'separator' | 'missing' | 'write_in_marks' | 'set_aside' | 'row_number_as' | 'id_prefix'
>;

/** An export of a survey tool, as its first rows show it. */
export interface SurveyExport {
  /** Null for a table of unknown origin. */
  readonly vendor: VendorName | null;
  /** What showed that it is this tool, for telling people. */
  readonly evidence: Words;
  /** The numbers of the rows that make up the header. */
  readonly headerRows: readonly number[];
  /** The number of the first row of data. */
  readonly firstRow: number;
  /** A name for each column, by which layouts and messages mean it; no two are the same. */
  readonly labels: readonly string[];
  /** What each column holds, in the same order. */
  readonly columns: readonly ExportColumn[];
  readonly implied: Implied;
}

/** Recognises the export of one survey tool by the first rows of a sheet, or says that it is not one. */
export type RecogniseVendor = (head: readonly (readonly string[])[]) => SurveyExport | null;
