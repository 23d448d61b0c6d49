/** What outcomes and levels are called in a filter, in Dutch and in English: the words by which people are told of them. */
import type { MessageLevel } from '../messages.js';
import type { Outcome } from '../outcomes.js';

type Names = readonly [nl: string, en: string];

export const OUTCOME_NAMES: Readonly<Record<Outcome, Names>> = {
  create: ['nieuw', 'create'],
  update: ['wijzigen', 'update'],
  block: ['blokkeren', 'block'],
  unblock: ['deblokkeren', 'unblock'],
  rename: ['hernoemen', 'rename'],
  password: ['wachtwoord', 'password'],
  delete: ['verwijderen', 'delete'],
  unchanged: ['ongewijzigd', 'unchanged'],
  rejected: ['afgekeurd', 'rejected'],
  excluded: ['weggelaten', 'excluded'],
};

export const LEVEL_NAMES: Readonly<Record<MessageLevel, Names>> = {
  error: ['fout', 'error'],
  warning: ['waarschuwing', 'warning'],
  notice: ['melding', 'notice'],
};
