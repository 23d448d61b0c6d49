/** What does not fit in a directory that is imported: all of it is told at once, each with its place. */
import type { TextKey } from '../../language/index.js';
import type { DirectoryList } from '../directoryJson.js';
import { Stop, type ErrorParams, type StopKind } from '../errors.js';

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

export class DirectoryFaults {
  private readonly misfits = new Told();
  private readonly heldBack = new Told();
  private readonly guarded = new Set<string>();

  constructor(
    /** What the directory was read from, as it is told. */
    private readonly file = '',
    private placeOf: PlaceOf = placeInJson,
  ) {}

  /** Other places from here on: what was wrong in itself is not looked at again, so the rest moved up. */
  setPlaces(placeOf: PlaceOf): void {
    this.placeOf = placeOf;
  }

  /** Something about the thing at a position of a list, or about a part of it. */
  add(key: FaultKey, list: DirectoryList, at: number, field: string, params: ErrorParams = {}): void {
    this.addAt(key, this.placeOf(list, at, field), params);
  }

  addAt(key: FaultKey, place: Place, params: ErrorParams = {}): void {
    this.misfits.add({ key, params: { ...params, ...place } });
  }

  /** A user that would be changed in an environment where a second person has to see that. */
  holdBack(environment: string, user: string, list: DirectoryList, at: number): void {
    this.guarded.add(environment);
    this.heldBack.add({
      key: 'directory.fault.needsPlan',
      params: { user, environment, ...this.placeOf(list, at, '') },
    });
  }

  get any(): boolean {
    return this.misfits.count > 0;
  }

  /** Throws `Stop` that tells everything, where there is something: what does not fit before what has to be a plan. */
  throwIfAny(): void {
    if (this.misfits.count > 0) throw this.misfits.stop('wrongUse', 'directory.refused', { file: this.file });
    const environments = [...this.guarded].sort();
    if (environments.length > 0)
      throw this.heldBack.stop('guarded', 'directory.needsPlan', {
        environment: environments[0] ?? '',
        environments: environments.join(', '),
      });
  }
}

interface Detail {
  readonly key: FaultKey;
  readonly params: ErrorParams;
}

class Told {
  count = 0;
  private readonly first: Detail[] = [];

  add(detail: Detail): void {
    if (++this.count <= MOST_TOLD) this.first.push(detail);
  }

  stop(kind: StopKind, key: string, params: ErrorParams): Stop {
    const { count } = this;
    const more = count - this.first.length;
    const rest: Detail[] = more > 0 ? [{ key: 'directory.fault.more', params: { count: more } }] : [];
    return new Stop(kind, key, { ...params, count }, [...this.first, ...rest]);
  }
}
