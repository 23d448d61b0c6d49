/** What is asked and told of a run that goes to AFAS as a file, and of what came of it. */
import type { DeliveryFile, DeliveryForm, DeliveryNote } from '../domain/delivery/delivery.js';
import type { VerifiedChange, VerifiedState } from '../domain/delivery/verified.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import type { Run } from '../domain/run.js';
import type { TextRef } from '../language/index.js';
import type { DeliveryEncoding, OutputFiles, OutputTarget } from './ports/outputFiles.js';

export interface DeliverRequest {
  readonly run: number;
  /** The plan that was looked at, as in `ApplyRequest`. */
  readonly plan?: number;
  /** The import function that it is for; that of the plan unless told otherwise. */
  readonly as?: DeliveryFile | undefined;
  /** As KnUser messages rather than rows of a file: of what `as` says, where that is said. */
  readonly messages?: boolean;
  /** UTF-8 unless told otherwise. */
  readonly encoding?: DeliveryEncoding | undefined;
  /** Delivers again what was delivered. */
  readonly again?: boolean;
  /** Guards that are raised on purpose. */
  readonly guards?: GuardSettings;
  /** Milliseconds that a mirror may be old. */
  readonly maxAge?: number;
  /** As in `ApplyRequest`. */
  readonly reason?: string | undefined;
}

/** Where the file goes; what writes files is loaded where one is written. */
export interface DeliveryTarget {
  readonly target: OutputTarget;
  readonly outputFiles: () => Promise<OutputFiles>;
}

export interface DeliveredRun {
  readonly run: Run;
  readonly path: string;
  readonly as: DeliveryForm;
  /** It holds the UPNs that a run that was delivered leaves for a second import. */
  readonly isSecond: boolean;
  /** Rows of the file, or messages. */
  readonly rows: number;
  readonly refused: readonly DeliveryNote[];
  readonly told: readonly DeliveryNote[];
  /** Rows with letters beyond ASCII, and the user of the first. */
  readonly notAscii: { readonly rows: number; readonly first: string };
}

export interface VerifiedRun {
  /** Applied where all is so. */
  readonly run: Run;
  /** It became that now. */
  readonly isApplied: boolean;
  readonly counts: Readonly<Record<VerifiedState, number>>;
  /** In the order of the rows. */
  readonly changes: readonly VerifiedChange[];
  /** Users whose UPN waits for the second import, which keeps no run from being applied. */
  readonly waiting: readonly WaitingUpn[];
  /** When the mirror was read, where that was before the file was made: it tells nothing of the run. */
  readonly readBefore: string | null;
}

export interface WaitingUpn {
  readonly user: string;
  /** The one that waits. */
  readonly upn: string;
  /** The one that it has now; null for who is not there. */
  readonly found: string | null;
}

/** Whether a file is one of messages, which its name says. */
export function isOfMessages(path: string): boolean {
  return path.toLowerCase().endsWith('.jsonl');
}

/** A note as a text of its own, with the row and the user that it is about. */
export function noteText({ row, user, code, params }: DeliveryNote): TextRef {
  return { key: `delivery.${code}`, params: { ...params, place: `${row}, ${user}` } };
}

/** As for rejected rows: what was done was done, but not for all. */
export function exitOfDelivery({ summary }: Run, refused: number): 0 | 3 {
  return refused > 0 || summary.outcomes.rejected > 0 ? 3 : 0;
}
