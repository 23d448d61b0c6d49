/** Connections to live environments, as they are made: what is asked for, and what was found. Kept by `src/afas`. */
import type { ConnectedList, ConnectionSettings, SecretPlace } from '../../domain/connection.js';

/** A secret that was typed, and the file that is to be made of it. */
export interface TypedPlace {
  readonly file: string;
  readonly typed: string;
}

/** What somebody says of a connection; the rest follows from what the live environment has. */
export interface ConnectionRequest {
  readonly url: string;
  /** Paths as they were typed. */
  readonly secret: SecretPlace | TypedPlace;
  /** Absent where the secret is an AfasToken. */
  readonly clientId?: string;
  /** Connectors that are not the usual ones; null for a list that is not to be read. */
  readonly connectors?: Readonly<Partial<Record<ConnectedList, string | null>>>;
  /** Fields of connectors by `LIST.FIELD` (`CONNECTED_FIELDS`); empty for one that is not to be known. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** A connection that was tried. */
export interface CheckedConnection {
  readonly settings: ConnectionSettings;
  /** Fields of users that nothing tells: they stay unknown. */
  readonly unknown: readonly string[];
  /** When the token ends, as the environment says it; null where it does not. */
  readonly tokenExpiry: string | null;
}

export interface LiveConnections {
  /**
   * Asks a live environment who it is and what its connectors give; nothing is written there. Throws `UserError`:
   * wrongUse for what was asked wrongly (address, secret, another environment, a connector or field that is not
   * there), failure where the environment does not answer or refuses. A secret that was typed is in a file after it, and only
   * where all else was right.
   */
  check(environment: string, request: ConnectionRequest, signal?: AbortSignal): Promise<CheckedConnection>;
}

/** The secret itself. Throws `UserError` before anything is read that others than its owner could read as well. */
export type ReadSecret = (place: SecretPlace) => Promise<string>;

/** Makes a file of its owner's alone of a secret; answers its absolute path. Throws `UserError` where that cannot be. */
export type KeepSecret = (file: string, secret: string) => Promise<string>;
