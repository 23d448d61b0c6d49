/** Texts of the wizard's screens about users: the list, one user, and the acts on them. */
import type { Texts } from './text.js';

export const userScreenTexts = {
  'wizard.step.users': { nl: 'Gebruikers', en: 'Users' },
  'wizard.users.everywhere': { nl: 'alle omgevingen', en: 'all environments' },
  'wizard.users.count': { nl: '{shown} {count|gebruiker|gebruikers}', en: '{shown} {count|user|users}' },
  'wizard.users.countOf': { nl: '{shown} van {total}', en: '{shown} of {total}' },
  'wizard.users.chosen': { nl: '{shown} gekozen', en: '{shown} chosen' },
  'wizard.users.place': { nl: '{place} van {total}', en: '{place} of {total}' },
  'wizard.users.user': { nl: 'Gebruiker', en: 'User' },
  'wizard.users.name': { nl: 'Naam', en: 'Name' },
  'wizard.users.email': { nl: 'E-mail', en: 'E-mail' },
  'wizard.users.environments': { nl: 'Omgevingen', en: 'Environments' },
  'wizard.users.none': {
    nl: 'Er zijn nog geen gebruikers.',
    en: 'There are no users yet.',
  },
  'wizard.users.noMatch': { nl: 'Geen gebruiker past bij het filter.', en: 'No user matches the filter.' },
  'wizard.users.person': { nl: 'persoon {person}', en: 'person {person}' },
  'wizard.users.groups': { nl: 'groepen {groups}', en: 'groups {groups}' },
  'wizard.users.noGroups': { nl: 'geen groepen', en: 'no groups' },
  'wizard.users.noAccess': { nl: 'geen rechten', en: 'no access' },
  'wizard.users.active': { nl: 'actief', en: 'active' },
  'wizard.users.blocked': { nl: 'geblokkeerd', en: 'blocked' },
  'wizard.users.blockedIn': { nl: 'geblokkeerd in {environments}', en: 'blocked in {environments}' },
  'wizard.users.system': { nl: 'systeemgebruiker', en: 'system user' },
  'wizard.users.leftoverIn': {
    nl: 'achtergebleven in {environments}, een verwijderde omgeving',
    en: 'left over in {environments}, a removed environment',
  },
  'wizard.users.differsIn': { nl: 'verschilt in {fields}', en: 'differs in {fields}' },
  'wizard.users.lastChange': {
    nl: 'laatst gewijzigd {at} door {operator} (run {run}: {what})',
    en: 'last changed {at} by {operator} (run {run}: {what})',
  },
  'wizard.users.neverChanged': {
    nl: 'geen run heeft deze gebruiker gewijzigd',
    en: 'no run changed this user',
  },
  'wizard.users.pickEnvironment': { nl: 'Gebruikers van welke omgeving?', en: 'Users of which environment?' },
} as const satisfies Texts;
