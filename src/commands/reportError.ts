/** Tells why a command stopped: one sentence on stderr, and a line for each thing that it is about. */
import { UserError } from '../application/userError.js';
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { statusOfStop, type ExitStatus } from './exitStatus.js';
import type { Output } from './output.js';

/** Details that are told, the last of which may say how many more there are; a plan of a million rows can be stale in all. */
const MOST_DETAILS = 51;
const LONGEST_REASON = 200;

export function reportError(error: unknown, language: Language, output: Output): ExitStatus {
  if (!(error instanceof UserError)) {
    output.tell([translate(language, 'failure.unforeseen', { reason: unforeseen(error) }), 'danger']);
    return 1;
  }
  output.tell([translate(language, error.key, error.params), 'danger']);
  for (const { key, params } of error.details.slice(0, MOST_DETAILS))
    output.tell(`  ${translate(language, key, params)}`);
  return statusOfStop(error.kind);
}

/** What nobody foresaw: by its code, or its first line; never a stack trace. */
function unforeseen(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return `${error.name}: ${error.message.split('\n')[0]?.slice(0, LONGEST_REASON) ?? ''}`;
}
