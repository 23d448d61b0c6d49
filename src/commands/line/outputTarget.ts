/** Where a command writes: `-o FILE`, `--force`, `-o -`. */
import { STDOUT, type OutputFormat, type OutputTarget } from '../../application/ports/outputFiles.js';
import { UserError } from '../../application/userError.js';
import type { Answer } from '../answers/answer.js';
import type { Flag } from './flagTypes.js';
import { AS_TABLE, FORCE, OUTPUT } from './flags.js';
import type { ParsedArgs } from './parsedArgs.js';

export const OUTPUT_FLAGS: readonly Flag[] = [OUTPUT, FORCE];
export const TABLE_OUTPUT_FLAGS: readonly Flag[] = [...OUTPUT_FLAGS, AS_TABLE];

/** What a system calls the standard output of a program. */
const OWN_STDOUT: ReadonlySet<string> = new Set(['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/** Where to, of a command that writes nowhere else. */
export function neededTarget(args: ParsedArgs): OutputTarget {
  args.needed(OUTPUT);
  return readTarget(args) as OutputTarget;
}

/** Where to; undefined where no file is asked for. Throws `UserError` for what only goes with one. */
export function readTarget(args: ParsedArgs): OutputTarget | undefined {
  const path = args.text(OUTPUT);
  if (path === undefined) {
    const idle = [FORCE, AS_TABLE].find((flag) => args.has(flag));
    if (idle) throw new UserError('wrongUse', 'usage.flagNeeds', { one: `--${idle.name}`, other: `--${OUTPUT.name}` });
    return undefined;
  }
  return {
    path: OWN_STDOUT.has(path) ? STDOUT : path,
    overwrite: args.has(FORCE),
    as: args.text(AS_TABLE) as OutputFormat | undefined,
  };
}

/** What the answer is called where a file is written elsewhere. */
export function writtenUnlessOnStdout(args: ParsedArgs): 'written' | undefined {
  return readTarget(args)?.path === STDOUT ? undefined : 'written';
}

/** What is told of what was written; on standard output the file itself is the answer. */
export function unlessOnStdout({ path }: Pick<OutputTarget, 'path'>, told: () => Answer): Answer {
  return path === STDOUT ? { text: [] } : told();
}
