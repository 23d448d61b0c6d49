/** Pairs of the Pollock benchmark: what is done of the polluted file stands so, cell for cell, in the clean one. */
import { readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Case, Kind } from '../case.js';

const FOLDER = 'samples/corpus/pollock';
const IGNORED = ['DATE', 'TIME', 'Qty', 'Price', 'ProductDescription', 'URL', 'Comments'];

/** Products stand for users: their number is a code, their kind a name. */
function caseOf(name: string): Case {
  const { data } = Papa.parse<string[]>(readFileSync(`${FOLDER}/clean/${name}`, 'utf8').trimEnd());
  return {
    name,
    bytes: readFileSync(`${FOLDER}/polluted/${name}`),
    overrides: {
      map: [
        { field: 'user', column: 'PRODUCTID' },
        { field: 'description', column: 'ProductType' },
      ],
      fix: [{ field: 'mutationCode', value: '1' }],
      skip: ['email', 'upn'],
      ignoreColumns: IGNORED,
    },
    seen: data.slice(1).map((cells) => ({
      values: { user: cells[3] ?? '', description: cells[5] ?? '' },
      cells,
    })),
  };
}

export const pollockKinds: readonly Kind[] = [
  { name: 'pollock: pairs', cases: readdirSync(`${FOLDER}/polluted`).map(caseOf) },
  { name: 'pollock: the source', honest: true, cases: [caseOf('source.csv')] },
];
