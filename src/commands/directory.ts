/** `directory export | import`: the whole directory as JSON, and lists that are added to it. */
import { DIRECTORY_FORMAT } from '../application/directoryJson.js';
import { nullWhereUnknown } from '../application/unknownJson.js';
import { UserError } from '../application/userError.js';
import type { ReadDirectory } from '../application/ports/directoryFaults.js';
import type { TableList } from '../application/ports/directoryLists.js';
import type { DirectoryPart, ImportedCounts } from '../application/ports/directoryStore.js';
import { DIRECTORY_LISTS, type DirectoryList } from '../domain/directory.js';
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { visibleJson } from '../presentation/visibleText.js';
import type { ParsedArgs } from './line/parsedArgs.js';
import type { Command, CommandContext } from './command.js';
import { AS, DRY_RUN, ENV, FILE_FLAGS, IGNORE_COLUMN, NO_HEADER, ONLY_ENVS, OUTPUT } from './line/flags.js';
import { readFileOptions } from './line/importRequest.js';
import { table } from '../presentation/layout.js';
import { readWhile, unlessInterrupted, untilInterrupted } from '../application/interruption.js';
import { noticeRemarks } from './planFile.js';
import { done, textLines } from './answers/answer.js';
import { OUTPUT_FLAGS, readTarget, unlessOnStdout, writtenUnlessOnStdout } from './line/outputTarget.js';

export const directory: Command = { words: 'directory', summary: 'command.directory', flags: [] };

export const directoryExport: Command = {
  words: 'directory export',
  summary: 'command.directory export',
  answers: (args) => (args.has(OUTPUT) && writtenUnlessOnStdout(args) ? 'directory-exported' : undefined),
  flags: [...OUTPUT_FLAGS, ONLY_ENVS],
  run: async (args, { services, signal, writeText, say }) => {
    const target = readTarget(args);
    const { useCases } = await services('read');
    const codes = args.list(ONLY_ENVS).flatMap((text) => text.split(',').map((code) => code.trim()));
    const counts = { environments: 0, persons: 0, groups: 0, users: 0 };
    const exported = counted(useCases.exportDirectory(codes.length > 0 ? codes : undefined), counts);
    const parts = untilInterrupted(exportedText(exported), signal);
    if (target === undefined) return { text: parts };
    const path = await readWhile(parts, writeText(target, parts));
    return unlessOnStdout(target, () => done({ path, ...counts }, say('done.directoryExported', { path, ...counts })));
  },
};

async function* counted(
  parts: AsyncIterable<DirectoryPart>,
  counts: Record<DirectoryList, number>,
): AsyncGenerator<DirectoryPart> {
  for await (const part of parts) {
    counts[part.list] += part.items.length;
    yield part;
  }
}

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
      text += `${filled ? ',\n' : ''}  ${visibleJson('access' in item ? nullWhereUnknown(item) : item)}`;
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
