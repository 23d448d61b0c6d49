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
  'command.exclude': { nl: 'Laat rijen weg uit een plan', en: 'Leave rows out of a plan' },
  'command.approve': { nl: 'Keurt het plan van een ander goed', en: 'Approve the plan of somebody else' },
  'command.apply': { nl: 'Voert een plan uit', en: 'Apply a plan' },
  'command.discard': { nl: 'Verwerpt een plan', en: 'Discard a plan' },
  'command.undo': { nl: 'Maakt een plan dat een run terugdraait', en: 'Make a plan that puts back what a run changed' },
  'command.rejected': {
    nl: 'Schrijft de afgekeurde rijen naar een bestand, met de reden',
    en: 'Write the rejected rows to a file, with the reasons',
  },
  'command.report': {
    nl: 'Schrijft een verslag van alle rijen (.xlsx of .csv)',
    en: 'Write a report of all rows (.xlsx or .csv)',
  },
  'command.tokens': {
    nl: 'Toont de tokens die opnieuw moeten worden uitgedeeld',
    en: 'Show the tokens that have to be handed out again',
  },
  'command.history': { nl: 'Toont alle runs, de laatste eerst', en: 'Show all runs, the latest first' },
  'command.history prune': {
    nl: 'Verwijdert de persoonsgegevens van oude runs',
    en: 'Remove the personal data of old runs',
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
  'command.demo': { nl: 'De demo', en: 'The demo' },
  'command.env': { nl: 'Omgevingen', en: 'Environments' },
  'command.env add': { nl: 'Voegt een omgeving toe', en: 'Add an environment' },
  'command.env set': { nl: 'Wijzigt een omgeving of haar bewaking', en: 'Change an environment or its guards' },
  'command.env list': { nl: 'Toont de omgevingen', en: 'Show the environments' },
  'command.env remove': {
    nl: 'Verwijdert een omgeving; haar gebruikers blijven achter',
    en: 'Remove an environment; its users stay behind',
  },
  'command.env drift': {
    nl: 'Toont gekoppelde gebruikers die per omgeving verschillen',
    en: 'Show linked users that differ between environments',
  },
  'command.leftover': {
    nl: 'Achtergebleven gebruikers van verwijderde omgevingen',
    en: 'Users left behind in removed environments',
  },
  'command.leftover list': { nl: 'Toont de achtergebleven gebruikers', en: 'Show the users that were left behind' },
  'command.leftover clear-upn': {
    nl: 'Maakt de UPN van een achtergebleven gebruiker leeg',
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
  'command.schema': {
    nl: 'Toont het JSON Schema van wat anderen lezen en schrijven',
    en: 'Show the JSON Schema of what others read and write',
  },
  'argument.directoryFile': {
    nl: 'een directory in JSON, of een lijst (CSV of XLSX); - leest standaardinvoer',
    en: 'a directory in JSON, or a list (CSV or XLSX); - reads standard input',
  },
  'argument.schema': { nl: 'waarvan: directory', en: 'of what: directory' },
  'argument.file': { nl: 'het importbestand; - leest standaardinvoer', en: 'the import file; - reads standard input' },
  'argument.run': { nl: 'het nummer van een run', en: 'the number of a run' },
  'argument.code': { nl: 'de code van de omgeving', en: 'the code of the environment' },
  'argument.name': { nl: 'de naam', en: 'the name' },
  'argument.definitionFile': { nl: 'een geëxporteerde importdefinitie', en: 'an import definition that was exported' },
  'argument.user': { nl: 'de gebruikerscode, of de UPN', en: 'the user code, or the UPN' },
  'argument.type': { nl: 'user of mutation', en: 'user or mutation' },
  'flag.env': { nl: 'Code van de omgeving', en: 'Code of the environment' },
  'flag.type': {
    nl: 'Soort import: user (Gebruiker) of mutation (Gebruiker mutatie)',
    en: 'Kind of import: user (Gebruiker) or mutation (Gebruiker mutatie)',
  },
  'flag.environment-type': {
    nl: 'Soort omgeving; anders uit de eerste letter',
    en: 'Kind of environment; else told by the first letter',
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
  'flag.sheet': { nl: 'Werkblad: naam of nummer', en: 'Sheet: its name or number' },
  'flag.no-header': { nl: 'Het bestand heeft geen kopregel', en: 'The file has no header' },
  'flag.widths': {
    nl: 'Kolombreedtes bij vaste breedte: 12,30,40',
    en: 'Column widths of a fixed width file: 12,30,40',
  },
  'flag.accept-empty-code': {
    nl: 'Staat lege mutatiecodes toe (code 0: blokkeren)',
    en: 'Accept empty mutation codes (code 0: block)',
  },
  'flag.allow-clear': { nl: 'Staat leegmaken toe: email,upn,description', en: 'Allow clearing: email,upn,description' },
  'flag.max-clears': {
    nl: 'Hoogstens zoveel waarden leeg: 25 of 10%',
    en: 'At most so many values cleared: 25 or 10%',
  },
  'flag.max-blocks': {
    nl: 'Hoogstens zoveel gebruikers blokkeren: 25 of 10%',
    en: 'At most so many users blocked: 25 or 10%',
  },
  'flag.max-renames': {
    nl: 'Hoogstens zoveel codes wijzigen: 25 of 10%',
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
  'flag.import-again': {
    nl: 'Ook als dezelfde inhoud al is geïmporteerd',
    en: 'Also if the same content was imported before',
  },
  'flag.expires': { nl: 'Dagen dat het plan geldig blijft (7)', en: 'Days that the plan stays valid (7)' },
  'flag.second-pass': {
    nl: 'Doet meteen de tweede import, met de UPN’s',
    en: 'Do the second import as well, with the UPNs',
  },
  'flag.digest': {
    nl: 'De digest van het plan dat is bekeken (show RUN --json)',
    en: 'The digest of the plan that was looked at (show RUN --json)',
  },
  'flag.again': { nl: 'Maakt het plan van deze run opnieuw', en: 'Make the plan of this run anew' },
  'flag.rows': { nl: 'Toont de rijen', en: 'Show the rows' },
  'flag.outcome': { nl: 'Alleen rijen met deze uitkomst', en: 'Only rows with this outcome' },
  'flag.code': { nl: 'Alleen rijen met deze mutatiecode', en: 'Only rows with this mutation code' },
  'flag.message': { nl: 'Alleen rijen met deze melding', en: 'Only rows with this message' },
  'flag.row': { nl: 'Rijnummers: 12 of 12,15', en: 'Row numbers: 12 or 12,15' },
  'flag.output': { nl: 'Het bestand om te schrijven', en: 'The file to write' },
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
  'flag.participant': { nl: 'Deelnemersnummer; anders uit de code', en: 'Participant number; else told by the code' },
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
    nl: 'Status: 0 klaar, 1 mislukt, 2 verkeerd gebruik, 3 rijen afgekeurd, 4 bewaakt of wacht op goedkeuring, 5 verouderd plan, 6 al geïmporteerd, 8 database in gebruik, 130 onderbroken.',
    en: 'Exit status: 0 done, 1 failure, 2 wrong use, 3 rows rejected, 4 guarded or waiting for approval, 5 stale plan, 6 already imported, 8 database in use, 130 interrupted.',
  },
} as const satisfies Texts;
