/** A scenario file, as it is written and read (see README.md). */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parse } from 'yaml';
import type { ActRequest } from '../../src/application/userUseCases.js';
import type { Check } from '../../src/domain/checks.js';
import type { EmptyRule, FieldId, ImportType, NewUserDefaults } from '../../src/domain/fields.js';
import type { GuardName } from '../../src/domain/guards/guard.js';
import type { GuardSettings } from '../../src/domain/guards/guardSettings.js';
import type { Outcome } from '../../src/domain/outcomes.js';
import type { ChangedValue } from '../../src/domain/plannedRow.js';
import type { RunSummary } from '../../src/domain/run.js';
import type { DirectoryPatch } from '../support/engineDirectory.js';

export const SCENARIOS = import.meta.dirname;

export interface RowNote {
  readonly outcome: Outcome;
  /** By environment, with the user where it is another one: `[old, new]` for each field; of a new user what is not usual. */
  readonly changes?: Readonly<
    Record<string, Readonly<Record<string, readonly [ChangedValue, ChangedValue] | ChangedValue | readonly string[]>>>
  >;
  /** Groups: `+INKOOP` joined, `-HRM` left, `*NIEUW` made. */
  readonly groups?: readonly string[];
  /** Tokens that are removed, over all environments. */
  readonly tokens?: number;
  /** `CODE level field of HOLDER in ENVIRONMENT and ENVIRONMENT`: of these what the message tells. */
  readonly messages?: readonly string[];
  /** The user code as it is taken; told where it is not the one in the file. */
  readonly user?: string;
}

export interface Scenario {
  readonly name: string;
  /** The sentences of the manual and the headings of docs/rules.md that it proves. */
  readonly proves: readonly string[];
  /** What differs from base.yaml; `base: none` starts with an empty directory, `base: samples` with that of the samples. */
  readonly base?: 'none' | 'samples';
  readonly directory?: DirectoryPatch;
  /** By environment, the filter of whom it protects. */
  readonly protect?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly type?: ImportType;
  /** An act on users, in place of an import file. */
  readonly act?: Omit<ActRequest, 'environment'>;
  /** The same by file, where a file can: played as well, and both come to the same, also undone. Identity fields are kept. */
  readonly twin?: Pick<Scenario, 'import' | 'type' | 'empty'>;
  /** The import file as a table with `|`, or `file: NAME` beside the scenario. */
  readonly import?: string | { readonly file: string };
  /** Written as a workbook: numbers become number cells, `#N/A` an error cell. */
  readonly workbook?: boolean;
  readonly map?: Readonly<Record<string, string>>;
  /** By field: what the file's texts become; and the fields of which no other text counts. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly valuesOnly?: readonly string[];
  readonly fix?: Readonly<Record<string, string>>;
  readonly skip?: readonly string[];
  readonly ignore?: readonly string[];
  readonly defaults?: Partial<NewUserDefaults>;
  readonly empty?: Readonly<Partial<Record<FieldId, EmptyRule>>>;
  /** Checks, as a definition has them. */
  readonly checks?: readonly Check[];
  /** The overrides cannot be met: keys of the problems. Nothing is planned. */
  readonly refused?: readonly string[];
  readonly blank?: number;
  readonly rows?: Readonly<Record<number, RowNote>>;
  readonly summary?: Partial<Omit<RunSummary, 'outcomes' | 'codes'>>;
  /** `COUNT of ALLOWED`, with `, tripped`. A guard that is not told counts nothing; `rejected` is not told where it does not matter. */
  readonly guards?: Readonly<Partial<Record<GuardName, string>>>;
  /** Guards that are raised on purpose to apply the plan. */
  readonly raise?: GuardSettings;
  /** What somebody else does between plan and apply. */
  readonly meanwhile?: DirectoryPatch & { readonly remove?: readonly string[] };
  /** Why the plan is stale then: `row N: reason subject`, or without a row. Nothing is written. */
  readonly stale?: readonly string[];
  /** Rows of the second pass, which is applied as well. */
  readonly secondPass?: Readonly<Record<number, RowNote>>;
  /** Tokens to hand out again: `USER ENVIRONMENT application / device`. */
  readonly handOut?: readonly string[];
  /** What applying changed; nothing when absent. */
  readonly after?: DirectoryPatch;
}

export interface ScenarioFile extends Scenario {
  /** Its folder, relative to this one. */
  readonly place: string;
}

export async function readScenarios(): Promise<ScenarioFile[]> {
  const paths = (await readdir(SCENARIOS, { recursive: true })).filter((path) => path.endsWith('scenario.yaml')).sort();
  return Promise.all(
    paths.map(async (path) => ({ ...(await readYaml<Scenario>(path)), place: relative('.', dirname(path)) })),
  );
}

export async function readYaml<T>(path: string): Promise<T> {
  return parse(await readFile(join(SCENARIOS, path), 'utf8'), { merge: true }) as T;
}
