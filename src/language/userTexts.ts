/** What both faces say of users: how one is in each environment, and what happened to it. */
import type { Texts } from './text.js';

export const USER_TEXTS = {
  'user.state': { nl: 'Toestand', en: 'State' },
  'user.active': { nl: 'actief', en: 'active' },
  'user.blocked': { nl: 'geblokkeerd', en: 'blocked' },
  'user.system': { nl: 'systeemgebruiker', en: 'system user' },
  'user.protected': { nl: 'beschermd', en: 'protected' },
  'user.gone': { nl: 'weg uit AFAS', en: 'gone from AFAS' },
  'user.leftover': { nl: 'achterblijver', en: 'leftover' },
  'user.access': { nl: 'Rechten', en: 'Access' },
  'user.tokens': { nl: 'Tokens', en: 'Tokens' },
  'user.history': { nl: 'Wat er gebeurde', en: 'What happened' },
  'user.noHistory': {
    nl: 'Geen uitgevoerde run heeft deze gebruiker gewijzigd.',
    en: 'No applied run changed this user.',
  },
  'user.created': { nl: 'aangemaakt', en: 'made' },
  'user.removed': { nl: 'verwijderd', en: 'removed' },
  'user.unblocked': { nl: 'gedeblokkeerd', en: 'unblocked' },
  'user.newPassword': { nl: 'nieuw wachtwoord', en: 'new password' },
} as const satisfies Texts;
