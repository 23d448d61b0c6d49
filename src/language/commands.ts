/** Help: what every command and flag does. Keys: `command.` and its words, `flag.` and its name, `argument.`. */
import type { Texts } from './text.js';

export const COMMANDS = {
  'command.instroom': {
    nl: 'Importeert gebruikers in de omgevingen van een administratie. Zonder opdracht opent de wizard.',
    en: 'Imports users into the environments of an administration. Without a command, the wizard opens.',
  },
  'command.import': {
    nl: 'Importeert een bestand: de wizard, of met --yes in één keer',
    en: 'Import a file: the wizard, or at once with --yes',
  },
  'command.plan': {
    nl: 'Maakt een plan en bewaart het; schrijft verder niets',
    en: 'Make a plan and store it; write nothing else',
  },
  'command.show': { nl: 'Toont een plan of een uitgevoerde run', en: 'Show a plan, or a run that was applied' },
  'command.mend': { nl: 'Herstel cellen van een plan', en: 'Mend cells of a plan' },
  'argument.cells': {
    nl: 'veld of kolom, en wat er in de cel hoort',
    en: 'a field or column, and what belongs in the cell',
  },
  'command.exclude': { nl: 'Laat rijen weg uit een plan', en: 'Leave rows out of a plan' },
  'command.include': {
    nl: 'Neemt weggelaten rijen terug in een plan',
    en: 'Take rows back that were left out of a plan',
  },
  'command.approve': { nl: 'Keurt het plan van een ander goed', en: 'Approve the plan of somebody else' },
  'command.apply': { nl: 'Voert een plan uit', en: 'Apply a plan' },
  'command.discard': { nl: 'Gooit een plan weg', en: 'Discard a plan' },
  'command.second-pass': {
    nl: 'Maakt het plan van de tweede import: de UPN van nieuwe gebruikers van een run',
    en: 'Make the plan of the second import: the UPN of new users of a run',
  },
  'command.undo': { nl: 'Maakt een plan dat een run terugdraait', en: 'Make a plan that puts back what a run changed' },
  'command.rejected': {
    nl: 'Schrijft de afgekeurde rijen naar een bestand, met de reden',
    en: 'Write the rejected rows to a file, with the reasons',
  },
  'command.report': {
    nl: 'Schrijft een verslag van alle rijen (.xlsx, .csv, .md of .html)',
    en: 'Write a report of all rows (.xlsx, .csv, .md or .html)',
  },
  'command.tokens': {
    nl: 'Toont de tokens die opnieuw moeten worden uitgedeeld',
    en: 'Show the tokens that have to be handed out again',
  },
  'command.audit': { nl: 'Toont wie wat deed, of probeerde', en: 'Show who did what, or tried to' },
  'command.history': { nl: 'Toont alle runs, de laatste eerst', en: 'Show all runs, the latest first' },
  'command.history prune': {
    nl: 'Verwijdert de persoonsgegevens van oude runs',
    en: 'Remove the personal data of old runs',
  },
  'command.user': { nl: 'Gebruikers, een voor een', en: 'Users, one at a time' },
  'command.user list': {
    nl: 'Toont gebruikers, van een omgeving of met een filter',
    en: 'Show users, of an environment or by a filter',
  },
  'command.user show': {
    nl: 'Toont een gebruiker in elke omgeving, en wat er gebeurde',
    en: 'Show a user in every environment, and what happened',
  },
  'command.user add': { nl: 'Voegt een gebruiker toe', en: 'Add a user' },
  'command.user set': { nl: 'Wijzigt velden van een gebruiker', en: 'Change fields of a user' },
  'command.user block': { nl: 'Blokkeert een gebruiker', en: 'Block a user' },
  'command.user unblock': { nl: 'Deblokkeert een gebruiker', en: 'Unblock a user' },
  'command.user rename': { nl: 'Geeft een gebruiker een andere code', en: 'Give a user another code' },
  'command.user password': { nl: 'Geeft een gebruiker een ander wachtwoord', en: 'Give a user another password' },
  'command.user join': { nl: 'Zet een gebruiker in groepen', en: 'Put a user in groups' },
  'command.user leave': { nl: 'Haalt een gebruiker uit groepen', en: 'Take a user out of groups' },
  'command.user link': { nl: 'Koppelt een gebruiker aan een andere persoon', en: 'Link a user to another person' },
  'command.user accept': {
    nl: 'Geeft of ontneemt een gebruiker AFAS Accept',
    en: 'Give a user AFAS Accept, or take it away',
  },
  'command.user merge': { nl: 'Voegt een gebruiker samen met een andere', en: 'Merge a user into another one' },
  'command.user delete': {
    nl: 'Verwijdert een gebruiker die bij vergissing is aangemaakt',
    en: 'Delete a user that was made by mistake',
  },
  'command.user add-system': { nl: 'Voegt een systeemgebruiker toe', en: 'Add a system user' },
  'command.user make-ordinary': {
    nl: 'Maakt van een systeemgebruiker een gewone',
    en: 'Make an ordinary user of a system user',
  },
  'command.template': {
    nl: 'Schrijft een importsjabloon (.xlsx of .csv)',
    en: 'Write an import template (.xlsx or .csv)',
  },
  'command.definition': { nl: 'Bewaarde importdefinities', en: 'Saved import definitions' },
  'command.definition save': { nl: 'Bewaart een importdefinitie', en: 'Save an import definition' },
  'command.definition list': {
    nl: 'Toont de importdefinities, de laatst gebruikte eerst',
    en: 'Show the import definitions, the last used first',
  },
  'command.definition show': { nl: 'Toont een importdefinitie', en: 'Show an import definition' },
  'command.definition delete': { nl: 'Verwijdert een importdefinitie', en: 'Delete an import definition' },
  'command.definition export': {
    nl: 'Schrijft een importdefinitie naar een leesbaar bestand',
    en: 'Write an import definition to a readable file',
  },
  'command.definition import': { nl: 'Leest een importdefinitie in', en: 'Read an import definition' },
  'command.definition test': {
    nl: 'Toont voor welke rijen van een bestand de controles gelden',
    en: 'Show for which rows of a file the checks hold',
  },
  'command.demo': { nl: 'De demo', en: 'The demo' },
  'command.env': { nl: 'Omgevingen', en: 'Environments' },
  'command.env add': { nl: 'Voegt een omgeving toe', en: 'Add an environment' },
  'command.env set': { nl: 'Wijzigt een omgeving of haar bewaking', en: 'Change an environment or its guards' },
  'command.env list': { nl: 'Toont de omgevingen', en: 'Show the environments' },
  'command.env remove': {
    nl: 'Verwijdert een omgeving; haar gebruikers blijven achter',
    en: 'Remove an environment; its users stay behind',
  },
  'command.env connect': {
    nl: 'Verbindt een omgeving met AFAS; er wordt daar alleen gelezen',
    en: 'Connect an environment to AFAS, where nothing but reading is done',
  },
  'command.env disconnect': {
    nl: 'Verbreekt die verbinding; de gebruikers blijven staan',
    en: 'End that connection; the users stay as they are',
  },
  'command.env pull': {
    nl: 'Haalt op hoe een verbonden omgeving nu is',
    en: 'Read how a connected environment is now',
  },
  'command.env drift': {
    nl: 'Toont gekoppelde gebruikers die per omgeving verschillen',
    en: 'Show linked users that differ between environments',
  },
  'command.leftover': {
    nl: 'Achterblijvers van verwijderde omgevingen',
    en: 'Users left behind in removed environments',
  },
  'command.leftover list': { nl: 'Toont de achterblijvers', en: 'Show the users that were left behind' },
  'command.leftover clear-upn': {
    nl: 'Wist de UPN van een achterblijver',
    en: 'Clear the UPN of a user that was left behind',
  },
  'command.directory': { nl: 'De hele administratie als JSON', en: 'The whole directory as JSON' },
  'command.directory export': {
    nl: 'Schrijft omgevingen, personen, groepen en gebruikers als JSON',
    en: 'Write environments, persons, groups and users as JSON',
  },
  'command.directory import': {
    nl: 'Leest zulke JSON in, of een lijst (--as): voegt toe, en wijzigt wat genoemd is',
    en: 'Read such JSON, or a list (--as): adds, and changes what is named',
  },
  'command.db': { nl: 'De database', en: 'The database' },
  'command.db check': { nl: 'Controleert of de database klopt', en: 'Check that the database is sound' },
  'command.db migrate': {
    nl: 'Werkt de database van een oudere Instroom bij, naast een kopie',
    en: 'Bring the database of an older Instroom up to date, beside a copy',
  },
  'command.db copy': { nl: 'Kopieert alles naar een andere database', en: 'Copy everything to another database' },
  'command.version': {
    nl: 'Toont de versies van Instroom, zijn database, Node en SQLite',
    en: 'Show the versions of Instroom, its database, Node and SQLite',
  },
  'command.fields': {
    nl: 'Toont elk veld: namen, soort, en wat een lege cel doet',
    en: 'Show every field: names, type, and what an empty cell does',
  },
  'command.schema': {
    nl: 'Toont het JSON Schema van wat anderen lezen en schrijven',
    en: 'Show the JSON Schema of what others read and write',
  },
  'command.completion': {
    nl: 'Toont het script waarmee een shell opdrachten aanvult',
    en: 'Show the script by which a shell completes commands',
  },
  'argument.shell': { nl: 'bash, zsh of fish', en: 'bash, zsh or fish' },
  'completion.more': { nl: 'niet alles: {most} getoond, typ verder', en: 'not all: {most} shown, type on' },
  'argument.directoryFile': {
    nl: 'een administratie in JSON, of een lijst (CSV of XLSX); - leest standaardinvoer',
    en: 'a directory in JSON, or a list (CSV or XLSX); - reads standard input',
  },
  'argument.schema': { nl: 'waarvan, zoals "run" of "directory"', en: 'of what, such as "run" or "directory"' },
  'argument.file': { nl: 'het importbestand; - leest standaardinvoer', en: 'the import file; - reads standard input' },
  'argument.run': { nl: 'het nummer van een run', en: 'the number of a run' },
  'argument.code': { nl: 'de code van de omgeving', en: 'the code of the environment' },
  'argument.name': { nl: 'de naam', en: 'the name' },
  'argument.definitionFile': { nl: 'een geëxporteerde importdefinitie', en: 'an import definition that was exported' },
  'argument.user': { nl: 'de gebruikerscode, of de UPN', en: 'the user code, or the UPN' },
  'argument.userCode': {
    nl: 'de gebruikerscode; het deelnemersnummer mag weg',
    en: 'the user code; its participant number can be left out',
  },
  'argument.newUser': { nl: 'de nieuwe gebruikerscode', en: 'the new user code' },
  'argument.fields': {
    nl: 'een veld met zijn waarde; niets achter = maakt het leeg',
    en: 'a field with its value; nothing behind = empties it',
  },
  'argument.groups': { nl: 'codes van groepen', en: 'codes of groups' },
  'argument.person': { nl: 'de code van de persoon', en: 'the code of the person' },
  'argument.yesNo': { nl: 'ja of nee', en: 'yes or no' },
  'argument.into': { nl: 'de gebruiker die blijft', en: 'the user that stays' },
  'argument.type': { nl: 'user of mutation', en: 'user or mutation' },
  'flag.envs': { nl: 'Code van de omgeving, of van meer omgevingen', en: 'Code of the environment, or of several' },
  'flag.env': { nl: 'Code van de omgeving', en: 'Code of the environment' },
  'flag.type': {
    nl: 'Soort import: user (Gebruiker) of mutation (Gebruiker mutatie)',
    en: 'Kind of import: user (Gebruiker) or mutation (Gebruiker mutatie)',
  },
  'flag.environment-type': {
    nl: 'Soort omgeving; anders uit de eerste letter',
    en: 'Kind of environment; else by its first letter',
  },
  'flag.map': {
    nl: 'Koppelt een veld aan een kolom: "E-mail=Mail adres" of "upn=#4"',
    en: 'Map a field to a column: "E-mail=Mail address" or "upn=#4"',
  },
  'flag.fix': { nl: 'Vaste waarde op elke rij: "Profit=N"', en: 'Fixed value on every row: "Profit=N"' },
  'flag.default': {
    nl: 'Standaardwaarde van nieuwe gebruikers: "OutSite=J"',
    en: 'Default for new users: "OutSite=Y"',
  },
  'flag.empty': {
    nl: 'Wat een lege cel doet: "person=clear", "upn=keep"',
    en: 'What an empty cell does: "person=clear", "upn=keep"',
  },
  'flag.skip': { nl: 'Importeert een veld niet', en: 'Do not import a field' },
  'flag.ignore-column': { nl: 'Laat een kolom van het bestand weg', en: 'Leave a column of the file out' },
  'flag.definition': { nl: 'Gebruikt een bewaarde importdefinitie', en: 'Use a saved import definition' },
  'flag.format': { nl: 'Soort bestand; anders herkend', en: 'Format of the file; detected when not given' },
  'flag.delimiter': { nl: 'Scheidingsteken: één teken, of tab', en: 'Delimiter: one character, or tab' },
  'flag.encoding': {
    nl: 'Tekenset: utf-8, utf-16le, utf-16be, windows-1252, cp850, macintosh ...',
    en: 'Encoding: utf-8, utf-16le, utf-16be, windows-1252, cp850, macintosh ...',
  },
  'flag.sheet': { nl: 'Tabblad: naam of nummer', en: 'Sheet: its name or number' },
  'flag.no-header': { nl: 'Het bestand heeft geen kopregel', en: 'The file has no header' },
  'flag.widths': {
    nl: 'Kolombreedtes bij vaste breedte: 12,30,40',
    en: 'Column widths of a fixed width file: 12,30,40',
  },
  'flag.url': {
    nl: 'Adres van de webservices: https://12345.resttest.afas.online/ProfitRestServices',
    en: 'Address of the web services: https://12345.resttest.afas.online/ProfitRestServices',
  },
  'flag.secret-file': {
    nl: 'Bestand met één regel, dat alleen de eigenaar kan lezen: het geheim van de client, of zonder --client-id een AfasToken',
    en: 'File of one line that its owner alone can read: the secret of the client, or an AfasToken without --client-id',
  },
  'flag.secret-env': {
    nl: 'Variabele waar het geheim in staat, in plaats van een bestand',
    en: 'Variable that the secret is in, instead of a file',
  },
  'flag.client-id': { nl: 'Client-id van de app connector (OAuth)', en: 'Client id of the app connector (OAuth)' },
  'flag.users': {
    nl: 'GetConnector met gebruikers (standaard Profit_Users)',
    en: 'GetConnector of users (Profit_Users unless given)',
  },
  'flag.groups': {
    nl: 'GetConnector met alle groepen, of none (standaard de groepen van --memberships)',
    en: 'GetConnector of all groups, or none (those of --memberships unless given)',
  },
  'flag.memberships': {
    nl: 'GetConnector met wie in welke groep zit (standaard Profit_UserGroups)',
    en: 'GetConnector of who is in which group (Profit_UserGroups unless given)',
  },
  'flag.persons': {
    nl: 'GetConnector met personen, of none (standaard Profit_OrgPer)',
    en: 'GetConnector of persons, or none (Profit_OrgPer unless given)',
  },
  'flag.field': {
    nl: 'Veld van een connector dat iets geeft: users.email=Email_werk; leeg achter = is onbekend',
    en: 'Field of a connector that gives something: users.email=Email_werk; empty behind = is unknown',
  },
  'flag.max-age': {
    nl: 'Hoe lang geleden een omgeving mag zijn opgehaald, 3d of 12h (anders 1d)',
    en: 'How long ago an environment may have been pulled, 3d or 12h (else 1d)',
  },
  'flag.mirror-only': {
    nl: 'Wijzigt alleen wat hier staat van een verbonden omgeving',
    en: 'Change only what is kept here of a connected environment',
  },
  'flag.accept-shrunk': {
    nl: 'Neemt over wat minder dan half zoveel is als de vorige keer',
    en: 'Take what is less than half of the time before',
  },
  'flag.accept-empty-code': {
    nl: 'Staat lege mutatiecodes toe (code 0: blokkeren)',
    en: 'Accept empty mutation codes (code 0: block)',
  },
  'flag.allow-clear': { nl: 'Staat wissen toe: email,upn,description', en: 'Allow clearing: email,upn,description' },
  'flag.max-clears': {
    nl: 'Hoogstens zoveel waarden wissen: 25 of 10%',
    en: 'At most so many values cleared: 25 or 10%',
  },
  'flag.max-blocks': {
    nl: 'Hoogstens zoveel gebruikers blokkeren: 25 of 10%',
    en: 'At most so many users blocked: 25 or 10%',
  },
  'flag.max-renames': {
    nl: 'Hoogstens zoveel gebruikers hernoemen: 25 of 10%',
    en: 'At most so many users renamed: 25 or 10%',
  },
  'flag.max-rejected': {
    nl: 'Hoogstens zoveel rijen afgekeurd: 25 of 50%',
    en: 'At most so many rows rejected: 25 or 50%',
  },
  'flag.max-creates': {
    nl: 'Hoogstens zoveel nieuwe gebruikers: 25 of 10%',
    en: 'At most so many new users: 25 or 10%',
  },
  'flag.max-updates': {
    nl: 'Hoogstens zoveel gebruikers wijzigen: 25 of 10%',
    en: 'At most so many users changed: 25 or 10%',
  },
  'flag.max-absent': {
    nl: 'Hoogstens zoveel blokkeren die niet in het bestand staan: 25 of 10%',
    en: 'At most so many blocked who are not in the file: 25 or 10%',
  },
  'flag.min-admins': {
    nl: 'Zoveel actieve portalbeheerders blijven er ten minste, wat een plan ook doet',
    en: 'So many active portal administrators stay at least, whatever a plan does',
  },
  'flag.reason': { nl: 'Waarom: blijft bij de run staan', en: 'Why: kept with the run' },
  'flag.protect': {
    nl: 'Beschermt wie dit filter vindt: niet geblokkeerd, hernoemd, verwijderd, van wachtwoord veranderd of iets ontnomen',
    en: 'Protects whom this filter finds: not blocked, renamed, removed, given a password or deprived of anything',
  },
  'flag.unprotect': { nl: 'Beschermt niemand meer', en: 'Protect nobody any more' },
  'flag.licences': {
    nl: 'Hoogstens zoveel actieve gebruikers met toegang tot Profit; none: onbeperkt',
    en: 'At most so many active users with access to Profit; none: as many as there are',
  },
  'flag.freeze': {
    nl: 'Dagen waarop niets wordt doorgevoerd: 2026-12-19..2027-01-04; none: geen',
    en: 'Days on which nothing is applied: 2026-12-19..2027-01-04; none: no such days',
  },
  'flag.freeze-allow': {
    nl: 'Wat op die dagen wel mag: creates, nieuwe gebruikers',
    en: 'What may be done on those days: creates, new users',
  },
  'flag.time-zone': {
    nl: 'Waar die dagen beginnen en eindigen: Europe/Amsterdam; none: zoals op deze machine',
    en: 'Where those days begin and end: Europe/Amsterdam; none: as on this machine',
  },
  'flag.require-reason': { nl: 'Voert niets door zonder --reason', en: 'Apply nothing without --reason' },
  'flag.no-require-reason': { nl: 'Vraagt geen reden meer', en: 'Ask for no reason any more' },
  'flag.accept-shrunk-file': {
    nl: 'Blokkeert wie ontbreekt, ook als het bestand afgebroken kan zijn',
    en: 'Block who is missing, even if the file may be cut off',
  },
  'flag.absent': {
    nl: 'Wat er gebeurt met actieve gebruikers die geen rij noemt: none, block, block-keep-groups',
    en: 'What becomes of active users whom no row names: none, block, block-keep-groups',
  },
  'flag.absent-where': {
    nl: 'Alleen met deze filter: "env:T12345AA -group:EXTERN"',
    en: 'Only those whom this filter finds: "-group:EXTERN"',
  },
  'flag.rows-where': {
    nl: 'De rijen die deze filter vindt: "outcome:block -group:INKOOP"',
    en: 'The rows that this filter finds: "outcome:block -group:INKOOP"',
  },
  'flag.first': {
    nl: 'Voert eerst zoveel rijen uit; de andere worden opnieuw gepland',
    en: 'Apply so many rows first; the others are planned anew',
  },
  'flag.replace': {
    nl: 'Elke cel van een veld die precies dit is: "group:Fin=FINANCE"',
    en: 'Every cell of a field that is exactly this: "group:Fin=FINANCE"',
  },
  'flag.restore': {
    nl: 'Zet de cellen terug zoals het bestand ze heeft',
    en: 'Put the cells back as the file has them',
  },
  'flag.during-freeze': {
    nl: 'Wijzig een omgeving ook nu zij bevroren is; een plan onthoudt alleen wat op dat moment bevroren is',
    en: 'Change an environment though it is frozen now; a plan keeps this for what is frozen at that moment alone',
  },
  'flag.accept-check': {
    nl: 'Sta een controle uit de importdefinitie toe; zo vaak als nodig',
    en: 'Allow a check of the import definition; as often as needed',
  },
  'flag.values': {
    nl: 'Wat een waarde wordt: "Groep:Fin=FINANCE"; wat er niet staat, blijft',
    en: 'What a value becomes: "Groep:Fin=FINANCE"; what is not listed stays',
  },
  'flag.values-file': {
    nl: 'Hetzelfde uit een lijst met twee kolommen: Groep=groepen.csv',
    en: 'The same from a list of two columns: Groep=groups.csv',
  },
  'flag.values-only': {
    nl: 'Een waarde van dit veld die niet in de lijst staat, wordt afgekeurd',
    en: 'A value of this field that is not listed is rejected',
  },
  'flag.by': {
    nl: 'De rijen per soort wijziging, of per melding: change, message',
    en: 'The rows by kind of change, or by message: change, message',
  },
  'flag.kind': {
    nl: 'Alle rijen van deze soort, zoals show --by change die noemt',
    en: 'All rows of this kind, as show --by change calls it',
  },
  'flag.import-again': {
    nl: 'Ook als dezelfde inhoud al is geïmporteerd',
    en: 'Also if the same content was imported before',
  },
  'flag.expires': { nl: 'Dagen dat het plan geldig blijft (7)', en: 'Days that the plan stays valid (7)' },
  'flag.second-pass': {
    nl: 'Doet meteen de tweede import, met de UPN’s',
    en: 'Do the second import as well, with the UPNs',
  },
  'flag.exit-on-changes': {
    nl: 'Eindigt met 7 als er iets te doen is',
    en: 'End with 7 where there is something to do',
  },
  'flag.digest': {
    nl: 'De digest van het plan dat is bekeken (show RUN --json)',
    en: 'The digest of the plan that was looked at (show RUN --json)',
  },
  'flag.again': { nl: 'Maakt het plan van deze run opnieuw', en: 'Make the plan of this run anew' },
  'flag.where': {
    nl: 'In plaats van USER: alle gebruikers die aan dit filter voldoen',
    en: 'In place of USER: all users that match this filter',
  },
  'flag.group': { nl: 'Een groep om in te zetten; zo vaak als nodig', en: 'A group to join; as often as needed' },
  'flag.person': { nl: 'De persoon bij de gebruiker', en: 'The person of the user' },
  'flag.keep-groups': { nl: 'De gebruiker blijft in de groepen', en: 'The user stays in the groups' },
  'flag.system': { nl: 'Ook als het een systeemgebruiker is', en: 'Also if it is a system user' },
  'flag.password-file': { nl: 'Het bestand met het wachtwoord, één regel', en: 'The file with the password, one line' },
  'flag.rows': { nl: 'Toont de rijen', en: 'Show the rows' },
  'flag.outcome': { nl: 'Alleen rijen met deze uitkomst', en: 'Only rows with this outcome' },
  'flag.code': { nl: 'Alleen rijen met deze mutatiecode', en: 'Only rows with this mutation code' },
  'flag.message': { nl: 'Alleen rijen met deze melding', en: 'Only rows with this message' },
  'flag.row': { nl: 'Rijnummers: 12 of 12,15', en: 'Row numbers: 12 or 12,15' },
  'flag.output': {
    nl: 'Het bestand om te schrijven; - is standaarduitvoer',
    en: 'The file to write; - is standard output',
  },
  'flag.force': { nl: 'Vervangt een bestand dat er al is', en: 'Replace a file that is there already' },
  'flag.force-definition': { nl: 'Vervangt een andere importdefinitie', en: 'Replace another import definition' },
  'flag.only-envs': {
    nl: 'Alleen deze omgevingen: codes met komma’s, of de vlag vaker',
    en: 'These environments alone: codes with commas, or the flag more than once',
  },
  'flag.without-values': { nl: 'Laat oude en nieuwe waarden weg', en: 'Leave old and new values out' },
  'flag.as-format': {
    nl: 'Waarin het wordt geschreven, waar de naam dat niet zegt',
    en: 'What it is written as, where the name does not say',
  },
  'flag.after': { nl: 'Alleen wat na dit nummer kwam', en: 'Only what came after this number' },
  'flag.since': { nl: 'Vanaf een datum of tijdstip, of 7d', en: 'From a date or time on, or 7d' },
  'flag.status': { nl: 'Alleen runs met deze status', en: 'Only runs of this status' },
  'flag.limit': { nl: 'Hoogstens zoveel runs', en: 'At most so many runs' },
  'flag.run': { nl: 'Alleen over deze run', en: 'Only about this run' },
  'flag.user': { nl: 'Alleen over deze gebruiker', en: 'Only about this user' },
  'flag.login': { nl: 'Alleen van deze login', en: 'Only by this login' },
  'flag.head': {
    nl: 'Nummer en hash van het laatste record, om elders te bewaren',
    en: 'Number and hash of the last record, to be kept elsewhere',
  },
  'flag.older-than': { nl: 'Ouder dan zoveel dagen: 90d', en: 'Older than so many days: 90d' },
  'flag.dry-run': {
    nl: 'Telt wat er zou gebeuren, en schrijft niets',
    en: 'Count what would be done, and write nothing',
  },
  'flag.as': {
    nl: 'Het bestand is een lijst: persons, groups of users van de omgeving --env',
    en: 'The file is a list: persons, groups or users of the environment --env',
  },
  'flag.with-users': {
    nl: 'Vult het sjabloon met de gebruikers van de omgeving',
    en: 'Fill the template with the users of the environment',
  },
  'flag.align': {
    nl: 'Maakt een plan dat de anderen gelijktrekt met deze omgeving',
    en: 'Make a plan that brings the others in line with this environment',
  },
  'flag.name': { nl: 'Naam van de omgeving', en: 'Name of the environment' },
  'flag.participant': {
    nl: 'Deelnemersnummer; anders uit de code',
    en: 'Participant number; else taken from the code',
  },
  'flag.approval': {
    nl: 'none, of second-person: een ander keurt elk plan goed',
    en: 'none, or second-person: somebody else approves every plan',
  },
  'flag.from': { nl: 'De database om te lezen', en: 'The database to read' },
  'flag.to': { nl: 'De database om te vullen', en: 'The database to fill' },
  'flag.db': {
    nl: 'Database: een pad of postgres://... (ook INSTROOM_DB)',
    en: 'Database: a path or postgres://... (also INSTROOM_DB)',
  },
  'flag.json': { nl: 'Antwoordt met JSON', en: 'Answer in JSON' },
  'flag.yes': { nl: 'Stelt geen vragen', en: 'Ask no questions' },
  'flag.quiet': {
    nl: 'Zegt naast het antwoord alleen wat misging of geraden is',
    en: 'Tell beside the answer only what went wrong or was guessed',
  },
  'flag.progress': {
    nl: 'Meldt de voortgang op stderr als JSON: json',
    en: 'Tell the progress on stderr as JSON: json',
  },
  'flag.lang': { nl: 'Taal: nl of en', en: 'Language: nl or en' },
  'flag.no-color': { nl: 'Gebruikt geen kleuren', en: 'Use no colours' },
  'flag.help': { nl: 'Toont deze uitleg', en: 'Show this help' },
  'flag.version': { nl: 'Toont de versie', en: 'Show the version' },
  'help.usage': { nl: 'Gebruik:', en: 'Usage:' },
  'help.commands': { nl: 'Opdrachten:', en: 'Commands:' },
  'help.arguments': { nl: 'Argumenten:', en: 'Arguments:' },
  'help.flags': { nl: 'Vlaggen:', en: 'Flags:' },
  'help.command': { nl: 'opdracht', en: 'command' },
  'help.exit': {
    nl: 'Status: 0 klaar, 1 mislukt, 2 verkeerd gebruik, 3 rijen afgekeurd, 4 bewaakt of wacht op goedkeuring, 5 verouderd plan, 6 al geïmporteerd, 7 er is iets te doen, 8 database in gebruik, 130 onderbroken.',
    en: 'Exit status: 0 done, 1 failure, 2 wrong use, 3 rows rejected, 4 guarded or waiting for approval, 5 stale plan, 6 already imported, 7 something to do, 8 database in use, 130 interrupted.',
  },
} as const satisfies Texts;
