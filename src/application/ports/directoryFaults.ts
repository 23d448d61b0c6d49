/** What does not fit in a directory that is imported: all of it is told at once, each with its place. */
import type { TextKey } from '../../language/index.js';
import { DIRECTORY_LISTS, type DirectoryList } from '../../domain/directory.js';
import type { GivenDirectory } from '../directoryJson.js';
import { UserError, type ErrorParams, type UserErrorKind } from '../userError.js';

/** Where something stands: `users[3].groups[0]`, or a row of a list with, where there is one, its column. */
export type Place =
  | { readonly place: string }
  | { readonly row: number; readonly column?: string }
  /** The file as a whole. */
  | Record<string, never>;

/** The place of the thing at a position (from 0) of a list, or of something in it: `access.profit`, `groups[0]`. */
export type PlaceOf = (list: DirectoryList, at: number, field: string) => Place;

export type FaultKey = Extract<TextKey, `directory.fault.${string}`>;

/** More would not be read, and a million rows can be wrong in every one. */
const MOST_TOLD = 50;

export const placeInJson: PlaceOf = (list, at, field) => ({
  place: `${list}[${at}]${field === '' ? '' : `.${field}`}`,
});

/** Why a user is changed by a plan alone, or by nothing. */
const HELD_BACK_FOR = ['needsPlan', 'frozen', 'protected'] as const;
type HeldBackFor = (typeof HELD_BACK_FOR)[number];

export class DirectoryFaults {
  private readonly misfits = new Told();
  private readonly heldBack = { needsPlan: new HeldBack(), frozen: new HeldBack(), protected: new HeldBack() };
  private keptUsers: readonly number[] | undefined;

  constructor(
    /** What the directory was read from, as it is told. */
    private readonly file = '',
    private readonly placeOf: PlaceOf = placeInJson,
  ) {}

  /** The users that are looked at from here on: their positions in what was given, where others were left out. */
  keepUsers(positions: readonly number[]): void {
    this.keptUsers = positions;
  }

  /** Something about the thing at a position of a list, or about a part of it. */
  add(key: FaultKey, list: DirectoryList, at: number, field: string, params: ErrorParams = {}): void {
    const given = this.givenAt(list, at);
    this.misfits.add({ key, params: { ...params, ...this.placeOf(list, given, field) } }, orderOf(list, given));
  }

  /** Something at a place of its own: about the whole of what is given, or a row of a list. */
  addAt(key: FaultKey, place: Place, params: ErrorParams = {}): void {
    this.misfits.add({ key, params: { ...params, ...place } }, 0);
  }

  /** A user that would be changed in an environment where a second person has to see that, or that is frozen; or one that it protects. */
  holdBack(why: HeldBackFor, environment: string, user: string, list: DirectoryList, at: number): void {
    const given = this.givenAt(list, at);
    const params = { user, environment, ...this.placeOf(list, given, '') };
    this.heldBack[why].environments.add(environment);
    this.heldBack[why].add({ key: 'directory.fault.needsPlan', params }, orderOf(list, given));
  }

  private givenAt(list: DirectoryList, at: number): number {
    return list === 'users' ? (this.keptUsers?.[at] ?? at) : at;
  }

  /** Throws `UserError` that tells everything, where there is something: what does not fit before what has to be a plan. */
  throwIfAny(): void {
    if (this.misfits.count > 0) throw this.misfits.stop('wrongUse', 'directory.refused', { file: this.file });
    for (const why of HELD_BACK_FOR) {
      const environments = [...this.heldBack[why].environments].sort();
      if (environments.length > 0)
        throw this.heldBack[why].stop('guarded', `directory.${why}`, {
          environment: environments[0] ?? '',
          environments: environments.join(', '),
        });
    }
  }
}

/** A directory from a file, with what is wrong in it as far as it can be told without the database. */
export interface ReadDirectory {
  readonly directory: GivenDirectory;
  readonly faults: DirectoryFaults;
}

interface Detail {
  readonly key: FaultKey;
  readonly params: ErrorParams;
}

/** Things are told as they stand in what was given. */
function orderOf(list: DirectoryList, at: number): number {
  return (DIRECTORY_LISTS.indexOf(list) + 1) * 1e9 + at;
}

class Told {
  count = 0;
  private readonly first: { readonly detail: Detail; readonly order: number }[] = [];

  /** A row of a list stands at that row. */
  add(detail: Detail, order: number): void {
    const row = detail.params['row'];
    if (++this.count <= MOST_TOLD) this.first.push({ detail, order: typeof row === 'number' ? row : order });
  }

  stop(kind: UserErrorKind, key: TextKey, params: ErrorParams): UserError {
    const { count } = this;
    const more = count - this.first.length;
    const rest: Detail[] = more > 0 ? [{ key: 'directory.fault.more', params: { count: more } }] : [];
    const told = this.first.sort((one, other) => one.order - other.order).map(({ detail }) => detail);
    return UserError.of(kind, { key, params: { ...params, count } }, [...told, ...rest]);
  }
}

class HeldBack extends Told {
  readonly environments = new Set<string>();
}
