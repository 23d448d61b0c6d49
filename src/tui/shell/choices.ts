/** Everything that the administrator has chosen so far: kept on the way back, so that Escape loses nothing. */
import type { FileOptions, InspectedFile, MappingOverrides } from '../../application/ports/importFiles.js';
import {
  STANDARD_DEFAULTS,
  type EmptyRule,
  type FieldId,
  type ImportType,
  type NewUserDefaults,
} from '../../domain/fields.js';
import type { AbsentSettings } from '../../domain/absent.js';
import type { GuardSettings } from '../../domain/guards/guardSettings.js';
import type { ImportSettings } from '../../domain/settings.js';
import type { UsedDefinition } from '../../domain/run.js';

export interface Choices {
  readonly type: ImportType | null;
  /** The import definition that this began from. */
  readonly definition: UsedDefinition | null;
  /** Code of the target environment. */
  readonly environment: string | null;
  readonly path: string;
  readonly options: FileOptions;
  readonly file: InspectedFile | null;
  readonly overrides: MappingOverrides;
  /** Fields of which the source was guessed, and not looked at since. */
  readonly guessed: readonly FieldId[];
  readonly defaults: NewUserDefaults;
  readonly emptyRules: Readonly<Partial<Record<FieldId, EmptyRule>>>;
  readonly guards: GuardSettings;
  /** What a definition says besides, and the wizard keeps: who is absent, and checks. */
  readonly kept: Pick<ImportSettings, 'absent' | 'checks'>;
  /** Those of the guards that were raised on purpose, by flags. */
  readonly raised: GuardSettings;
  readonly importAgain: boolean;
  readonly expiresAfterDays: number | null;
  /** Why, as the command said that opened the wizard. */
  readonly reason: string | null;
  /** The plan that these choices were turned into, with what they were then. */
  readonly planned: { readonly run: number; readonly fingerprint: string } | null;
}

export const NO_CHOICES: Choices = {
  type: null,
  definition: null,
  environment: null,
  path: '',
  options: {},
  file: null,
  overrides: {},
  guessed: [],
  defaults: STANDARD_DEFAULTS,
  emptyRules: {},
  guards: {},
  kept: {},
  raised: {},
  importAgain: false,
  expiresAfterDays: null,
  reason: null,
  planned: null,
};

/** Two sets of choices with the same fingerprint give the same plan. */
export function fingerprint(choices: Choices): string {
  const { type, environment, path, file, options, overrides, defaults, emptyRules, guards, kept, importAgain } =
    choices;
  const rest = [options, overrides, defaults, emptyRules, guards, kept, importAgain];
  return JSON.stringify([type, environment, path, file?.version ?? '', ...rest]);
}

/** The choices were turned into a plan that another took the place of, or that is gone. */
export function planOfChoices(choices: Choices, run: number, instead: number | null): Choices {
  const { planned } = choices;
  if (planned?.run !== run) return choices;
  return { ...choices, planned: instead === null ? null : { ...planned, run: instead } };
}

/** What becomes of users whom no row names is chosen in a plan: a change of the mapping leaves it so. */
export function withAbsent(choices: Choices, run: number, absent: AbsentSettings): Choices {
  const { planned, kept } = choices;
  if (planned?.run !== run || planned.fingerprint !== fingerprint(choices)) return choices;
  const next = { ...choices, kept: { ...kept, absent } };
  return { ...next, planned: { run, fingerprint: fingerprint(next) } };
}

/** The file, where the way leads past choosing one. */
export function requiredFile({ file }: Choices): InspectedFile {
  if (!file) throw new Error('no file was chosen');
  return file;
}

/** The next import begins anew, in the same environment unless another is chosen. */
export function afterImport({ type, environment }: Choices): Choices {
  return { ...NO_CHOICES, type, environment };
}
