/** The scripted face: every command, how it is found, and how it ends. */
import type { Command, CommandContext } from './command.js';
import { directory, directoryExport, directoryImport } from './directory.js';
import {
  definition,
  definitionDelete,
  definitionExport,
  definitionImport,
  definitionList,
  definitionSave,
  definitionShow,
} from './definitionCommands.js';
import { db, dbCheck, dbCopy, dbMigrate } from './db.js';
import { demo } from './demo.js';
import { envDrift } from './drift.js';
import { env, envAdd, envList, envRemove, envSet } from './env.js';
import type { ExitStatus } from './exitStatus.js';
import { helpLines } from './help.js';
import { audit } from './audit.js';
import { history, historyPrune } from './history.js';
import { importFile } from './importCommand.js';
import { leftover, leftoverClearUpn, leftoverList } from './leftover.js';
import { rejected, report, tokens } from './outputCommands.js';
import { parse } from './parse.js';
import { plan } from './planCommand.js';
import { apply, approve, discard, exclude, undo } from './runCommands.js';
import { schema } from './schema.js';
import { show } from './show.js';
import { template } from './template.js';
import { reportError } from './reportError.js';
import { wizard } from './wizardCommand.js';

/** In the order of help. */
export const COMMANDS: readonly Command[] = [
  wizard,
  importFile,
  plan,
  show,
  exclude,
  approve,
  apply,
  discard,
  undo,
  rejected,
  report,
  tokens,
  audit,
  history,
  historyPrune,
  template,
  definition,
  definitionSave,
  definitionList,
  definitionShow,
  definitionDelete,
  definitionExport,
  definitionImport,
  env,
  envAdd,
  envSet,
  envList,
  envRemove,
  envDrift,
  leftover,
  leftoverList,
  leftoverClearUpn,
  directory,
  directoryExport,
  directoryImport,
  db,
  dbCheck,
  dbMigrate,
  dbCopy,
  schema,
  demo,
];

/** Runs what was typed, to the last word of its answer; never throws. */
export async function runProgram(words: readonly string[], context: CommandContext): Promise<ExitStatus> {
  const status = await runCommand(words, context);
  const failure = await context.output.finish();
  // A terminal that hung up takes no answer any more; that is no fault of a disk.
  if (failure === undefined || status === 130) return status;
  const { reason, done } = failure;
  context.output.tell([
    done === undefined
      ? context.say('answer.incomplete', { reason })
      : context.say('answer.incompleteDone', { reason, done }),
    'danger',
  ]);
  return 1;
}

async function runCommand(words: readonly string[], context: CommandContext): Promise<ExitStatus> {
  try {
    const parsed = parse(words, COMMANDS);
    if (parsed.kind === 'run') return (await parsed.command.run?.(parsed.args, context)) ?? 0;
    if (parsed.kind === 'version') await context.output.line(context.version);
    else await context.output.lines(helpLines(context.language, COMMANDS, parsed.command).map((line) => [line]));
    return 0;
  } catch (error) {
    return reportError(error, context.language, context.output);
  }
}
