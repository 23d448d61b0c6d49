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
    nl: 'personen, groepen, gebruikers; CSV of XLSX',
    en: 'persons, groups, users; CSV or XLSX',
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
  'wizard.step.environments': { nl: 'Omgevingen', en: 'Environments' },
  'wizard.environments.none': {
    nl: 'Er is nog geen omgeving. + voegt er een toe; l leest een JSON-bestand met de hele administratie in.',
    en: 'There is no environment yet. + adds one; l reads a JSON file with all of the administration.',
  },
  'wizard.environments.blocked': { nl: 'Geblokkeerd', en: 'Blocked' },
  'wizard.environments.askCode': {
    nl: 'Code van de nieuwe omgeving (zoals O12345AA):',
    en: 'Code of the new environment (such as O12345AA):',
  },
  'wizard.environments.askType': { nl: 'Van welke soort is {code}?', en: 'Of which type is {code}?' },
  'wizard.environments.askName': { nl: 'Naam van {code} (mag leeg):', en: 'Name of {code} (may be empty):' },
  'wizard.environments.askParticipant': { nl: 'Deelnemersnummer van {code}:', en: 'Participant number of {code}:' },
  'wizard.environments.noParticipant': {
    nl: 'Een deelnemersnummer bestaat alleen uit cijfers.',
    en: 'A participant number has digits only.',
  },
  'wizard.environments.askMinAdmins': {
    nl: 'Beheerders die {code} ten minste houdt:',
    en: 'Administrators that {code} keeps at least:',
  },
  'wizard.environments.noMinAdmins': { nl: 'Dat is geen aantal, zoals 1.', en: 'That is not a number, such as 1.' },
  'wizard.environments.askProtect': {
    nl: 'Beschermd in {code} (filter; leeg: niemand):',
    en: 'Protected in {code} (filter; empty: nobody):',
  },
  'wizard.environments.unknownValue': {
    nl: '{term}: die waarde is er niet',
    en: '{term}: there is no such value',
  },
  'wizard.environments.askLicences': {
    nl: 'Licenties van {code} (leeg: geen grens):',
    en: 'Licences of {code} (empty: no limit):',
  },
  'wizard.environments.noLicences': { nl: 'Dat is geen aantal, zoals 250.', en: 'That is not a number, such as 250.' },
  'wizard.environments.askFreeze': {
    nl: 'Dagen waarop {code} bevroren is (leeg: geen):',
    en: 'Days on which {code} is frozen (empty: none):',
  },
  'wizard.environments.noFreeze': {
    nl: 'Schrijf dagen als 2026-12-19..2027-01-04.',
    en: 'Write days as 2026-12-19..2027-01-04.',
  },
  'wizard.environments.askFreezeAllow': {
    nl: 'Wat mag in die dagen wel in {code}?',
    en: 'What goes through in {code} on those days?',
  },
  'wizard.environments.askTimeZone': {
    nl: 'Tijdzone van {code} (leeg: die van deze machine):',
    en: 'Time zone of {code} (empty: that of this machine):',
  },
  'wizard.environments.noTimeZone': {
    nl: 'Die tijdzone is er niet; een is Europe/Amsterdam.',
    en: 'There is no such time zone; one is Europe/Amsterdam.',
  },
  'wizard.environments.askRequireReason': {
    nl: 'Moet er in {code} bij elk plan een reden staan?',
    en: 'Does every plan in {code} need a reason?',
  },
  'wizard.environments.askApproval': {
    nl: 'Wie moet elk plan voor {code} goedkeuren?',
    en: 'Who has to approve every plan for {code}?',
  },
  'wizard.environments.askSetting': {
    nl: 'Wat wil je wijzigen aan {code}?',
    en: 'What do you want to change of {code}?',
  },
  'wizard.environments.remove': { nl: 'Omgeving verwijderen', en: 'Remove the environment' },
  'wizard.environments.askRemove': {
    nl: ' {environment} heeft {users} {users|gebruiker, die achterblijft|gebruikers, die achterblijven}. Verwijderen is niet terug te draaien, en de code kan niet opnieuw worden gebruikt. {environment} verwijderen? ',
    en: ' {environment} has {users} {users|user, who stays|users, who stay} behind. Removing it cannot be undone, and the code cannot be used again. Remove {environment}? ',
  },
  'wizard.environments.typeCode': { nl: 'Typ {code} om te verwijderen:', en: 'Type {code} to remove it:' },
  'wizard.environments.planned': {
    nl: 'Er is nog niets gewijzigd: dit is plan {run}.',
    en: 'Nothing was changed yet: this is plan {run}.',
  },
  'wizard.environments.leftovers': {
    nl: 'Deze omgeving is verwijderd; {shown} {users|gebruiker is|gebruikers zijn} achtergebleven.',
    en: 'This environment was removed; {shown} {users|user was|users were} left behind.',
  },
  'wizard.environments.participant': { nl: 'Deelnemersnummer {participant}', en: 'Participant number {participant}' },
  'wizard.step.lists': { nl: 'Lijsten inlezen', en: 'Read lists' },
  'wizard.lists.ask': {
    nl: 'Welk bestand? CSV of XLSX met één lijst, of JSON',
    en: 'Which file? CSV or XLSX with one list, or JSON',
  },
  'wizard.lists.askList': { nl: 'Wat staat er in {file}?', en: 'What does {file} hold?' },
  'wizard.lists.noEnvironment': {
    nl: 'Een lijst hoort bij een omgeving, en die is er nog niet: voeg er eerst een toe (Esc, dan o).',
    en: 'A list belongs to an environment, and there is none yet: add one first (Esc, then o).',
  },
  'wizard.lists.tried': { nl: '{file} zou dit inlezen:', en: '{file} would read this:' },
  'wizard.lists.triedIn': {
    nl: '{file} zou dit inlezen in {environment}:',
    en: '{file} would read this into {environment}:',
  },
  'wizard.lists.notYet': {
    nl: 'Er is nog niets geschreven. Wat in het bestand niet genoemd wordt, blijft zoals het is.',
    en: 'Nothing was written yet. What the file does not name stays as it is.',
  },
  'wizard.ask.readDirectory': {
    nl: ' {file} inlezen? Dit is geen plan en is niet terug te draaien. ',
    en: ' Read {file}? This is no plan, and cannot be undone. ',
  },
  'wizard.ask.readList': {
    nl: ' {file} inlezen in {environment}? Dit is geen plan en is niet terug te draaien. ',
    en: ' Read {file} into {environment}? This is no plan, and cannot be undone. ',
  },
  'wizard.lists.unknownColumn': {
    nl: 'kolom {column} is niet bekend: x leest de lijst zonder',
    en: 'column {column} is not known: x reads the list without it',
  },
  'wizard.lists.done': {
    nl: 'Ingelezen: {persons} {persons|persoon|personen}, {groups} {groups|groep|groepen}, {users} {users|gebruiker|gebruikers}.',
    en: 'Read: {persons} {persons|person|persons}, {groups} {groups|group|groups}, {users} {users|user|users}.',
  },
  'wizard.home.waits.verify': { nl: 'controleren', en: 'verify' },
  'wizard.home.waits.applying': { nl: 'uitvoeren', en: 'apply' },
} as const satisfies Texts;
