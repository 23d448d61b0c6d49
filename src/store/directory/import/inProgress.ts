/** What the parts of an import share while it is written. */
import type { GivenUser } from '../../../application/directoryJson.js';
import type { DirectoryFaults } from '../../../application/ports/directoryFaults.js';
import type { DirectoryList, Environment } from '../../../domain/directory.js';
import { freezeGuard } from '../../../domain/guards/freeze.js';
import { caseKey, normaliseText } from '../../../domain/sourceRow.js';
import type { Connection } from '../../connection/connection.js';
import type { Condition } from '../../users/userFilterSql.js';

/** Things that are handled with one statement of each kind. */
export const PART = 2000;

/** An environment that things of the import are in. */
export interface ImportedEnvironment extends Environment {
  /** It was there before this import. */
  readonly stood: boolean;
}

/** A user that is given, in an environment that there is. */
export interface PlacedUser {
  readonly given: GivenUser;
  /** Position in the list. */
  readonly at: number;
  readonly environment: ImportedEnvironment;
  readonly environmentId: number;
  readonly code: string;
}

/** A UPN that a user gets, and that it did not hold. */
export interface GivenUpn {
  /** Position of the user in the list. */
  readonly at: number;
  readonly upn: string;
  readonly upnKey: string;
  readonly user: string;
  readonly userKey: string;
  readonly environment: ImportedEnvironment;
}

export class ImportInProgress {
  /** By the key of their code. */
  readonly environments = new Map<string, ImportedEnvironment>();
  readonly givenUpns: GivenUpn[] = [];
  private readonly frozen = new Map<string, boolean>();

  constructor(
    readonly connection: Connection,
    readonly faults: DirectoryFaults,
    /** Throws `UserError` when somebody stopped the import. */
    readonly goOn: () => void,
    private readonly at: Date,
    /** By the number of their environment, users who were protected before; none where nobody is. */
    readonly protectedUsers: ReadonlyMap<number, Condition>,
  ) {}

  /** The environment with this code; where there is none, that is a fault, and the thing is skipped. */
  environmentOf(code: string, list: DirectoryList, at: number): ImportedEnvironment | undefined {
    const found = this.environments.get(caseKey(normaliseText(code)));
    if (!found) this.faults.add('directory.fault.unknownEnvironment', list, at, 'environment', { environment: code });
    return found;
  }

  /** Whether a freeze stops a plan that changes, or makes, somebody there. Found once: which day it is in a zone takes long. */
  isFrozen(environment: ImportedEnvironment, creates: boolean): boolean {
    // A removed one has users whom nobody looks after.
    if (environment.deleted) return false;
    const key = `${environment.id} ${creates}`;
    const known = this.frozen.get(key);
    if (known !== undefined) return known;
    const guard = freezeGuard(environment, { users: 1, creates: creates ? 1 : 0 }, this.at);
    this.frozen.set(key, guard?.tripped === true);
    return guard?.tripped === true;
  }
}

/** Counts things as they are handled. */
export class Counter {
  created = 0;
  changed = 0;
  same = 0;
}

/** Tells of things that are given twice in one list: which of the two counts is not certain. */
export class Doubles {
  private readonly seen = new Set<string>();

  constructor(
    private readonly faults: DirectoryFaults,
    private readonly list: DirectoryList,
  ) {}

  /** Whether this key came before; the fault names its second place. */
  isDouble(key: string, at: number, code: string): boolean {
    if (!this.seen.has(key)) {
      this.seen.add(key);
      return false;
    }
    this.faults.add('directory.fault.twice', this.list, at, '', { code });
    return true;
  }
}
