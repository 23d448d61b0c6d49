/** How guards are set: on purpose with flags, by a definition, or as an environment's defaults. */
import type { IdentityField } from '../fields.js';
import type { Limit } from './guard.js';

export interface GuardSettings {
  readonly acceptEmptyCode?: boolean;
  readonly allowClear?: readonly IdentityField[];
  readonly maxClears?: Limit;
  readonly maxBlocks?: Limit;
  readonly maxRenames?: Limit;
  readonly maxRejected?: Limit;
  readonly maxCreates?: Limit;
  readonly maxUpdates?: Limit;
  readonly maxAbsent?: Limit;
  readonly acceptShrunk?: boolean;
  /** Of an environment alone: active administrators that it keeps at least. */
  readonly minAdmins?: number;
  /** Checks, by name, that may hold for rows. */
  readonly acceptChecks?: readonly string[];
  /** Given on purpose: whatever is frozen at that moment is changed all the same. */
  readonly duringFreeze?: true;
  /** Kept with a plan: the freezes that it goes through, by name. */
  readonly freezes?: readonly string[];
}

/** Whether there is anything among limits that are given on purpose. */
export function raisesLimits(given: GuardSettings): boolean {
  return Object.keys(given).length > 0;
}

/** The settings that are a limit. */
export type LimitSetting = Extract<keyof GuardSettings, `max${string}`>;

/** Settings with others over them; a check that is accepted stays so, and a freeze that is raised. */
export function withGuards(settings: GuardSettings, over: GuardSettings): GuardSettings {
  const both = (names: 'acceptChecks' | 'freezes'): readonly string[] => [
    ...new Set([...(settings[names] ?? []), ...(over[names] ?? [])]),
  ];
  const [acceptChecks, freezes] = [both('acceptChecks'), both('freezes')];
  return {
    ...settings,
    ...over,
    ...(acceptChecks.length > 0 && { acceptChecks }),
    ...(freezes.length > 0 && { freezes }),
  };
}

/** What a freeze is known by: one of other days is another. */
export function freezeName(environment: string, days: string): string {
  return `${environment} ${days}`;
}
