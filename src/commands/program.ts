/** The scripted face: every command, how it is found, and how it ends. */
import { ACT_COMMANDS, user } from './actCommands.js';
import type { Command, CommandContext } from './command.js';
import { completion } from './completion/completionCommand.js';
import { config } from './config.js';
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
import { definitionTest } from './definitionTest.js';
import { db, dbCheck, dbCopy, dbMigrate } from './db.js';
import { deliver, verify } from './deliver.js';
import { demo } from './demo.js';
import { envConnect, envDisconnect } from './connect.js';
import { envPull } from './pull.js';
import { envDrift } from './drift.js';
import { env, envAdd, envList, envRemove, envSet } from './env.js';
import type { ExitStatus } from './answers/exitStatus.js';
import { fields } from './fieldsCommand.js';
import { helpLines } from './help.js';
import { audit } from './audit.js';
import { history, historyPrune } from './history.js';
import { importFile } from './importCommand.js';
import { leftover, leftoverClearUpn, leftoverList } from './leftover.js';
import { rejected, report, tokens } from './outputCommands.js';
import { parse } from './line/parse.js';
import { plan } from './planCommand.js';
import { mend } from './mend.js';
import { apply, approve, discard, exclude, include, secondPass, undo } from './runCommands.js';
import { schema } from './schema.js';
import { show } from './show.js';
import { template } from './template.js';
import { reportError } from './answers/reportError.js';
import { userList, userShow } from './userCommands.js';
import { version } from './version.js';
import { wizard } from './wizardCommand.js';
import { textLines, type Answer } from './answers/answer.js';
import { runStands } from './answers/answerRun.js';
import { LeftToPlan } from '../application/runRefused.js';
import { runJson } from './answers/runJson.js';
import type { Printer } from './answers/printer.js';

/** In the order of help. */
export const COMMANDS: readonly Command[] = [
  wizard,
  importFile,
  plan,
  show,
  mend,
  exclude,
  include,
  approve,
  apply,
  deliver,
  verify,
  discard,
  secondPass,
  undo,
  rejected,
  report,
  tokens,
  audit,
  history,
  historyPrune,
  user,
  userList,
  userShow,
  ...ACT_COMMANDS,
  template,
  definition,
  definitionSave,
  definitionList,
  definitionShow,
  definitionDelete,
  definitionExport,
  definitionImport,
  definitionTest,
  env,
  envAdd,
  envSet,
  envList,
  envRemove,
  envConnect,
  envDisconnect,
  envPull,
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
  config,
  fields,
  schema,
  completion,
  version,
  demo,
];

/** Runs what was typed, to the last word of its answer; never throws. */
export async function runProgram(
  words: readonly string[],
  context: CommandContext,
  printer: Printer,
): Promise<ExitStatus> {
  const status = await runCommand(words, context, printer);
  const failure = await printer.finish();
  // A terminal that hung up takes no answer any more; that is no fault of a disk.
  if (failure === undefined || status === 130) return status;
  const { reason, done } = failure;
  const text =
    done === undefined
      ? context.say('answer.incomplete', { reason })
      : context.say('answer.incompleteDone', { reason, done });
  printer.error([[[text, 'danger']]], { code: 'answer.incomplete', exit: 1, text });
  return 1;
}

async function runCommand(words: readonly string[], context: CommandContext, printer: Printer): Promise<ExitStatus> {
  try {
    const answer = await answerTo(words, context);
    await printer.print(answer);
    await context.hookEnded();
    return answer.status ?? 0;
  } catch (error) {
    if (error instanceof LeftToPlan)
      await printer.print({ json: runJson(error.answer), lines: [], done: runStands(error.answer, context.say) });
    await context.hookEnded();
    return reportError(error, context.language, printer);
  }
}

async function answerTo(words: readonly string[], context: CommandContext): Promise<Answer> {
  const parsed = parse(words, COMMANDS);
  if (parsed.kind === 'run') {
    // Help and the version are for whoever mends it.
    const { fault, passedOver } = context.configuration;
    if (fault) throw fault;
    if (passedOver) context.remark(passedOver, { tone: 'warning', kept: true });
    return parsed.command.run(parsed.args, context);
  }
  if (parsed.kind === 'version') return { lines: [[context.version]] };
  return { lines: textLines(helpLines(context.language, COMMANDS, parsed.command)) };
}
