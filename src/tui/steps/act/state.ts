/** The form of an act: the users that it is about, and what it gives them. */
import type { ListedUser } from '../../../application/userUseCases.js';
import type { Act } from '../../../domain/acts.js';
import type { FieldId } from '../../../domain/fields.js';
import type { ActSubject } from '../../shell/destination.js';
import type { TextField } from '../../shell/textField.js';
import type { TypedSecret } from '../../shell/typedSecret.js';
import type { PickOption } from '../../shell/wizard.js';
import type { TextRef } from '../../../presentation/theme.js';

/** What is filled in besides the fields of the catalogue. */
export type EntryId = FieldId | 'environment' | 'scope' | 'groups' | 'into' | 'keepGroups' | 'system' | 'again';

/** What there is to choose from while a line is typed. */
export type Completed = 'group' | 'groups' | 'person' | 'user';

export interface TextEntry {
  readonly kind: 'text';
  readonly id: EntryId;
  readonly label: TextRef;
  readonly field: TextField;
  /** What the user has now: what is as it was is not sent. */
  readonly before: string;
  readonly completed?: Completed;
}

export interface ChoiceEntry {
  readonly kind: 'choice';
  readonly id: EntryId;
  readonly label: TextRef;
  readonly options: readonly PickOption[];
  readonly chosen: string;
  readonly before: string;
}

export interface SecretEntry {
  readonly kind: 'secret';
  readonly id: EntryId;
  readonly label: TextRef;
  readonly secret: TypedSecret;
}

export type Entry = TextEntry | ChoiceEntry | SecretEntry;

export interface Candidate {
  readonly code: string;
  readonly description: string;
}

export interface ActStep {
  readonly at: 'act';
  readonly act: Act;
  readonly subject: ActSubject;
  readonly entries: readonly Entry[];
  readonly cursor: number;
  readonly top: number;
  /** What goes on as the line at the cursor was begun; null where that is not looked up. */
  readonly candidates: readonly Candidate[] | null;
  /** Whether that is being looked up, and what was typed meanwhile. */
  readonly lookingUp: boolean;
  /** A plan that was made of this form, and that the next one takes the place of. */
  readonly planned: number | null;
  /** That plan waits for approval by somebody else. */
  readonly waits: boolean;
}

export function entryHere({ entries, cursor }: ActStep): Entry | undefined {
  return entries[cursor];
}

/** What an entry holds, as text; nothing for a secret. */
export function valueOf({ entries }: Pick<ActStep, 'entries'>, id: EntryId): string {
  const entry = entries.find((each) => each.id === id);
  if (entry?.kind === 'text') return entry.field.text.trim();
  return entry?.kind === 'choice' ? entry.chosen : '';
}

/** The environment that is acted in; empty where it is not chosen yet. */
export function environmentOf(step: Pick<ActStep, 'entries'>): string {
  return valueOf(step, 'environment');
}

/** Whether all users that a list shows are meant. */
export function isAboutAll(step: Pick<ActStep, 'entries'>): boolean {
  return valueOf(step, 'scope') === 'all';
}

/** The users that the act is about, as they are in its environment. */
export function usersIn({ subject }: Pick<ActStep, 'subject'>, environment: string): readonly ListedUser[] {
  return subject.accounts.flatMap(({ users }) =>
    users.filter((user) => !user.leftover && user.environment === environment),
  );
}
