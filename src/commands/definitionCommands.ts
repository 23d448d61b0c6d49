/** `definition save | list | show | delete | export | import`. */
import type { ImportType } from '../domain/fields.js';
import { momentText, translate } from '../language/index.js';
import { readGuards } from './flagValues.js';
import type { Argument, Command } from './command.js';
import { changedDefaults, findDefinition, mappingOf, saveDefinition } from './definitions.js';
import { FILE_FLAGS, GUARD_FLAGS, MAPPING_FLAGS, OUTPUT, TYPE } from './flags.js';
import { readFileOptions, readSettings, readOverrides } from './importRequest.js';
import { unlessInterrupted } from './planFile.js';
import { done, tableLines, textLines } from './answer.js';

const NAME: Argument = { name: 'name', required: true, text: 'argument.name' };

export const definition: Command = { words: 'definition', summary: 'command.definition', flags: [] };

export const definitionSave: Command = {
  words: 'definition save',
  summary: 'command.definition save',
  argument: NAME,
  flags: [TYPE, ...FILE_FLAGS, ...MAPPING_FLAGS, ...GUARD_FLAGS],
  run: async (args, context) => {
    const type = args.needed(TYPE) as ImportType;
    const { defaults, emptyRules } = readSettings(args, type);
    const content = {
      name: args.required,
      type,
      file: readFileOptions(args),
      ...mappingOf(readOverrides(args), type),
      defaults: changedDefaults(defaults),
      emptyRules,
      guards: readGuards(args),
    };
    await saveDefinition(content, await context.services(), context.now);
    return done(content, context.say('done.definitionSaved', { name: content.name }));
  },
};

export const definitionList: Command = {
  words: 'definition list',
  summary: 'command.definition list',
  flags: [],
  run: async (_args, { services, say, language }) => {
    const { definitions, definitionText } = await services('read');
    const stored = await definitions.list();
    const listed = await Promise.all(
      stored.map(async ({ name, content, usedAt }) => ({
        name,
        type: (await definitionText.parse(content, name)).type,
        usedAt,
      })),
    );
    const rows = listed.map(({ name, type, usedAt }) => [
      name,
      translate(language, `type.${type}`),
      momentText(usedAt),
    ]);
    return { list: listed, lines: tableLines(['name', 'type', 'used'], rows, say) };
  },
};

export const definitionShow: Command = {
  words: 'definition show',
  summary: 'command.definition show',
  argument: NAME,
  flags: [],
  run: async (args, { services }) => {
    const opened = await services('read');
    const found = await findDefinition(args.required, opened);
    const text = await opened.definitionText.print(found);
    return { json: found, lines: textLines(text.trimEnd().split('\n')) };
  },
};

export const definitionDelete: Command = {
  words: 'definition delete',
  summary: 'command.definition delete',
  argument: NAME,
  flags: [],
  run: async (args, { services, say }) => {
    const opened = await services();
    const { name } = (await opened.definitions.find(args.required)) ?? (await findDefinition(args.required, opened));
    await opened.definitions.delete(name);
    return done({ name, deleted: true }, say('done.definitionDeleted', { name }));
  },
};

export const definitionExport: Command = {
  words: 'definition export',
  summary: 'command.definition export',
  argument: NAME,
  flags: [OUTPUT],
  run: async (args, { services, say, writeText }) => {
    const path = args.needed(OUTPUT);
    const opened = await services('read');
    const text = await opened.definitionText.print(await findDefinition(args.required, opened));
    await writeText(path, [text]);
    return done({ path }, say('done.fileWritten', { path }));
  },
};

export const definitionImport: Command = {
  words: 'definition import',
  summary: 'command.definition import',
  argument: { name: 'file', required: true, text: 'argument.definitionFile' },
  flags: [],
  run: async (args, { services, say, signal, readText, now }) => {
    const text = await unlessInterrupted(readText(args.required), signal);
    const opened = await services();
    const read = await opened.definitionText.parse(text, args.required);
    await saveDefinition(read, opened, now);
    return done(read, say('done.definitionSaved', { name: read.name }));
  },
};
