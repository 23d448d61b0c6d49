/** Tells why a command stopped: one sentence on stderr, and a line for each thing that it is about. */
import { UserError } from '../application/userError.js';
import { translate, translateRef } from '../language/index.js';
import type { Language } from '../language/text.js';
import { statusOfError, type ExitStatus } from './exitStatus.js';
import type { Printer } from './printer.js';
import { RunRefused } from '../application/runRefused.js';
import type { Line } from '../presentation/lines.js';
import { trippedLines } from '../presentation/guardLines.js';

/** Details that are told, the last of which may say how many more there are; a plan of a million rows can be stale in all. */
const MOST_DETAILS = 51;
const LONGEST_REASON = 200;

export function reportError(error: unknown, language: Language, printer: Printer): ExitStatus {
  if (!(error instanceof UserError)) {
    printer.notice([translate(language, 'failure.unforeseen', { reason: unforeseen(error) }), 'danger']);
    return 1;
  }
  printer.notice([translateRef(language, error), 'danger']);
  const tripped = error instanceof RunRefused ? trippedLines(language, error.answer.run, error.answer.guards) : [];
  // A guard is told with the flag that raises it.
  const details: readonly Line[] =
    error.key === 'apply.guarded'
      ? tripped
      : error.details.slice(0, MOST_DETAILS).map((detail) => [`  ${translateRef(language, detail)}`]);
  for (const line of details) printer.notice(...line);
  return statusOfError(error.kind);
}

/** What nobody foresaw: by its code, or its first line; never a stack trace. */
function unforeseen(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return `${error.name}: ${error.message.split('\n')[0]?.slice(0, LONGEST_REASON) ?? ''}`;
}
