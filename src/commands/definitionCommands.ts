/** `definition save | list | show | delete | export | import`. */
import type { ImportType } from '../domain/fields.js';
import { momentText, translate, translateRef } from '../language/index.js';
import { readGuards } from './line/flagValues.js';
import type { Argument, Command, CommandContext } from './command.js';
import { requireDefinition, unknownDefinition } from './line/savedRequest.js';
import { definitionOf, type SavedDefinition } from '../application/definitions.js';
import { differenceText } from '../application/definitionDifferences.js';
import type { ImportDefinition } from '../application/ports/definitionText.js';
import { readField } from './line/fieldSettings.js';
import { ABSENT_FLAGS, FILE_FLAGS, LASTING_GUARD_FLAGS, MAPPING_FLAGS, OUTPUT, REPLACE, TYPE } from './line/flags.js';
import { withValueFiles } from './planFile.js';
import { readAbsent, readValueFiles, readFileOptions, readSettings, readOverrides } from './line/importRequest.js';
import { unlessInterrupted } from '../application/interruption.js';
import { done, tableLines, textLines, type Answer } from './answers/answer.js';
import { neededTarget, OUTPUT_FLAGS, unlessOnStdout, writtenUnlessOnStdout } from './line/outputTarget.js';

const NAME: Argument = { name: 'name', required: true, text: 'argument.name' };

export const definition: Command = { words: 'definition', summary: 'command.definition', flags: [] };

export const definitionSave: Command = {
  words: 'definition save',
  answers: () => 'definition',
  summary: 'command.definition save',
  argument: NAME,
  flags: [TYPE, ...FILE_FLAGS, ...MAPPING_FLAGS, ...ABSENT_FLAGS, ...LASTING_GUARD_FLAGS, REPLACE],
  needs: () => [TYPE],
  run: async (args, context) => {
    const type = args.needed(TYPE) as ImportType;
    const { defaults, emptyRules } = readSettings(args, type);
    const { useCases } = await context.services();
    const overrides = await withValueFiles(readOverrides(args), readValueFiles(args), useCases);
    const choices = { name: args.required, type, file: readFileOptions(args), overrides, defaults, emptyRules };
    const content = definitionOf({ ...choices, guards: readGuards(args), ...readAbsent(args) }, readField);
    const { definitions } = await context.services();
    return saved(content, await definitions.save(content, { replace: args.has(REPLACE) }), context);
  },
};

export const definitionList: Command = {
  words: 'definition list',
  answers: () => 'definitions',
  summary: 'command.definition list',
  flags: [],
  run: async (_args, context) => {
    const { language } = context;
    const { definitions } = await context.services('read');
    const listed = (await definitions.list()).map(({ name, type, usedAt }) => ({ name, type, usedAt }));
    const rows = listed.map(({ name, type, usedAt }) => [
      name,
      translate(language, `type.${type}`),
      momentText(language, usedAt),
    ]);
    return { name: 'definitions', list: listed, lines: tableLines(['name', 'type', 'used'], rows, context) };
  },
};

export const definitionShow: Command = {
  words: 'definition show',
  answers: () => 'definition',
  summary: 'command.definition show',
  argument: NAME,
  flags: [],
  run: async (args, { services }) => {
    const { definitions } = await services('read');
    const found = await requireDefinition(args.required, definitions);
    const text = await definitions.print(found);
    return { json: found, lines: textLines(text.trimEnd().split('\n')) };
  },
};

export const definitionDelete: Command = {
  words: 'definition delete',
  answers: () => 'definition-deleted',
  summary: 'command.definition delete',
  argument: NAME,
  flags: [],
  run: async (args, { services, say }) => {
    const { definitions } = await services();
    const name = await definitions.delete(args.required);
    if (name === undefined) throw await unknownDefinition(args.required, definitions);
    return done({ name, deleted: true }, say('done.definitionDeleted', { name }));
  },
};

export const definitionExport: Command = {
  words: 'definition export',
  answers: writtenUnlessOnStdout,
  summary: 'command.definition export',
  argument: NAME,
  flags: OUTPUT_FLAGS,
  needs: () => [OUTPUT],
  run: async (args, { services, say, writeText }) => {
    const target = neededTarget(args);
    const { definitions } = await services('read');
    const text = await definitions.print(await requireDefinition(args.required, definitions));
    const path = await writeText(target, [text]);
    return unlessOnStdout(target, () => done({ path }, say('done.fileWritten', { path })));
  },
};

export const definitionImport: Command = {
  words: 'definition import',
  answers: () => 'definition',
  summary: 'command.definition import',
  argument: { name: 'file', required: true, text: 'argument.definitionFile' },
  flags: [REPLACE],
  run: async (args, context) => {
    const text = await unlessInterrupted(context.readText(args.required), context.signal);
    const { definitions } = await context.services();
    const read = await definitions.parse(text, args.required);
    return saved(read, await definitions.save(read, { replace: args.has(REPLACE) }), context);
  },
};

/** The definition, and what it took the place of. */
function saved(
  content: ImportDefinition,
  { replaced, same, differences }: SavedDefinition,
  { say, language }: CommandContext,
): Answer {
  const { name } = content;
  const key = replaced ? 'done.definitionReplaced' : same ? 'done.definitionSame' : 'done.definitionSaved';
  const text = say(key, { name });
  const lines = differences.map((one) => `  ${translateRef(language, differenceText(one))}`);
  return { ...done({ ...content, replaced, differences }, text), lines: textLines([text, ...lines]) };
}
