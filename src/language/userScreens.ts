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
  'wizard.users.filter': { nl: 'Filter:', en: 'Filter:' },
  'wizard.users.nothingToComplete': { nl: 'Hier is niets aan te vullen.', en: 'There is nothing to complete here.' },
  'wizard.users.fault.empty': { nl: 'het filter is leeg', en: 'the filter is empty' },
  'wizard.users.fault.nothing': {
    nl: 'achter {term} ontbreekt waar je naar zoekt',
    en: 'what to look for is missing behind {term}',
  },
  'wizard.users.fault.unknownField': { nl: '{term}: er is geen veld dat zo heet', en: '{term}: no field is called so' },
  'wizard.users.fault.notYesNo': { nl: '{term} is ja of nee', en: '{term} is yes or no' },
  'wizard.users.fault.unknownValue': {
    nl: '{term}: dat is er niet; Tab toont wat er is',
    en: '{term}: there is no such thing; Tab shows what there is',
  },
  'wizard.users.fault.quote': {
    nl: '{term}: zet de hele waarde tussen aanhalingstekens',
    en: '{term}: put quotes around the whole value',
  },
  'wizard.users.pickEnvironment': { nl: 'Gebruikers van welke omgeving?', en: 'Users of which environment?' },

  // One user.
  'wizard.step.user': { nl: 'Gebruiker', en: 'User' },
  'wizard.user.nobody': { nl: 'Er is geen gebruiker {user} (meer).', en: 'There is no user {user} (any more).' },

  // The form of an act.
  'wizard.step.act': { nl: 'Handeling', en: 'Act' },
  'wizard.act.pick': { nl: 'Welke handeling?', en: 'Which act?' },
  'wizard.act.planning': { nl: 'Handeling plannen…', en: 'Planning the act…' },
  'wizard.act.add': { nl: 'Nieuwe gebruiker', en: 'New user' },
  'wizard.act.set': { nl: 'Gegevens wijzigen', en: 'Change values' },
  'wizard.act.block': { nl: 'Blokkeren', en: 'Block' },
  'wizard.act.unblock': { nl: 'Deblokkeren', en: 'Unblock' },
  'wizard.act.rename': { nl: 'Andere gebruikerscode', en: 'New user code' },
  'wizard.act.password': { nl: 'Nieuw wachtwoord', en: 'New password' },
  'wizard.act.join': { nl: 'In een groep zetten', en: 'Join a group' },
  'wizard.act.leave': { nl: 'Uit een groep halen', en: 'Leave a group' },
  'wizard.act.link': { nl: 'Aan een persoon koppelen', en: 'Link to a person' },
  'wizard.act.accept': { nl: 'AFAS Accept aan of uit', en: 'AFAS Accept on or off' },
  'wizard.act.merge': { nl: 'Samenvoegen met een andere gebruiker', en: 'Merge into another user' },
  'wizard.act.delete': { nl: 'Verwijderen', en: 'Delete' },
  'wizard.act.add-system': { nl: 'Nieuwe systeemgebruiker', en: 'New system user' },
  'wizard.act.make-ordinary': { nl: 'Systeemgebruiker gewoon maken', en: 'Make a system user ordinary' },
  'wizard.act.about.add': {
    nl: 'Wat leeg blijft komt van de gekoppelde gebruikers, als die er zijn. De UPN wacht op de tweede import.',
    en: 'What stays empty comes from linked users, where there are any. The UPN waits for the second import.',
  },
  'wizard.act.about.set': {
    nl: 'Alleen wat je wijzigt verandert. Omschrijving, e-mail en UPN gaan mee naar gekoppelde gebruikers.',
    en: 'Only what you change becomes otherwise. Description, e-mail and UPN follow to linked users.',
  },
  'wizard.act.about.block': {
    nl: 'Kan hier niet meer inloggen, en gaat uit alle groepen behalve Iedereen, tenzij je dat anders kiest.',
    en: 'Can log in here no more, and leaves all groups but Iedereen, unless you choose otherwise.',
  },
  'wizard.act.about.unblock': {
    nl: 'Kan hier weer inloggen. Groepen komen niet vanzelf terug.',
    en: 'Can log in here again. Groups do not come back by themselves.',
  },
  'wizard.act.about.rename': {
    nl: 'Inloggen gaat met de nieuwe code, ook bij gekoppelde gebruikers; tokens vervallen.',
    en: 'Logging in goes with the new code, for linked users too; tokens are removed.',
  },
  'wizard.act.about.password': {
    nl: 'Ten minste 12 tekens. Het gaat mee naar gekoppelde gebruikers, en is nergens te zien.',
    en: 'At least 12 characters. It follows to linked users, and is shown nowhere.',
  },
  'wizard.act.about.join': {
    nl: 'De groep moet er zijn. Meer groepen: een komma ertussen.',
    en: 'The group has to be there. More groups: a comma between them.',
  },
  'wizard.act.about.leave': {
    nl: 'Alleen deze groep; de andere blijven.',
    en: 'This group alone; the others stay.',
  },
  'wizard.act.about.link': {
    nl: 'De persoon moet er zijn in deze omgeving; een andere koppeling vervalt.',
    en: 'The person has to be there in this environment; another link ends.',
  },
  'wizard.act.about.accept': {
    nl: 'Of de gebruiker AFAS Accept mag gebruiken.',
    en: 'Whether the user may use AFAS Accept.',
  },
  'wizard.act.about.merge': {
    nl: 'De ander krijgt de groepen van deze gebruiker, in elke omgeving van deze soort waar beide zijn; deze gebruiker wordt daar verwijderd.',
    en: 'The other one gets the groups of this user, in every environment of this type where both are; this user is deleted there.',
  },
  'wizard.act.about.delete': {
    nl: 'Alleen in deze omgeving, en alleen wie per vergissing is gemaakt: wie is gebruikt, kun je blokkeren.',
    en: 'In this environment alone, and only who was made by mistake: who was used can be blocked.',
  },
  'wizard.act.about.add-system': {
    nl: 'Een account voor een koppeling: zonder persoon, en zonder rechten tenzij je ze geeft. Een import raakt het nooit.',
    en: 'An account for a connection: without a person, and without access unless you give it. No import ever reaches it.',
  },
  'wizard.act.about.make-ordinary': {
    nl: 'Wordt een gewone gebruiker van deze persoon; imports raken de gebruiker vanaf dan wel.',
    en: 'Becomes an ordinary user of this person; imports reach the user from then on.',
  },
  'wizard.act.entry.field': { nl: '{nl}', en: '{en}' },
  'wizard.act.entry.environment': { nl: 'Omgeving', en: 'Environment' },
  'wizard.act.entry.scope': { nl: 'Voor wie', en: 'For whom' },
  'wizard.act.entry.groups': { nl: 'Groep', en: 'Group' },
  'wizard.act.entry.into': { nl: 'Samenvoegen met', en: 'Merge into' },
  'wizard.act.entry.keepGroups': { nl: 'In de groepen laten staan', en: 'Stays in their groups' },
  'wizard.act.entry.system': { nl: 'Ook systeemgebruikers', en: 'System users too' },
  'wizard.act.entry.again': { nl: 'Nog een keer', en: 'Once more' },
  'wizard.act.waits': {
    nl: 'Plan {run} blijft wachten op goedkeuring; het staat op het beginscherm.',
    en: 'Plan {run} goes on waiting for approval; it is on the first screen.',
  },
  'wizard.act.choose': { nl: '(kies)', en: '(choose)' },
  'wizard.act.chosen': { nl: '{count} gekozen gebruikers', en: '{count} chosen users' },
  'wizard.act.chosenHere': {
    nl: '{here} van {count} gekozen gebruikers; de anderen zijn niet in {environment}',
    en: '{here} of {count} chosen users; the others are not in {environment}',
  },
  'wizard.act.everybody': { nl: 'alle {count} gebruikers', en: 'all {count} users' },
  'wizard.act.allShown': { nl: 'alle {count} die het filter toont', en: 'all {count} that the filter shows' },
  'wizard.act.asItIs': { nl: '(laat staan)', en: '(leave as it is)' },
  'wizard.act.noCandidates': { nl: 'Niets begint zo.', en: 'Nothing begins like this.' },
  'wizard.act.noEnvironment': { nl: 'Kies eerst de omgeving.', en: 'Choose the environment first.' },
  'wizard.act.passwordsDiffer': {
    nl: 'De twee wachtwoorden zijn niet hetzelfde; typ het nog een keer.',
    en: 'The two passwords are not the same; type it once more.',
  },
  'wizard.act.noPassword': { nl: 'Typ het nieuwe wachtwoord.', en: 'Type the new password.' },
  'wizard.act.noGroup': { nl: 'Typ welke groep.', en: 'Type which group.' },
  'wizard.act.noUser': { nl: 'Typ een gebruikerscode.', en: 'Type a user code.' },
  'wizard.act.nothingChanged': { nl: 'Je hebt nog niets gewijzigd.', en: 'You changed nothing yet.' },
} as const satisfies Texts;
