/** What the wizard is told of an `import` that was typed on a terminal; what is missing it asks itself. */
import type { ImportType } from '../../domain/fields.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import { readNumber, readReason } from './flagValues.js';
import type { ParsedArgs } from './parsedArgs.js';
import type { CommandContext, WizardRequest } from '../command.js';
import { savedRequest } from './savedRequest.js';
import { DEFINITION, ENV, EXPIRES, IMPORT_AGAIN, TYPE } from './flags.js';
import {
  keptSettings,
  mergedOverrides,
  readFileOptions,
  readOverrides,
  readSettings,
  readValueFiles,
} from './importRequest.js';
import { withValueFiles } from '../planFile.js';

export async function wizardRequest(
  args: ParsedArgs,
  raised: GuardSettings,
  context: CommandContext,
): Promise<WizardRequest> {
  const { useCases, definitions } = await context.services('make');
  const saved = await savedRequest(args.text(DEFINITION), definitions);
  const type = (args.text(TYPE) as ImportType | undefined) ?? saved.type;
  const environment = args.text(ENV);
  if (environment !== undefined) await useCases.environment(environment);
  const expires = args.text(EXPIRES);
  const reason = readReason(args);
  const fileOptions = { ...saved.file, ...readFileOptions(args) };
  const inspects = type !== undefined && Object.keys(fileOptions).length > 0;
  const file = inspects ? await useCases.inspect(args.required, fileOptions, type) : undefined;
  const overrides = mergedOverrides(saved.overrides ?? {}, readOverrides(args));
  return {
    ...(type !== undefined && { type }),
    ...(environment !== undefined && { environment }),
    ...(file ? { file } : { path: args.required }),
    overrides: await withValueFiles(overrides, readValueFiles(args), useCases),
    ...readSettings(args, type ?? 'user', saved),
    kept: keptSettings(args, saved),
    ...(saved.definition && { definition: saved.definition }),
    guards: { ...saved.guards, ...raised },
    raised,
    importAgain: args.has(IMPORT_AGAIN),
    ...(reason !== undefined && { reason }),
    ...(expires !== undefined && { expiresAfterDays: readNumber(EXPIRES, expires) }),
  };
}
