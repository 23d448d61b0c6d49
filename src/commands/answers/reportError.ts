/** Tells why a command stopped: one sentence on stderr and a line for each thing that it is about, or the same as JSON. */
import { UserError } from '../../application/userError.js';
import { translate, translateRef, type TextRef } from '../../language/index.js';
import type { Language } from '../../language/text.js';
import type { ErrorJson, TextJson } from './schemas/error.js';
import { statusOfError, type ExitStatus } from './exitStatus.js';
import type { Printer } from './printer.js';
import { RunRefused } from '../../application/runRefused.js';
import type { Line } from '../../presentation/lines.js';
import { isRaisable } from '../../domain/guards/guard.js';
import { raisingFlag, trippedLines } from '../../presentation/guardLines.js';
import { guardJson } from './runJson.js';

/** Details that are told, the last of which may say how many more there are; a plan of a million rows can be stale in all. */
const MOST_DETAILS = 51;
const LONGEST_REASON = 200;

export function reportError(error: unknown, language: Language, printer: Printer): ExitStatus {
  if (!(error instanceof UserError)) {
    const text = translate(language, 'failure.unforeseen', { reason: unforeseen(error) });
    printer.error([[[text, 'danger']]], { code: 'failure.unforeseen', exit: 1, text });
    return 1;
  }
  const exit = statusOfError(error.kind);
  printer.error(
    [[[translateRef(language, error), 'danger']], ...detailLines(error, language)],
    errorJson(error, exit, language),
  );
  return exit;
}

function detailLines(error: UserError, language: Language): readonly Line[] {
  // A guard is told with the flag that raises it.
  if (error instanceof RunRefused && (error.key === 'apply.guarded' || error.key === 'secondPass.waits')) {
    const tripped = trippedLines(language, error.answer.run, error.answer.guards);
    if (tripped.length > 0) return tripped;
  }
  return error.details.slice(0, MOST_DETAILS).map((detail) => [`  ${translateRef(language, detail)}`]);
}

/** `run`, and what else a script needs to go on, beside what people read (docs/cli.md, *Streams and JSON*). */
function errorJson(error: UserError, exit: ExitStatus, language: Language): ErrorJson {
  const { run } = error.params;
  return {
    ...toldJson(error, language),
    exit,
    ...(typeof run === 'number' && run > 0 && { run }),
    ...(error instanceof RunRefused && { digest: error.answer.run.digest, guards: guardsJson(error), rows: [] }),
    ...error.facts,
    ...(error.details.length > 0 && {
      details: error.details.slice(0, MOST_DETAILS).map((detail) => toldJson(detail, language)),
    }),
  };
}

/** Each that stops the run has the flags that raise it. */
function guardsJson({ answer: { run, guards } }: RunRefused): ErrorJson['guards'] {
  return guards.map((guard) => ({
    ...guardJson(guard),
    ...(guard.tripped && isRaisable(guard) && { flags: raisingFlag(guard, run) }),
  }));
}

function toldJson(told: TextRef, language: Language): TextJson {
  return { code: told.key, text: translateRef(language, told), params: told.params };
}

/** What nobody foresaw: by its code, or its first line; never a stack trace. */
function unforeseen(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return `${error.name}: ${error.message.split('\n')[0]?.slice(0, LONGEST_REASON) ?? ''}`;
}
