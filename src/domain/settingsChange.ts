/** Settings of an environment, as they are and as somebody wants them: pure. */
import type { ConnectionSettings } from './connection.js';
import type { Approval, EnvironmentType } from './directory.js';
import { ENVIRONMENT_RULES, type EnvironmentRules } from './environmentRules.js';
import type { GuardSettings, LimitSetting } from './guards/guardSettings.js';
import type { Limit } from './guards/guard.js';

/** Settings by name. A limit that is null is the one that holds where nobody says otherwise. */
export interface SomeSettings extends Partial<EnvironmentRules> {
  readonly type?: EnvironmentType;
  readonly name?: string;
  readonly participant?: string;
  readonly approval?: Approval;
  readonly guards?: Readonly<Partial<Record<LimitSetting, Limit | null>> & { minAdmins?: number | null }>;
  /** Removed, with its users as leftovers. */
  readonly deleted?: boolean;
  /** Null for one that is connected to no live environment. */
  readonly connection?: ConnectionSettings | null;
}

/** All settings of an environment; of the guards, those that were set. */
export interface WholeSettings extends Required<Omit<SomeSettings, 'guards'>> {
  readonly guards: GuardSettings;
}

/** Both sides name the same settings, and only what differs. */
export interface SettingsChange {
  /** Code of the environment. */
  readonly environment: string;
  readonly old: SomeSettings;
  readonly new: SomeSettings;
}

const SETTINGS = ['type', 'name', 'participant', 'approval', 'deleted', 'connection', ...ENVIRONMENT_RULES] as const;

/** What `wanted` changes in the settings as they are; empty on both sides where it changes nothing. */
export function settingsChange(environment: string, now: WholeSettings, wanted: SomeSettings): SettingsChange {
  const names = SETTINGS.filter((name) => wanted[name] !== undefined && !isSame(wanted[name], now[name]));
  const limits = Object.entries(wanted.guards ?? {}) as [LimitSetting | 'minAdmins', Limit | null][];
  const changed = limits.filter(([name, limit]) => limit !== (now.guards[name] ?? null));
  const guards = (limitOf: (limit: (typeof limits)[number]) => Limit | null): Pick<SomeSettings, 'guards'> =>
    changed.length === 0
      ? {}
      : { guards: Object.fromEntries(changed.map((limit) => [limit[0], limitOf(limit)] as const)) };
  return {
    environment,
    old: { ...pick(now, names), ...guards(([name]) => now.guards[name] ?? null) },
    new: { ...pick(wanted, names), ...guards(([, limit]) => limit) },
  };
}

/** Whether the settings are still those that a change starts from. */
export function startsFrom(now: WholeSettings, { environment, old }: SettingsChange): boolean {
  return Object.keys(settingsChange(environment, now, old).new).length === 0;
}

/** The change that takes another one back. */
export function inverseOf(change: SettingsChange): SettingsChange {
  return { environment: change.environment, old: change.new, new: change.old };
}

/** A connection is written with its keys in one order; all else is a value of its own. */
function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function pick(from: SomeSettings, names: readonly (keyof SomeSettings)[]): SomeSettings {
  return Object.fromEntries(names.map((name) => [name, from[name]] as const));
}
