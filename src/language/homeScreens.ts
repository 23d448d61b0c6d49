/** Texts of the wizard's first screen, of its environments, and of lists that are read. */
import type { Texts } from './text.js';

export const homeScreenTexts = {
  'wizard.step.home': { nl: 'Start', en: 'Start' },
  'wizard.home.heading.place': { nl: 'Waar wil je verder?', en: 'Where do you want to go?' },
  'wizard.home.heading.first': { nl: 'Hoe wil je beginnen?', en: 'How do you want to begin?' },
  'wizard.home.heading.mine': { nl: 'Wacht op jou', en: 'Waits for you' },
  'wizard.home.heading.others': { nl: 'Wacht op een ander', en: 'Waits for somebody else' },
  'wizard.home.heading.run': { nl: 'Laatst uitgevoerd', en: 'Applied last' },
  'wizard.home.import': { nl: 'Importeren uit een bestand', en: 'Import from a file' },
  'wizard.home.users': { nl: 'Gebruikers', en: 'Users' },
  'wizard.home.environments': { nl: 'Omgevingen', en: 'Environments' },
  'wizard.home.history': { nl: 'Geschiedenis', en: 'History' },
  'wizard.home.demo': { nl: 'Eerst proberen in de demo', en: 'Try the demo first' },
  'wizard.home.firstEnvironment': { nl: 'De eerste omgeving toevoegen', en: 'Add the first environment' },
  'wizard.home.lists': { nl: 'Lijsten inlezen', en: 'Read lists' },
  'wizard.home.aboutDemo': {
    nl: 'een aparte database, die daarna wordt weggegooid',
    en: 'a database of its own, thrown away afterwards',
  },
  'wizard.home.aboutLists': {
    nl: 'personen, groepen en gebruikers: CSV, XLSX, JSON',
    en: 'persons, groups and users: CSV, XLSX, JSON',
  },
  'wizard.home.countUsers': {
    nl: '{users} in {count} {count|omgeving|omgevingen}',
    en: '{users} in {count} {count|environment|environments}',
  },
  'wizard.home.countBlocked': { nl: '{blocked} geblokkeerd', en: '{blocked} blocked' },
  'wizard.home.countEnvironments': { nl: '{count}', en: '{count}' },
  'wizard.home.countDrift': {
    nl: '{shown} {count|gekoppelde gebruiker verschilt|gekoppelde gebruikers verschillen}',
    en: '{shown} linked {count|user differs|users differ}',
  },
  'wizard.home.isDemo': {
    nl: 'Dit is een demo met verzonnen gebruikers: alles wat je hier doet wordt weggegooid als je stopt.',
    en: 'This is a demo with made-up users: all that you do here is thrown away when you quit.',
  },
  'wizard.home.writesTo': {
    nl: 'Deze database is nog leeg. Instroom schrijft alleen in zijn eigen database: in AFAS Profit zelf verandert er niets.',
    en: 'This database is empty. Instroom writes to its own database alone: nothing changes in AFAS Profit itself.',
  },
  'wizard.home.rows': { nl: '{shown} {rows|rij|rijen}', en: '{shown} {rows|row|rows}' },
  'wizard.home.waits.expired': { nl: 'verlopen', en: 'expired' },
  'wizard.home.waits.approval': { nl: 'goedkeuren (van {operator})', en: 'approve (by {operator})' },
  'wizard.home.waits.second-person': { nl: 'goedkeuring ({operator} plande)', en: 'approval (planned by {operator})' },
  'wizard.home.waits.decision': { nl: 'verdergaan', en: 'go on' },
  'wizard.home.waits.applying': { nl: 'uitvoeren', en: 'apply' },
} as const satisfies Texts;
