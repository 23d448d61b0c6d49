/** What is imported: half new and half existing users, in turn. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { directoryEmail, directoryName } from './directory.js';
import { groupNumber, personNumber } from './people.js';

export interface ImportSize {
  readonly rows: number;
  /** Users that the directory has: the existing ones are spread over all of these, the new ones come after. */
  readonly users: number;
  /** Every row is about a user that is there, with the values that it has. */
  readonly unchanged?: boolean;
}

export const COLUMNS = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Persoon;Groep;Profit;OutSite;Voorkeur site'.split(
  ';',
);

export function* importRows({ rows, users, unchanged = false }: ImportSize): Generator<string[]> {
  const existing = Math.floor(rows / 2);
  for (let at = 0; at < rows; at++) {
    const turn = at >> 1;
    if (unchanged) yield unchangedRow(at);
    else yield changedRow(at % 2 === 0 && turn < existing ? Math.floor((turn * users) / existing) : users + turn);
  }
}

function changedRow(number: number): string[] {
  const { code, name, email, upn, personCode } = personNumber(number);
  return [code, '1', name, email, upn, personCode, groupNumber(number + 1), 'J', 'N', '1043'];
}

function unchangedRow(number: number): string[] {
  const { code, upn, personCode, group } = personNumber(number);
  return [code, '1', directoryName(number), directoryEmail(number), upn, personCode, group, 'J', 'N', '1043'];
}

export async function writeCsv(path: string, size: ImportSize): Promise<void> {
  await pipeline(Readable.from(lines(size)), createWriteStream(path));
}

/** Pieces of many lines: a stream is slow at many small ones. */
function* lines(size: ImportSize): Generator<string> {
  let piece = `${COLUMNS.join(';')}\r\n`;
  for (const row of importRows(size)) {
    piece += `${row.join(';')}\r\n`;
    if (piece.length < 2 ** 16) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
