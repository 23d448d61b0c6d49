/** What both faces say of users: how one is in each environment, and what happened to it. */
import type { Texts } from './text.js';

export const USER_TEXTS = {
  'user.state': { nl: 'Toestand', en: 'State' },
  'user.active': { nl: 'actief', en: 'active' },
  'user.blocked': { nl: 'geblokkeerd', en: 'blocked' },
  'user.system': { nl: 'systeemgebruiker', en: 'system user' },
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
  'user.unknown': {
    nl: 'Er is geen gebruiker {user}. {program} user list toont wie er zijn.',
    en: 'There is no user {user}. {program} user list shows who there are.',
  },
  'filter.empty': {
    nl: 'Het filter is leeg. Velden: {fields}.',
    en: 'The filter is empty. Fields: {fields}.',
  },
  'filter.nothing': {
    nl: 'Filter: achter {term} staat niets om naar te zoeken. Velden: {fields}.',
    en: 'Filter: nothing to look for stands behind {term}. Fields: {fields}.',
  },
  'filter.unknownField': {
    nl: 'Filter: {term} noemt een veld dat er niet is. Velden: {fields}. Zoek je een tekst met een dubbele punt, zet die dan tussen dubbele aanhalingstekens.',
    en: 'Filter: {term} names a field that does not exist. Fields: {fields}. A text with a colon in it stands in double quotes.',
  },
  'filter.notYesNo': {
    nl: 'Filter: {term} moet ja of nee zijn, achter een dubbele punt. Velden: {fields}.',
    en: 'Filter: {term} has to be yes or no, behind a colon. Fields: {fields}.',
  },
  'filter.quote': {
    nl: 'Filter: in {term} staan de aanhalingstekens niet om de hele waarde. Velden: {fields}.',
    en: 'Filter: in {term} the quotes are not around the whole value. Fields: {fields}.',
  },
} as const satisfies Texts;
