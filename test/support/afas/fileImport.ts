/**
 * AFAS's own import of a file (Algemeen / Beheer / Import), by the rules as they are written down (docs/rules.md) and
 * played by the model that the engine is held to: not by the engine.
 */
import Papa from 'papaparse';
import { FIELDS } from '../../../src/domain/fields.js';
import type { FullDirectory } from '../engineDirectory.js';
import { playModel, type ModelAnswer } from '../naiveModel.js';

export interface ImportedFile {
  readonly rows: readonly ModelAnswer[];
  readonly directory: FullDirectory;
  /** UPNs that wait for a second import, by user. */
  readonly waiting: ReadonlyMap<string, string>;
}

/** A CSV whose headers are labels or ids of fields; what it has no column for is not imported. */
export function importFile(
  directory: FullDirectory,
  environment: string,
  type: 'user' | 'mutation',
  csv: string,
): ImportedFile {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\ufeff/u, ''), { delimiter: ';', skipEmptyLines: true });
  if (errors.length > 0) throw new Error(`not a file that AFAS reads: ${errors[0]?.message}`);
  const [header = [], ...lines] = data;
  const columns = header.map(fieldOf);
  const rows = lines.map((cells) => Object.fromEntries(columns.map((field, at) => [field, cells[at] ?? ''])));
  return playModel(directory, { type, environment, columns, rows, empty: {} });
}

function fieldOf(header: string): string {
  const found = FIELDS.find(({ id, nl, en }) => [id, nl, en].includes(header));
  if (!found) throw new Error(`AFAS has no field ${header}`);
  return found.id;
}
