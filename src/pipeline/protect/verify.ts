import type { EarlierSurvey, PublishedText } from '../../model/earlier-survey.ts';
import type { Question } from '../../model/settings.ts';
import { unitAt, unitKey } from '../../model/survey-table.ts';
import { blockOf, cellsIn } from './earlier.ts';
import { doubtsOfIncrement, increments } from './increments.ts';
import { total, unitsOf, type Unit } from './linked.ts';
import { judge, type Thresholds, type Verdict } from './primary.ts';
import type { FamilyProof } from './proof.ts';
import { readProof } from './read-proof.ts';
import { sideOf } from './sides.ts';
import type { SurveyCells } from './survey-cells.ts';
import type { Certificate, Change } from './system.ts';
import { toldByAnswers, toldByFigures, toldByReleases, type ReleasedNumber } from './told.ts';

/** The survey's rows of one set of published files, as they were written. */
export interface PublishedSurvey {
  readonly answers: readonly PublishedText[];
  readonly figures: readonly PublishedText[];
}

/** What the check holds against each other. */
export interface VerifyInput {
  readonly proof: readonly FamilyProof[];
  readonly thresholds: Thresholds;
  readonly questions: readonly Question[];
  /** As written now, one for every place where they lie. */
  readonly published: readonly PublishedSurvey[];
  readonly earlier: readonly EarlierSurvey[];
}

const numeric = ['count', 'value', 'share', 'low', 'high'] as const;

/** A row that is withheld and holds a number, or whatever else, all the same. */
export function spokenOf({ answers, figures }: PublishedSurvey): string[] {
  return [...answers, ...figures].flatMap((row) =>
    row['status'] === 'withheld' && numeric.some((column) => (row[column] ?? '') !== '')
      ? [
          `withheld and told: ${row['question_id'] ?? ''} ${row['measure'] ?? row['answer_id'] ?? ''} ${keyOf(row)}`,
        ]
      : [],
  );
}

const keyOf = (row: PublishedText) =>
  unitKey({
    subject_kind: row['subject_kind'] ?? '',
    subject_id: row['subject_id'] ?? '',
    period: row['period'] ?? '',
  });

function toldNow(published: readonly PublishedSurvey[], questions: readonly Question[]): ReleasedNumber[] {
  return published.flatMap(({ answers, figures }) =>
    [...toldByAnswers(answers), ...toldByFigures(figures, questions)].map((one) => ({
      ...one,
      release: Infinity,
    })),
  );
}

function columnsOf({ linked }: SurveyCells, parts: readonly string[] | null): readonly number[] {
  const { base, parts: all } = linked.layer;
  return parts === null ? base : all.flatMap(({ name, columns }) => (parts.includes(name) ? columns : []));
}

/** By cell, what each certificate changes there: how much less, or more, one column counts in its low and its high table. */
type Moves = ReadonlyMap<number, readonly Move[]>;

interface Move {
  readonly certificate: number;
  readonly table: 'low' | 'high';
  readonly column: number;
  readonly by: number;
}

function movesOf({ linked }: SurveyCells, certificates: readonly Certificate[]): Moves {
  const width = linked.columns.length;
  const all = certificates.flatMap((pair, certificate) =>
    (['low', 'high'] as const).flatMap((table) =>
      pair[table].map(([atom, by]) => ({
        cell: Math.floor(atom / width),
        move: { certificate, table, column: atom % width, by },
      })),
    ),
  );
  const byCell = new Map<number, Move[]>();
  for (const { cell, move } of all) {
    const list = byCell.get(cell);
    if (list === undefined) byCell.set(cell, [move]);
    else list.push(move);
  }
  return byCell;
}

/** How much a sum of columns of some cells differs in the two tables of each certificate that touches them. */
function moved(moves: Moves, cells: readonly number[], columns: readonly number[]) {
  const sums = new Map<number, { low: number; high: number }>();
  for (const cell of cells)
    for (const { certificate, table, column, by } of moves.get(cell) ?? []) {
      if (!columns.includes(column)) continue;
      const sum = sums.get(certificate) ?? { low: 0, high: 0 };
      sum[table] += by;
      sums.set(certificate, sum);
    }
  return [...sums.values()];
}

function isTable({ linked }: SurveyCells, changes: readonly Change[]): boolean {
  return changes.every(([atom, by]) => Number.isInteger(by) && (linked.counts[atom] ?? Number.NaN) + by >= 0);
}

/** Whether no certificate proves one of the doubts of a unit. */
function undoubted({ cells }: Unit, doubts: Verdict['doubts'], moves: Moves): boolean {
  return doubts.some(
    ({ columns, width }) =>
      !moved(moves, cells, columns).some(({ low, high }) => Math.abs(high - low) >= width),
  );
}

function verifyLayer(proof: FamilyProof, told: readonly ReleasedNumber[], thresholds: Thresholds): string[] {
  const cells = readProof(proof);
  const { linked, tables } = cells;
  const { name } = linked.layer;
  const units = unitsOf(linked);
  const byKey = new Map(
    units.flatMap((unit) =>
      unit.named ? [[unitKey(unitAt(tables[unit.table] ?? [], unit.groups)), unit] as const] : [],
    ),
  );
  const moves = movesOf(cells, proof.certificates);
  const among = sideOf(cells);
  // Where the whole counts four of a kind, and may, nobody can be in doubt whether a part of it has five.
  const possible = (unit: Unit, { doubts }: Verdict) =>
    doubts.map(({ columns, width }) => ({
      columns,
      width: Math.min(width, total(linked, among(unit.cells), columns)),
    }));
  const problems: string[] = [];
  const shownBase = new Set<Unit>();
  const shownParts = new Set<Unit>();
  for (const { unit: key, layer, parts, value, where, release } of told) {
    const unit = byKey.get(key);
    if (layer !== name || unit === undefined) continue;
    if (release === Infinity) (parts === null ? shownBase : shownParts).add(unit);
    const there = unit.cells.filter(
      (cell) => release === Infinity || Number(blockOf(cells, cell)) <= release,
    );
    const columns = columnsOf(cells, parts);
    // A planned correction replaces what was told before; then the old number binds nobody any more.
    if (total(linked, there, columns) !== value) {
      if (release === Infinity) problems.push(`not what was counted: ${where}`);
      continue;
    }
    for (const { low, high } of moved(moves, there, columns))
      if (low !== 0 || high !== 0) problems.push(`known although it was to be withheld: ${where}`);
  }
  for (const side of cells.sides)
    for (const block of cells.blocks)
      for (const columns of [linked.layer.base, ...linked.layer.parts.map((part) => part.columns)])
        for (const { low, high } of moved(moves, cellsIn(cells, side, block), columns))
          if (low !== 0 || high !== 0)
            problems.push(`another table tells what a certificate of ${name} moves`);
  for (const { low, high } of proof.certificates)
    if (!isTable(cells, low) || !isTable(cells, high)) problems.push(`a certificate of ${name} is no table`);
  for (const unit of units) {
    const verdict = judge(linked, unit, thresholds);
    const at = `${name} ${unit.groups.join(' × ') || 'all'}`;
    if (verdict.hidesBase && (shownBase.has(unit) || shownParts.has(unit)))
      problems.push(`too few and told: ${at}`);
    else if (verdict.hidesParts && shownParts.has(unit)) problems.push(`few of a kind and told: ${at}`);
    if (undoubted(unit, possible(unit, verdict), moves)) problems.push(`without a certificate: ${at}`);
  }
  for (const { unit, whole } of increments(cells))
    if (undoubted(unit, doubtsOfIncrement(linked, judge(linked, unit, thresholds), whole), moves))
      problems.push(
        `without a certificate: what a release added to ${name} ${unit.groups.join(' × ') || 'all'}`,
      );
  return problems;
}

/**
 * Holds the files as they were written against the certificates, by whole-number additions alone: every published number
 * is what was counted, agrees with both tables of every certificate, and every doubt has its certificate. Returns what is
 * wrong; nothing where all is well.
 */
export function verify(input: VerifyInput): string[] {
  const told = [
    ...toldNow(input.published, input.questions),
    ...toldByReleases(input.earlier, input.questions),
  ];
  return [
    ...input.published.flatMap(spokenOf),
    ...input.proof.flatMap((proof) => verifyLayer(proof, told, input.thresholds)),
  ];
}
