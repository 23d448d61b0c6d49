/** `directory export | import`: the whole directory as JSON. */
import type { DirectoryPart } from '../application/ports/directoryStore.js';
import { visibleJson } from '../language/visibleText.js';
import type { Command } from './command.js';
import { OUTPUT } from './flags.js';
import { unlessInterrupted, untilInterrupted } from './planFile.js';

export const directory: Command = { words: 'directory', summary: 'command.directory', flags: [] };

export const directoryExport: Command = {
  words: 'directory export',
  summary: 'command.directory export',
  flags: [OUTPUT],
  run: async (args, { services, output, signal, writeText }) => {
    const { useCases } = await services('read');
    const parts = untilInterrupted(exportedText(useCases.directory.export()), signal);
    const path = args.text(OUTPUT);
    if (path !== undefined) await writeText(path, parts);
    else for await (const part of parts) await output.write(part);
    return 0;
  },
};

const LISTS = ['environments', 'persons', 'groups', 'users'] as const;

/** One object with four lists, a line for each thing, so that two exports can be compared line by line. */
async function* exportedText(parts: AsyncIterable<DirectoryPart>): AsyncGenerator<string> {
  let at = -1;
  let filled = false;
  const turnTo = (next: number): string => {
    let text = '';
    while (at < next) {
      text += `${at < 0 ? '{' : ` ],\n`} ${JSON.stringify(LISTS[++at])}: [\n`;
      filled = false;
    }
    return text;
  };
  for await (const { list, items } of parts) {
    let text = turnTo(LISTS.indexOf(list));
    for (const item of items) {
      text += `${filled ? ',\n' : ''}  ${visibleJson(item)}`;
      filled = true;
    }
    yield text;
  }
  yield `${turnTo(LISTS.length - 1)} ]}\n`;
}

export const directoryImport: Command = {
  words: 'directory import',
  summary: 'command.directory import',
  argument: { name: 'file', required: true, text: 'argument.file' },
  flags: [],
  run: async (args, { services, output, say, signal, readText, readDirectory }) => {
    const given = await readDirectory(args.required, await unlessInterrupted(readText(args.required), signal));
    const { useCases } = await services('make');
    const imported = await useCases.directory.import(given);
    await output.done(imported, say('done.directoryImported', { ...imported }));
    return 0;
  },
};
