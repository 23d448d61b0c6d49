/** What a cell of a list says; a cell that is not certainly what a person sees is told. */
import type { ErrorParams } from '../../application/userError.js';
import type { FaultKey } from '../../application/ports/directoryFaults.js';
import { readYesNo } from '../../domain/readValue.js';
import { cellText, normaliseText, type Cell } from '../../domain/sourceRow.js';
import type { ListField } from './listColumns.js';

export type ReadCell =
  /** `value` is undefined for an empty cell that leaves what is there. */
  { readonly value: string | boolean | undefined } | { readonly fault: readonly [FaultKey, ErrorParams] };

/** Kinds of cells that may show something else than what was typed. */
const MISLEADING: Readonly<Record<ListField['kind'], ReadonlySet<string>>> = {
  code: new Set(['decimal', 'formatted', 'date', 'boolean']),
  text: new Set(['formatted', 'boolean']),
  yesNo: new Set(['decimal', 'formatted', 'date']),
};

export function readCell(cell: Cell | undefined, { kind, clears = false }: ListField): ReadCell {
  const value = normaliseText(cellText(cell));
  if (cell !== undefined && typeof cell !== 'string') {
    if (cell.kind === 'error') return { fault: ['directory.fault.errorCell', { value }] };
    if (MISLEADING[kind].has(cell.kind)) return { fault: ['directory.fault.cell', { value }] };
  }
  if (value === '') return { value: clears ? '' : undefined };
  if (kind !== 'yesNo') return { value };
  const answer = readYesNo(value);
  return answer === undefined ? { fault: ['directory.fault.notYesNo', { value }] } : { value: answer };
}
