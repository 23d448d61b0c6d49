/** What a pull does with what a mirror has, counted. */
export const PULLED_LISTS = ['users', 'groups', 'memberships', 'persons'] as const;
export type PulledList = (typeof PULLED_LISTS)[number];

/** What a pull did, or would do, with the things of one kind. */
export interface PullCount {
  readonly created: number;
  readonly changed: number;
  /** In the mirror, and not in the live environment any more. */
  readonly gone: number;
  readonly same: number;
}
export type PullCounts = Readonly<Record<PulledList, PullCount>>;
