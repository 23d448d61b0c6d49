/** Tells why a command stopped: one sentence on stderr, and a line for each thing that it is about. */
import { Stop } from '../application/errors.js';
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { statusOfStop, type ExitStatus } from './exitStatus.js';
import type { Output } from './output.js';

/** Details that are told; a plan of a million rows can be stale in all of them. */
const MOST_DETAILS = 50;

export function tellStop(error: unknown, language: Language, output: Output): ExitStatus {
  if (!(error instanceof Stop)) {
    const { key, reason } = unforeseen(error);
    output.tell(['red', translate(language, key, { reason })]);
    return 1;
  }
  output.tell(['red', translate(language, error.key, error.params)]);
  for (const { key, params } of error.details.slice(0, MOST_DETAILS))
    output.tell(`  ${translate(language, key, params)}`);
  return statusOfStop(error.kind);
}

/** What the codes of databases and file systems mean to a person. */
const KNOWN: readonly (readonly [code: RegExp, key: string])[] = [
  [/^SQLITE_(BUSY|LOCKED)/u, 'db.busy'],
  [/^(SQLITE_READONLY|EROFS)/u, 'db.readOnly'],
  [/^(SQLITE_FULL|ENOSPC)/u, 'db.full'],
  [/^SQLITE_(CORRUPT|NOTADB|ERROR|SCHEMA)/u, 'db.damaged'],
  [/^(SQLITE_|E?CONN|ETIMEDOUT|ENOTFOUND|28|57|08|3D)/u, 'db.failed'],
];

/** A database's own message holds statements and values, so its code alone is told. */
function unforeseen(error: unknown): { key: string; reason: string } {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const known = KNOWN.find(([pattern]) => code !== undefined && pattern.test(code));
  if (known) return { key: known[1], reason: code ?? '' };
  const reason =
    code ??
    (error instanceof Error ? `${error.name}: ${error.message.split('\n')[0]?.slice(0, 200) ?? ''}` : 'unknown');
  return { key: 'failure.unforeseen', reason };
}
