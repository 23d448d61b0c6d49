/** What a database knows of what somebody is typing: hints alone, read and never written. */

/** At most so many of a kind are offered. */
export const MOST_HINTS = 50;

/** Runs that a command can do something with: a plan that is still valid, any plan, one that was applied, or all. */
export type RunsFor = 'waiting' | 'planned' | 'undecided' | 'delivered' | 'applied' | 'all';

export interface RunHint {
  readonly run: number;
  readonly environment: string;
  readonly status: 'planned' | 'delivered' | 'applied' | 'discarded' | 'expired';
  readonly kind: string;
  readonly parent: number | null;
  /** The name of its file, or of its act; empty where nothing is known of it. */
  readonly file: string;
  readonly act: string;
  /** Whom the act is about; empty where that is nobody, or several. */
  readonly user: string;
}

export interface CodeHint {
  readonly code: string;
  readonly name: string;
}

/**
 * Hints, in the order in which they are offered. Where there are more than `MOST_HINTS`, `more` is true and the first and
 * the last by their text are among them: what all of those begin with is what all that there are begin with.
 */
export interface Hints<Hint> {
  readonly found: readonly Hint[];
  readonly more: boolean;
}

/** What of a kind begins with what was typed, without regard to case; in one environment, or in all that are not removed. */
export interface HintQuery {
  readonly prefix: string;
  readonly environment?: string;
}

/** Whatever cannot be read throws. */
export interface CompletionValues {
  environments(): Promise<readonly CodeHint[]>;
  /** By number, the latest first. */
  runs(query: { readonly prefix: string; readonly which: RunsFor; readonly now: string }): Promise<Hints<RunHint>>;
  definitions(query: HintQuery): Promise<Hints<CodeHint>>;
  users(query: HintQuery): Promise<Hints<CodeHint>>;
  groups(query: HintQuery): Promise<Hints<CodeHint>>;
  persons(query: HintQuery): Promise<Hints<CodeHint>>;
  /** Numbers that a user code can be typed without. */
  participants(environment?: string): Promise<readonly string[]>;
}

/** Opens a path or a `postgres://` URL to read hints of; throws where it is not there, or not of this version. */
export type OpenCompletionValues = (target: string) => Promise<CompletionValues>;
