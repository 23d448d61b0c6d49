/** `import FILE`: the wizard, or with `--yes` plan and apply at once; else a plan is stored. */
import { applyWhenAsked } from './applyWhenAsked.js';
import { readGuards } from './line/flagValues.js';
import type { Command } from './command.js';
import { savedRequest } from './line/savedRequest.js';
import { DEFINITION, GUARD_FLAGS, MAX_AGE, MIRROR_ONLY, SECOND_PASS } from './line/flags.js';
import { IMPORT_FLAGS, importNeeds, readImportRequest } from './line/importRequest.js';
import { planFile, noticeIdleDefaults } from './planFile.js';
import { openWizard } from './wizardCommand.js';
import { wizardRequest } from './line/wizardRequest.js';

export const importFile: Command = {
  words: 'import',
  answers: () => 'run',
  summary: 'command.import',
  argument: { name: 'file', required: true, text: 'argument.file' },
  flags: [...IMPORT_FLAGS, ...GUARD_FLAGS, SECOND_PASS, MAX_AGE, MIRROR_ONLY],
  run: async (args, context) => {
    if (context.interactive) return openWizard(await wizardRequest(args, readGuards(args), context), context);
    args.requireAll(importNeeds(args));
    const { useCases, definitions } = await context.services();
    const request = readImportRequest(args, await savedRequest(args.text(DEFINITION), definitions));
    noticeIdleDefaults(args, request, context);
    const planned = await planFile(request, useCases, context);
    return applyWhenAsked(planned, args, useCases, context);
  },
};
