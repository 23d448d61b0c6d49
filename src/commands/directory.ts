/** `directory export | import`: the whole directory as JSON, and lists that are added to it. */
import { DIRECTORY_FORMAT } from '../application/directoryJson.js';
import { UserError } from '../application/userError.js';
import type { ReadDirectory } from '../application/ports/directoryFaults.js';
import type { TableList } from '../application/ports/directoryLists.js';
import type { DirectoryPart, ImportedCounts } from '../application/ports/directoryStore.js';
import { DIRECTORY_LISTS } from '../domain/directory.js';
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { visibleJson } from '../presentation/visibleText.js';
import type { ParsedArgs } from './parsedArgs.js';
import type { Command, CommandContext } from './command.js';
import { AS, DRY_RUN, ENV, FILE_FLAGS, IGNORE_COLUMN, NO_HEADER } from './flags.js';
import { readFileOptions } from './importRequest.js';
import { table } from '../presentation/layout.js';
import { readWhile, unlessInterrupted, untilInterrupted } from '../application/interruption.js';
import { noticeRemarks } from './planFile.js';
import { textLines } from './answer.js';
import { OUTPUT_FLAGS, readTarget } from './outputTarget.js';

export const directory: Command = { words: 'directory', summary: 'command.directory', flags: [] };

export const directoryExport: Command = {
  words: 'directory export',
  summary: 'command.directory export',
  flags: OUTPUT_FLAGS,
  run: async (args, { services, signal, writeText }) => {
    const { useCases } = await services('read');
    const parts = untilInterrupted(exportedText(useCases.exportDirectory()), signal);
    const target = readTarget(args);
    if (target === undefined) return { text: parts };
    await readWhile(parts, writeText(target, parts));
    return { text: [] };
  },
};

/** One object with four lists, a line for each thing, so that two exports can be compared line by line. */
async function* exportedText(parts: AsyncIterable<DirectoryPart>): AsyncGenerator<string> {
  let at = -1;
  let filled = false;
  const turnTo = (next: number): string => {
    let text = '';
    while (at < next) {
      text += `${at < 0 ? `{ "format": "${DIRECTORY_FORMAT}",\n` : ` ],\n`} ${JSON.stringify(DIRECTORY_LISTS[++at])}: [\n`;
      filled = false;
    }
    return text;
  };
  for await (const { list, items } of parts) {
    let text = turnTo(DIRECTORY_LISTS.indexOf(list));
    for (const item of items) {
      text += `${filled ? ',\n' : ''}  ${visibleJson(item)}`;
      filled = true;
    }
    yield text;
  }
  yield `${turnTo(DIRECTORY_LISTS.length - 1)} ]}\n`;
}

/** What says how a list is read; a directory in JSON says it itself. */
const LIST_FLAGS = [ENV, ...FILE_FLAGS.filter((flag) => flag !== NO_HEADER), IGNORE_COLUMN];

export const directoryImport: Command = {
  words: 'directory import',
  answers: () => 'directory-imported',
  summary: 'command.directory import',
  argument: { name: 'file', required: true, text: 'argument.directoryFile' },
  flags: [DRY_RUN, AS, ...LIST_FLAGS],
  run: async (args, context) => {
    const { services, language, say, signal } = context;
    const read = await unlessInterrupted(readGiven(args, context), signal);
    const { useCases } = await services('make');
    const dryRun = args.has(DRY_RUN);
    const counts = await useCases.importDirectory(read, { dryRun }, { signal });
    return {
      json: counts,
      lines: textLines(countLines(counts, dryRun, language, say)),
    };
  },
};

async function readGiven(args: ParsedArgs, context: CommandContext): Promise<ReadDirectory> {
  const path = args.required;
  const as = args.text(AS) as TableList | undefined;
  if (as === undefined) {
    const idle = LIST_FLAGS.find((flag) => args.has(flag));
    if (idle) throw new UserError('wrongUse', 'usage.flagNeeds', { one: `--${idle.name}`, other: `--${AS.name}` });
    return context.readDirectory(path, await context.readText(path));
  }
  const { useCases } = await context.services();
  const { code } = await useCases.environment(args.needed(ENV));
  const file = readFileOptions(args);
  const read = await context.readDirectoryList({ path, as, environment: code, file, ignore: args.list(IGNORE_COLUMN) });
  noticeRemarks(read.remarks, context);
  return read;
}

function countLines(
  counts: ImportedCounts,
  dryRun: boolean,
  language: Language,
  say: CommandContext['say'],
): readonly string[] {
  const head = ['', say('count.created'), say('count.changed'), say('count.same')];
  const rows = DIRECTORY_LISTS.map((list) => {
    const { created, changed, same } = counts[list];
    return [translate(language, `count.${list}`), String(created), String(changed), String(same)];
  });
  const title = dryRun ? say('done.directoryTried') : say('done.directoryImported');
  return [title, ...table([head, ...rows], ['left', 'right', 'right', 'right'])];
}
