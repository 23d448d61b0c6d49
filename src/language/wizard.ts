/** Texts of the wizard. */
import { homeScreenTexts } from './homeScreens.js';
import type { Texts } from './text.js';
import { userScreenTexts } from './userScreens.js';

export const wizardTexts = {
  ...homeScreenTexts,
  ...userScreenTexts,
  'wizard.step.type': { nl: 'Soort', en: 'Type' },
  'wizard.step.environment': { nl: 'Omgeving', en: 'Environment' },
  'wizard.step.path': { nl: 'Bestand', en: 'File' },
  'wizard.step.map': { nl: 'Koppelen', en: 'Map' },
  'wizard.step.preview': { nl: 'Bekijken', en: 'Preview' },
  'wizard.step.confirm': { nl: 'Bevestigen', en: 'Confirm' },
  'wizard.step.result': { nl: 'Resultaat', en: 'Result' },
  'wizard.step.history': { nl: 'Geschiedenis', en: 'History' },
  'wizard.step.drift': { nl: 'Verschillen tussen omgevingen', en: 'Drift between environments' },
  'wizard.production': { nl: 'PRODUCTIE', en: 'PRODUCTION' },
  'wizard.runNumber': { nl: 'plan {run}', en: 'plan {run}' },
  'wizard.about.undo': { nl: 'Terugdraaien van run {parent}', en: 'Undo of run {parent}' },
  'wizard.about.second-pass': { nl: 'Tweede import van run {parent}', en: 'Second import of run {parent}' },
  'wizard.about.pull': { nl: 'Opgehaald uit', en: 'Pulled from' },
  'wizard.about.settings': { nl: 'Instellingen van', en: 'Settings of' },
  'wizard.about.hand': { nl: 'Met de hand', en: 'By hand' },
  'wizard.about.align': { nl: 'Gelijktrekken met', en: 'Bringing in line with' },
  'wizard.looking': { nl: 'Even kijken…', en: 'Looking…' },
  'wizard.more': { nl: 'nog {count}', en: '{count} more' },
  'wizard.help': {
    nl: 'Toetsen op dit scherm (gedimd: werkt nu niet)',
    en: 'Keys on this screen (dimmed: does not work now)',
  },
  'wizard.pick.filter': { nl: 'Zoek:', en: 'Search:' },
  'wizard.pick.none': { nl: 'Niets gevonden.', en: 'Nothing found.' },
  'wizard.help.more': { nl: '↓ nog {count}', en: '↓ {count} more' },
  'wizard.because': { nl: '{why}', en: '{why}' },
  'wizard.defect': {
    nl: 'Er ging iets mis dat niet was voorzien: {reason}',
    en: 'Something went wrong that was not foreseen: {reason}',
  },
  'wizard.discarded': { nl: 'Plan {run} is weggegooid.', en: 'Plan {run} was discarded.' },
  'wizard.discardedUntouched': {
    nl: 'Plan {run} is weggegooid: er was niets mee gedaan.',
    en: 'Plan {run} was discarded: nothing was done with it.',
  },
  'wizard.definitionSaved': { nl: 'Importdefinitie {name} is bewaard.', en: 'Import definition {name} was saved.' },
  'wizard.written': { nl: 'Geschreven: {path}', en: 'Written: {path}' },
  'wizard.tooSmall': {
    nl: 'Dit venster is {columns}×{rows}. Instroom heeft minstens {leastColumns}×{leastRows} nodig: maak het venster groter, er gaat niets verloren. Ctrl+C stopt.',
    en: 'This window is {columns}×{rows}. Instroom needs at least {leastColumns}×{leastRows}: make the window larger, nothing is lost. Ctrl+C quits.',
  },
  'wizard.noTerminal': {
    nl: 'De wizard heeft een terminal nodig. Gebruik zonder terminal: {program} import BESTAND --env CODE --type user|mutation',
    en: 'The wizard needs a terminal. Without one, use: {program} import FILE --env CODE --type user|mutation',
  },

  // Questions.
  'wizard.ask.how': { nl: '(y of j = ja, n = nee)', en: '(y = yes, n = no)' },
  'wizard.ask.quit': {
    nl: ' Instroom verlaten? Een plan blijft bewaard. ',
    en: ' Leave Instroom? A plan stays stored. ',
  },
  'wizard.ask.quit.unplanned': {
    nl: ' Instroom verlaten? Er is nog geen plan: wat je koos wordt niet bewaard. ',
    en: ' Leave Instroom? There is no plan yet: what you chose is not kept. ',
  },
  'wizard.ask.quit.changed': {
    nl: ' Instroom verlaten? Plan {run} blijft bewaard zoals het was; wat je daarna koos niet. ',
    en: ' Leave Instroom? Plan {run} stays stored as it was; what you chose since is not kept. ',
  },
  'wizard.ask.loseDecisions.both': {
    nl: ' {excluded} weggelaten {excluded|rij|rijen} en {mended} herstelde {mended|rij|rijen} vervallen: in het bestand staat daar nu iets anders, of de cel hoort bij geen veld meer. Toch doorgaan? ',
    en: ' {excluded} left out {excluded|row|rows} and {mended} mended {mended|row|rows} will be lost: the file has something else there now, or the cell is of no field any more. Go on? ',
  },
  'wizard.ask.loseDecisions.excluded': {
    nl: ' {excluded} weggelaten {excluded|rij vervalt|rijen vervallen} en {excluded|zou|zouden} weer meedoen: in het bestand staat daar nu iets anders. Toch doorgaan? ',
    en: ' {excluded} left out {excluded|row|rows} will be lost and would take part again: the file has something else there now. Go on? ',
  },
  'wizard.ask.loseDecisions.mended': {
    nl: ' {mended} herstelde {mended|rij vervalt|rijen vervallen}: in het bestand staat daar nu iets anders, of de cel hoort bij geen veld meer. Toch doorgaan? ',
    en: ' {mended} mended {mended|row|rows} will be lost: the file has something else there now, or the cell is of no field any more. Go on? ',
  },
  'wizard.carried.both': {
    nl: '{excluded} {excluded|rij|rijen} weggelaten en {mended} hersteld overgenomen.',
    en: '{excluded} {excluded|row|rows} left out and {mended} mended, taken over.',
  },
  'wizard.carried.excluded': {
    nl: '{excluded} {excluded|rij|rijen} weggelaten overgenomen.',
    en: '{excluded} {excluded|row|rows} left out, taken over.',
  },
  'wizard.carried.mended': {
    nl: '{mended} herstelde {mended|rij|rijen} overgenomen.',
    en: '{mended} mended {mended|row|rows} taken over.',
  },
  'wizard.ask.replaceDefinition': {
    nl: ' Er is al een andere importdefinitie {name}. Vervangen? ',
    en: ' There is another import definition {name} already. Replace it? ',
  },
  'wizard.ask.importAgain': {
    nl: ' Dit bestand is hier al geïmporteerd door {operator} (run {run}, {at}). Toch nog eens plannen? ',
    en: ' This file was imported here already by {operator} (run {run}, {at}). Plan it once more? ',
  },
  'wizard.definitionDeleted': {
    nl: 'Importdefinitie {name} is weggegooid.',
    en: 'Import definition {name} was deleted.',
  },
  'wizard.ask.deleteDefinition': {
    nl: ' Importdefinitie {name} weggooien? ',
    en: ' Delete import definition {name}? ',
  },
  'wizard.ask.discard': { nl: ' Plan {run} weggooien? ', en: ' Discard plan {run}? ' },
  'wizard.ask.wholeTab.out': {
    nl: ' Niet gezocht: de hele tab, {count} {count|rij|rijen}, weglaten? ',
    en: ' No search: leave out the whole tab, {count} {count|row|rows}? ',
  },
  'wizard.ask.wholeTab.back': {
    nl: ' Niet gezocht: van de hele tab {count} {count|rij|rijen} terugnemen? ',
    en: ' No search: take back {count} {count|row|rows} of the whole tab? ',
  },
  'wizard.ask.filtered.out': {
    nl: ' De {count} {count|rij|rijen} van het filter weglaten? ',
    en: ' Leave out the {count} {count|row|rows} of the filter? ',
  },
  'wizard.ask.filtered.back': {
    nl: ' Van het filter {count} {count|rij|rijen} terugnemen? ',
    en: ' Take back {count} {count|row|rows} of the filter? ',
  },
  'wizard.ask.stopApplying': {
    nl: ' Afbreken? De database blijft dan zoals zij was. ',
    en: ' Stop? The database then stays as it was. ',
  },
  'wizard.ask.empty-code': {
    nl: '{shown} {count|rij heeft|rijen hebben} geen mutatiecode en {count|telt|tellen} als code 0: blokkeren en uit alle groepen. Toegestaan: {allowed}.',
    en: '{shown} {count|row has|rows have} no mutation code and {count|counts|count} as code 0: blocked, out of all groups. Allowed: {allowed}.',
  },
  'wizard.ask.unmapped-identity': {
    nl: '{shown} {count|gebruiker verliest|gebruikers verliezen} e-mail, omschrijving of UPN omdat het veld niet wordt geïmporteerd. Toegestaan: {allowed}.',
    en: '{shown} {count|user loses|users lose} e-mail, description or UPN because the field is not imported. Allowed: {allowed}.',
  },
  'wizard.ask.clears': {
    nl: '{shown} {count|gebruiker verliest|gebruikers verliezen} een waarde door een lege cel. Toegestaan: {allowed}.',
    en: '{shown} {count|user loses|users lose} a value by an empty cell. Allowed: {allowed}.',
  },
  'wizard.ask.blocks': {
    nl: '{shown} {count|gebruiker wordt|gebruikers worden} geblokkeerd. Toegestaan: {allowed}.',
    en: '{shown} {count|user is|users are} blocked. Allowed: {allowed}.',
  },
  'wizard.ask.renames': {
    nl: '{shown} {count|gebruiker wordt|gebruikers worden} hernoemd. Toegestaan: {allowed}.',
    en: '{shown} {count|user is|users are} renamed. Allowed: {allowed}.',
  },
  'wizard.ask.rejected': {
    nl: '{shown} {count|rij is|rijen zijn} afgekeurd en {count|wordt|worden} niet geïmporteerd. Toegestaan: {allowed}.',
    en: '{shown} {count|row is|rows are} rejected and not imported. Allowed: {allowed}.',
  },
  'wizard.ask.creates': {
    nl: '{shown} {count|gebruiker is|gebruikers zijn} nieuw. Toegestaan: {allowed}.',
    en: '{shown} {count|user is|users are} new. Allowed: {allowed}.',
  },
  'wizard.ask.updates': {
    nl: '{shown} {count|gebruiker wijzigt|gebruikers wijzigen}. Toegestaan: {allowed}.',
    en: '{shown} {count|user changes|users change}. Allowed: {allowed}.',
  },
  'wizard.ask.absent': {
    nl: '{shown} {count|gebruiker wordt|gebruikers worden} geblokkeerd omdat geen rij {count|die|hen} noemt. Toegestaan: {allowed}.',
    en: '{shown} {count|user is|users are} blocked because no row names them. Allowed: {allowed}.',
  },
  'wizard.ask.shrunk': {
    nl: 'Het bestand kan afgebroken of beschadigd zijn ({shown} {count|rij ontbreekt of is|rijen ontbreken of zijn} afgekeurd), en wie erin ontbreekt, wordt geblokkeerd. Toegestaan: {allowed}.',
    en: 'The file may be cut off or damaged ({shown} {count|row is|rows are} missing or rejected), and who is missing from it is blocked. Allowed: {allowed}.',
  },
  'wizard.ask.shrunk.cut': {
    nl: 'De laatste regel van het bestand is niet af, dus het kan afgebroken zijn, en wie erin ontbreekt, wordt geblokkeerd.',
    en: 'The last line of the file is not finished, so it may be cut off, and who is missing from it is blocked.',
  },
  'wizard.ask.shrunk.older': {
    nl: 'Dit bestand is hier al uitgevoerd, en daarna een ander: het zet een oude stand terug, en wie sindsdien kwam, wordt geblokkeerd.',
    en: 'This file was applied here before, and another one since: it brings back how things were, and who came since is blocked.',
  },
  'wizard.ask.freeze': {
    nl: '{environment} is bevroren ({days}), en er {count|wijzigt|wijzigen} {shown} {count|gebruiker|gebruikers}.',
    en: '{environment} is frozen ({days}), and {shown} {count|user changes|users change} there.',
  },
  'wizard.ask.check': {
    nl: 'Controle {check} geldt voor {shown} {count|rij|rijen}.',
    en: 'Check {check} holds for {shown} {count|row|rows}.',
  },
  'wizard.ask.production': {
    nl: 'Dit wijzigt PRODUCTIE: {shown} {count|gebruiker|gebruikers}, vanuit {environment}. Terugdraaien kan daarna, maar iedereen merkt het.',
    en: 'This changes PRODUCTION: {shown} {count|user|users}, from {environment}. It can be undone afterwards, but everyone will notice.',
  },
  'wizard.ask.first': {
    nl: 'Dit voert {first} {first|rij|rijen} uit; de andere blijven als een eigen plan wachten. Uitvoeren?',
    en: 'This applies {first} {first|row|rows}; the others wait as a plan of their own. Apply them?',
  },
  'wizard.ask.first.production': {
    nl: 'Dit wijzigt PRODUCTIE met {first} {first|rij|rijen}, vanuit {environment}; de andere blijven als een eigen plan wachten.',
    en: 'This changes PRODUCTION with {first} {first|row|rows}, from {environment}; the others wait as a plan of their own.',
  },
  'wizard.ask.undo': {
    nl: 'Dit draait run {parent} terug: {shown} {count|gebruiker wijzigt|gebruikers wijzigen}, vanuit {environment}. Uitvoeren?',
    en: 'This undoes run {parent}: {shown} {count|user changes|users change}, from {environment}. Apply it?',
  },
  'wizard.ask.undo.production': {
    nl: 'Dit draait run {parent} terug in PRODUCTIE: {shown} {count|gebruiker wijzigt|gebruikers wijzigen}, vanuit {environment}.',
    en: 'This undoes run {parent} in PRODUCTION: {shown} {count|user changes|users change}, from {environment}.',
  },
  'wizard.ask.settings': {
    nl: 'Dit wijzigt de instellingen van {environment}. Uitvoeren?',
    en: 'This changes the settings of {environment}. Apply it?',
  },
  'wizard.ask.settings.production': {
    nl: 'Dit wijzigt de instellingen van PRODUCTIE: {environment}.',
    en: 'This changes the settings of PRODUCTION: {environment}.',
  },
  'wizard.ask.approve': {
    nl: 'Dit plan goedkeuren? Typ het nummer van de run. Uitvoeren doe je daarna, of een ander.',
    en: 'Approve this plan? Type the number of the run. Applying it comes after that, by you or another.',
  },
  'wizard.ask.apply': {
    nl: 'Dit wijzigt {shown} {count|gebruiker|gebruikers}. Uitvoeren?',
    en: 'This changes {shown} {count|user|users}. Apply it?',
  },

  // What is being worked on.
  'wizard.busy.working': { nl: 'Bezig…', en: 'Working…' },
  'wizard.busy.reading': { nl: '{file} lezen…', en: 'Reading {file}…' },
  'wizard.busy.planning': { nl: 'Plannen wat {file} doet…', en: 'Planning what {file} does…' },
  'wizard.busy.opening': { nl: 'Plan {run} openen…', en: 'Opening plan {run}…' },
  'wizard.busy.leavingOut': {
    nl: '{count} {count|rij|rijen} weglaten en opnieuw plannen…',
    en: 'Leaving out {count} {count|row|rows} and planning again…',
  },
  'wizard.busy.takingBack': {
    nl: '{count} {count|rij|rijen} terugnemen en opnieuw plannen…',
    en: 'Taking back {count} {count|row|rows} and planning again…',
  },
  'wizard.busy.mending': {
    nl: 'Rij {row} herstellen en opnieuw plannen…',
    en: 'Mending row {row} and planning again…',
  },
  'wizard.busy.secondPass': { nl: 'De tweede import plannen…', en: 'Planning the second import…' },
  'wizard.busy.elsewhere': { nl: 'Plannen waar nog geblokkeerd wordt…', en: 'Planning where else to block…' },
  'wizard.busy.undo': { nl: 'Plannen hoe run {run} wordt teruggedraaid…', en: 'Planning how to undo run {run}…' },
  'wizard.busy.pull': { nl: '{environment} ophalen uit AFAS…', en: 'Pulling {environment} from AFAS…' },
  'wizard.busy.align': {
    nl: 'Plannen hoe gekoppelde gebruikers {environment} volgen…',
    en: 'Planning how linked users follow {environment}…',
  },
  'wizard.busy.writing': { nl: '{path} schrijven…', en: 'Writing {path}…' },
  'wizard.busy.verifying': { nl: 'Run {run} controleren…', en: 'Verifying run {run}…' },
  'wizard.busy.cancelling': { nl: 'Afbreken…', en: 'Cancelling…' },

  // The type.
  'wizard.type.type': { nl: 'Wat wil je importeren?', en: 'What do you want to import?' },
  'wizard.type.definition': { nl: 'Bewaarde importdefinities', en: 'Saved import definitions' },
  'wizard.type.about.user': {
    nl: 'nieuw, groepen, blokkeren, hernoemen… met mutatiecode',
    en: 'create, groups, block, rename… by mutation code',
  },
  'wizard.type.about.mutation': {
    nl: 'eigenschappen van bestaande gebruikers wijzigen',
    en: 'change properties of existing users',
  },

  // The environment.
  'wizard.environment.ask': { nl: 'In welke omgeving?', en: 'In which environment?' },
  'wizard.environment.code': { nl: 'Code', en: 'Code' },
  'wizard.environment.type': { nl: 'Soort', en: 'Type' },
  'wizard.environment.name': { nl: 'Naam', en: 'Name' },
  'wizard.environment.users': { nl: 'Gebruikers', en: 'Users' },
  'wizard.environment.active': { nl: 'Actief', en: 'Active' },
  'wizard.environment.approval': { nl: 'Goedkeuring', en: 'Approval' },
  'wizard.environment.secondPerson': { nl: 'tweede persoon', en: 'second person' },
  'wizard.environment.withUsers': {
    nl: '{code} ({shown} {users|gebruiker|gebruikers})',
    en: '{code} ({shown} {users|user|users})',
  },
  'wizard.environment.reaches': {
    nl: 'Wijzigingen in {code} werken door naar gekoppelde gebruikers in {others}.',
    en: 'Changes in {code} reach linked users in {others}.',
  },
  'wizard.environment.alone': {
    nl: 'Wijzigingen in {code} werken nergens door: er is geen andere omgeving van soort {kind}.',
    en: 'Changes in {code} reach no other environment: there is no other of type {kind}.',
  },
  'wizard.environment.production': {
    nl: 'Dit is een productieomgeving.',
    en: 'This is a production environment.',
  },
  'wizard.environment.onlySameType': {
    nl: 'Alleen omgevingen van soort {kind} worden bereikt.',
    en: 'Only environments of type {kind} are reached.',
  },
  'wizard.environment.approvalAsked': {
    nl: 'Een tweede persoon moet elk plan goedkeuren.',
    en: 'A second person has to approve every plan.',
  },
  'wizard.environment.rules': {
    nl: 'Geldt altijd in {code}: {rules}.',
    en: 'Always holds in {code}: {rules}.',
  },
  'wizard.environment.notPulled': {
    nl: 'Met AFAS verbonden, en nog nooit opgehaald.',
    en: 'Connected to AFAS, and never pulled yet.',
  },
  'wizard.environment.mirror': { nl: 'Uit AFAS opgehaald: {at}.', en: 'Pulled from AFAS: {at}.' },
  'wizard.environment.oldMirror': {
    nl: 'Uit AFAS opgehaald: {at}, meer dan een dag geleden.',
    en: 'Pulled from AFAS: {at}, more than a day ago.',
  },
  'wizard.confirm.undecided': {
    nl: '{shown} {users|gebruiker|gebruikers} van dit plan {users|wijzigt|wijzigen} ook in run {run}, die is aangeleverd en nog niet zo is gezien.',
    en: '{shown} {users|user|users} of this plan {users|changes|change} in run {run} too, which was delivered and not seen to be so yet.',
  },
  'wizard.askPull': {
    nl: '{environment} is {at} voor het laatst opgehaald, voordat run {run} is aangeleverd. Nu ophalen, en dan controleren?',
    en: '{environment} was last pulled at {at}, before run {run} was delivered. Pull now, and verify then?',
  },
  'wizard.connect.askUrl': {
    nl: 'Adres van de webservices van {code} (https://…/ProfitRestServices):',
    en: 'Address of the web services of {code} (https://…/ProfitRestServices):',
  },
  'wizard.connect.askClient': {
    nl: 'Client-id van de OAuth-client voor {code} (leeg: het geheim is een AfasToken):',
    en: 'Client id of the OAuth client for {code} (empty: the secret is an AfasToken):',
  },
  'wizard.connect.askWay': { nl: 'Waar is het geheim voor {code}?', en: 'Where is the secret for {code}?' },
  'wizard.connect.way.file': { nl: 'In een bestand van jou alleen', en: 'In a file of yours alone' },
  'wizard.connect.way.variable': { nl: 'In een omgevingsvariabele', en: 'In an environment variable' },
  'wizard.connect.way.typed': { nl: 'Ik typ het; het komt in een bestand', en: 'I type it; it is kept in a file' },
  'wizard.connect.askFile': { nl: 'Bestand met het geheim voor {code}:', en: 'File with the secret for {code}:' },
  'wizard.connect.askVariable': {
    nl: 'Variabele met het geheim voor {code}:',
    en: 'Variable with the secret for {code}:',
  },
  'wizard.connect.askTyped': { nl: 'Het geheim voor {code}:', en: 'The secret for {code}:' },
  'wizard.connect.askKept': { nl: 'Bestand om het geheim in te bewaren:', en: 'File to keep the secret in:' },
  'wizard.connect.isSecret': {
    nl: 'Dat lijkt het geheim zelf. Kies Ik typ het, of zet het in een bestand dat alleen jij kunt lezen; er is niets bewaard.',
    en: 'That looks like the secret itself. Choose I type it, or put it in a file that you alone can read; nothing was kept.',
  },
  'wizard.connect.done': {
    nl: '{environment} is verbonden. Controleer welk veld wat geeft, en haal op met F.',
    en: '{environment} is connected. Check which field gives what, and pull with F.',
  },
  'wizard.busy.connect': { nl: '{environment} verbinden…', en: 'Connecting {environment}…' },
  'wizard.environment.askShrunk': {
    nl: '{told} Toch ophalen?',
    en: '{told} Pull all the same?',
  },
  'wizard.environment.acceptShrunk': {
    nl: 'Typ {code} om op te halen:',
    en: 'Type {code} to pull:',
  },
  'wizard.environment.notAccepted': {
    nl: 'Dat is niet {code}: er is niets opgehaald.',
    en: 'That is not {code}: nothing was pulled.',
  },
  'wizard.environment.pulled': {
    nl: '{environment} is opgehaald: {created} {created|gebruiker|gebruikers} nieuw, {changed} gewijzigd, {gone} weg, {same} gelijk.',
    en: '{environment} was pulled: {created} {created|user|users} created, {changed} changed, {gone} gone, {same} the same.',
  },
  'wizard.environment.none': {
    nl: 'Er is nog geen omgeving: o leidt naar de omgevingen.',
    en: 'There is no environment yet: o leads to the environments.',
  },

  // The path of the file.
  'wizard.path.ask': { nl: 'Welk bestand?', en: 'Which file?' },
  'wizard.path.path': { nl: 'Pad:', en: 'Path:' },
  'wizard.path.nothing': { nl: 'Geen map of bestand begint zo.', en: 'No folder or file begins with this.' },
  'wizard.path.unreadable': {
    nl: 'De map {folder} is er niet, of niet te lezen.',
    en: 'The folder {folder} is not there, or cannot be read.',
  },

  // How the file is read.
  'wizard.file.options': { nl: 'Zo wordt het bestand gelezen', en: 'How the file is read' },
  'wizard.file.format': { nl: 'Formaat', en: 'Format' },
  'wizard.file.delimiter': { nl: 'Scheidingsteken', en: 'Delimiter' },
  'wizard.file.encoding': { nl: 'Tekenset', en: 'Encoding' },
  'wizard.file.sheet': { nl: 'Tabblad', en: 'Sheet' },
  'wizard.file.header': { nl: 'Kopregel', en: 'Header' },
  'wizard.file.format.csv': { nl: 'CSV', en: 'CSV' },
  'wizard.file.format.tsv': { nl: 'tekst met tabs', en: 'tab-separated text' },
  'wizard.file.format.fixed': { nl: 'tekst met vaste breedtes', en: 'text with fixed widths' },
  'wizard.file.format.xlsx': { nl: 'Excel-werkmap', en: 'Excel workbook' },
  'wizard.file.semicolon': { nl: 'puntkomma (;)', en: 'semicolon (;)' },
  'wizard.file.comma': { nl: 'komma (,)', en: 'comma (,)' },
  'wizard.file.tab': { nl: 'tab', en: 'tab' },
  'wizard.file.pipe': { nl: 'verticale streep (|)', en: 'vertical bar (|)' },
  'wizard.file.headerAt': { nl: 'ja, rij {row}', en: 'yes, row {row}' },
  'wizard.file.noHeader': { nl: 'nee', en: 'no' },
  'wizard.file.sample': { nl: 'Eerste rijen, zoals ze gelezen worden', en: 'First rows, as they will be read' },
  'wizard.file.hidden': {
    nl: '{count} {count|kolom past|kolommen passen} hier niet meer',
    en: '{count} {count|column does|columns do} not fit here',
  },
  'wizard.file.noRows': { nl: 'Er staan geen rijen onder de kopregel.', en: 'There are no rows below the header.' },

  // The mapping.
  'wizard.map.field': { nl: 'Veld', en: 'Field' },
  'wizard.map.source': { nl: 'Komt uit', en: 'Comes from' },
  'wizard.map.sample': { nl: 'Voorbeeld', en: 'Sample' },
  'wizard.map.empty': { nl: 'Leeg', en: 'Empty' },
  'wizard.map.new': { nl: 'Nieuw', en: 'New' },
  'wizard.map.empty.keep': { nl: 'blijft', en: 'keeps' },
  'wizard.map.empty.clear': { nl: 'wist', en: 'clears' },
  'wizard.map.notImported': { nl: 'niet geïmporteerd', en: 'not imported' },
  'wizard.map.cleared': { nl: 'GEEN: wordt gewist', en: 'NONE: is cleared' },
  'wizard.map.userMissing': { nl: 'kies een kolom', en: 'choose a column' },
  'wizard.map.fixed': { nl: 'vaste waarde…', en: 'fixed value…' },
  'wizard.map.fixedValue': { nl: '= {value}', en: '= {value}' },
  'wizard.map.valuesTitle': {
    nl: 'Waarden van {nl} in het bestand: kies wat een ervan wordt',
    en: 'Values of {en} in the file: choose what one becomes',
  },
  'wizard.map.valuesMore': {
    nl: 'Waarden van {nl} in het bestand, de eerste {count}: kies wat een ervan wordt',
    en: 'Values of {en} in the file, the first {count}: choose what one becomes',
  },
  'wizard.map.valueTitle': { nl: 'Wat wordt "{value}"?', en: 'What does "{value}" become?' },
  'wizard.map.valuePrompt': {
    nl: 'Wat wordt "{value}"? Leeg laat het zo:',
    en: 'What does "{value}" become? Empty leaves it:',
  },
  'wizard.map.composePrompt': {
    nl: '{field} samenstellen; kolommen staan tussen accolades:',
    en: 'Compose {field}; columns stand in braces:',
  },
  'wizard.map.fixPrompt': { nl: 'Vaste waarde voor {field}:', en: 'Fixed value of {field}:' },
  'wizard.map.fixTitle': { nl: 'Vaste waarde voor {nl}', en: 'Fixed value of {en}' },
  'wizard.map.usedBy': { nl: '(al voor {field})', en: '(used for {field})' },
  'wizard.map.guessedSource': { nl: '? {source}', en: '? {source}' },
  'wizard.map.guessed': {
    nl: '? = geraden. Kijk of het klopt; Spatie kiest iets anders.',
    en: '? = guessed. See whether it is right; Space chooses another.',
  },
  'wizard.map.noPersons': {
    nl: 'Kolom {column} is niet overgenomen als Persoon: “{value}” is geen persoon in {environment}.',
    en: 'Column {column} was not taken for Person: “{value}” is no person in {environment}.',
  },
  'wizard.map.definitionPrompt': { nl: 'Naam van de importdefinitie:', en: 'Name of the import definition:' },
  'wizard.map.pickTitle': { nl: 'Waar komt {nl} vandaan?', en: 'Where does {en} come from?' },
  'wizard.map.guess.certain': { nl: '? {column}', en: '? {column}' },
  'wizard.map.guess.likely': { nl: '? {column} (waarschijnlijk)', en: '? {column} (likely)' },
  'wizard.map.guess.possible': { nl: '? {column} (misschien)', en: '? {column} (possibly)' },
  'wizard.map.noUser': {
    nl: 'Kies eerst de kolom met de gebruikerscode: aan dit veld wordt de gebruiker herkend.',
    en: 'Choose the column of the user code first: the user is recognised by it.',
  },
  'wizard.map.unused': {
    nl: 'Nog eens Enter gaat zo verder: {count} {count|kolom wordt|kolommen worden} niet geïmporteerd: {columns}.',
    en: 'Enter once more goes on like this: {count} {count|column is|columns are} not imported: {columns}.',
  },
  'wizard.map.unusedColumns': {
    nl: '{count} {count|kolom|kolommen} zonder veld: {columns}',
    en: '{count} {count|column|columns} without a field: {columns}',
  },
  'wizard.map.ignored': { nl: 'Niet geïmporteerd: {columns}', en: 'Not imported: {columns}' },
  'wizard.map.loses': {
    nl: '{shown} {users|gebruiker|gebruikers} in {environment}',
    en: '{shown} {users|user|users} in {environment}',
  },
  'wizard.map.codeMissing': { nl: 'GEEN: telt als 0', en: 'NONE: taken as 0' },
  'wizard.map.codeTrap': {
    nl: 'Geen kolom voor Mutatiecode: elke rij telt als code 0 (blokkeren). Of bedoelde je de soort Gebruiker mutatie?',
    en: 'No column for the mutation code: every row counts as code 0 (block). Or did you mean the type User mutation?',
  },
  'wizard.map.trap': {
    nl: '{label} niet geïmporteerd: verdwijnt bij {losers}',
    en: '{label} not imported: lost by {losers}',
  },
  'wizard.map.trapNobody': {
    nl: '{label} wordt niet geïmporteerd; niemand van dit bestand heeft het.',
    en: '{label} is not imported; nobody in this file has it.',
  },
  'wizard.map.trapCounting': {
    nl: '{label} wordt niet geïmporteerd en wordt gewist; tellen bij hoeveel gebruikers…',
    en: '{label} is not imported and will be cleared; counting for how many users…',
  },
  'wizard.map.trapUnknown': {
    nl: '{label} wordt niet geïmporteerd en wordt gewist.',
    en: '{label} is not imported and will be cleared.',
  },
  'wizard.map.more': {
    nl: '  … nog {count} {count|regel|regels}: d toont alles',
    en: '  … {count} more {count|line|lines}: d shows all',
  },
  'wizard.map.firstRows': { nl: 'Eerste {count} {count|rij|rijen}:', en: 'First {count} {count|row|rows}:' },
  'wizard.map.firstRejected': { nl: 'Rij {row}: {reason}', en: 'Row {row}: {reason}' },

  // The preview.
  'wizard.tab.kinds': { nl: 'Per soort', en: 'By kind' },
  'wizard.tab.all': { nl: 'Alle', en: 'All' },
  'wizard.tab.code': { nl: 'Code {code}', en: 'Code {code}' },
  'wizard.tab.rejected': { nl: 'Afgekeurd', en: 'Rejected' },
  'wizard.tab.warnings': { nl: 'Let op', en: 'Warnings' },
  'wizard.tab.absent': { nl: 'Niet in bestand', en: 'Not in file' },
  'wizard.tab.blocked': { nl: 'Geblokkeerd', en: 'Blocked' },
  'wizard.tab.renamed': { nl: 'Hernoemd', en: 'Renamed' },
  'wizard.tab.cleared': { nl: 'Gewist', en: 'Cleared' },
  'wizard.tab.excluded': { nl: 'Weggelaten', en: 'Left out' },
  'wizard.absent.changed': { nl: 'Laatst gewijzigd', en: 'Last changed' },
  'wizard.absent.byRun': { nl: 'Run', en: 'Run' },
  'wizard.absent.by': { nl: 'Door', en: 'By' },
  'wizard.absent.none': { nl: 'Hier is niemand.', en: 'There is nobody here.' },
  'wizard.absent.filtered': { nl: '{shown} {count|gebruiker|gebruikers}', en: '{shown} {count|user|users}' },
  'wizard.absent.now': {
    nl: 'Dit is de lijst van nu, met {now} gebruikers. Toen het plan werd gemaakt, waren het er {count}.',
    en: 'This is the list of now, with {now} users. When the plan was made, they were {count}.',
  },
  'wizard.absent.nothing': {
    nl: 'Geen rij van het bestand noemt deze actieve gebruikers. Dit plan doet niets met hen.',
    en: 'No row of the file names these active users. This plan does nothing to them.',
  },
  'wizard.absent.canBlock': {
    nl: 'b maakt het plan opnieuw, en blokkeert hen.',
    en: 'b makes the plan again, and blocks them.',
  },
  'wizard.absent.planned': {
    nl: 'Plan {run} blokkeert ook {count} {count|gebruiker die|gebruikers die} niet in het bestand {count|staat|staan}.',
    en: 'Plan {run} also blocks {count} {count|user who is|users who are} not in the file.',
  },
  'wizard.absent.ask': {
    nl: '{count} {count|gebruiker die|gebruikers die} niet in het bestand {count|staat|staan}: het plan wordt opnieuw gemaakt, en',
    en: '{count} {count|user who is|users who are} not in the file: the plan is made again, and',
  },
  'wizard.absent.block': {
    nl: 'blokkeert hen, en haalt hen uit alle groepen',
    en: 'blocks them, and takes them out of all groups',
  },
  'wizard.absent.block-keep-groups': {
    nl: 'blokkeert hen; ze houden hun groepen',
    en: 'blocks them; they keep their groups',
  },
  'wizard.absent.ofRows': {
    nl: 'Dit filter gaat over rijen: filter op wie het zijn, zoals groep:INKOOP, of haal het weg.',
    en: 'This filter is about rows: filter on who they are, such as group:INKOOP, or take it away.',
  },
  'wizard.kinds.rows': { nl: 'Rijen', en: 'Rows' },
  'wizard.kinds.happens': { nl: 'Wat er gebeurt', en: 'What happens' },
  'wizard.kinds.environments': { nl: 'Omgevingen', en: 'Environments' },
  'wizard.kinds.example': { nl: 'Voorbeeld', en: 'Example' },
  'wizard.kinds.out': { nl: 'weggelaten', en: 'left out' },
  'wizard.kinds.outOf': { nl: '{count} weggelaten', en: '{count} left out' },
  'wizard.kinds.alone': {
    nl: '{shown} {count|rij lijkt|rijen lijken} op geen andere: ] gaat erheen.',
    en: '{shown} {count|row looks|rows look} like no other: ] goes there.',
  },
  'wizard.kinds.noneAlone': {
    nl: 'Elke rij lijkt op een andere: er is niets dat opvalt.',
    en: 'Every row looks like another one: nothing stands out.',
  },
  'wizard.preview.row': { nl: 'Rij', en: 'Row' },
  'wizard.preview.user': { nl: 'Gebruiker', en: 'User' },
  'wizard.preview.name': { nl: 'Omschrijving', en: 'Description' },
  'wizard.preview.code': { nl: 'Code', en: 'Code' },
  'wizard.preview.outcome': { nl: 'Uitkomst', en: 'Outcome' },
  'wizard.preview.what': { nl: 'Wat er wijzigt', en: 'What changes' },
  'wizard.preview.empty': { nl: 'Geen rijen op deze tab.', en: 'No rows on this tab.' },
  'wizard.preview.likeTitle': { nl: 'Alleen rijen met', en: 'Only rows with' },
  'wizard.preview.filtered': { nl: '{shown} {count|rij|rijen}', en: '{shown} {count|row|rows}' },
  'wizard.preview.searchPrompt': { nl: 'Zoek:', en: 'Search:' },
  'wizard.preview.found': {
    nl: '{count} {count|rij|rijen} met “{text}”; n = volgende, X = alle weglaten',
    en: '{count} {count|row|rows} with “{text}”; n = next, X = leave all out',
  },
  'wizard.preview.notFound': { nl: 'Geen rij met “{text}” op deze tab.', en: 'No row with “{text}” on this tab.' },
  'wizard.preview.noProblems': { nl: 'Geen problemen op deze tab.', en: 'No problems on this tab.' },
  'wizard.preview.leftOut': { nl: '{count} {count|rij|rijen} weggelaten.', en: '{count} {count|row|rows} left out.' },
  'wizard.preview.tookBack': {
    nl: '{count} {count|rij|rijen} teruggenomen.',
    en: '{count} {count|row|rows} taken back.',
  },
  'wizard.preview.nothing.out': {
    nl: 'Er is niets weg te laten: dat is al gedaan.',
    en: 'There is nothing to leave out: it is out already.',
  },
  'wizard.preview.nothing.back': { nl: 'Er is niets terug te nemen.', en: 'There is nothing to take back.' },
  'wizard.preview.mended': {
    nl: 'Rij {row} is hersteld en opnieuw gepland.',
    en: 'Row {row} was mended and planned again.',
  },
  'wizard.preview.same.title': {
    nl: '{count} andere {count|rij heeft|rijen hebben} ook "{was}" in {label}',
    en: '{count} other {count|row has|rows have} "{was}" in {label} as well',
  },
  'wizard.preview.same.alone': { nl: 'alleen deze rij', en: 'this row alone' },
  'wizard.preview.same.all': { nl: 'ook die {count}', en: 'those {count} as well' },
  'wizard.preview.same.keep': {
    nl: 'ook die {count}, en voortaan zo in importdefinitie {name}',
    en: 'those {count} as well, and from now on so in import definition {name}',
  },
  'wizard.preview.same.done': {
    nl: '{count} {count|rij is|rijen zijn} ook hersteld en opnieuw gepland.',
    en: '{count} {count|row was|rows were} mended as well and planned again.',
  },
  'wizard.preview.same.kept': {
    nl: 'Importdefinitie {name} weet nu wat deze waarde wordt.',
    en: 'Import definition {name} knows now what this value becomes.',
  },
  'wizard.preview.same.notKept': {
    nl: 'De rijen zijn hersteld; importdefinitie {name} kon de waarde niet onthouden.',
    en: 'The rows were mended; import definition {name} could not keep the value.',
  },
  'wizard.preview.restore.title': {
    nl: 'Cellen weer zoals het bestand ze heeft',
    en: 'Cells as the file has them again',
  },
  'wizard.preview.restore.row': { nl: 'van rij {row}', en: 'of row {row}' },
  'wizard.preview.restore.all': {
    nl: 'van alle rijen die hersteld zijn ({count})',
    en: 'of all rows that were mended ({count})',
  },
  'wizard.preview.restore.done': {
    nl: '{count} {count|cel is|cellen zijn} weer zoals in het bestand.',
    en: '{count} {count|cell is|cells are} as in the file again.',
  },
  'wizard.busy.mendingSame': { nl: '{count} rijen herstellen…', en: 'Mending {count} rows…' },
  'wizard.busy.restoring': { nl: 'Cellen terugzetten…', en: 'Putting cells back…' },
  'wizard.row.mended': { nl: 'hersteld:', en: 'mended:' },
  'wizard.preview.mendTitle': { nl: 'Welke cel van rij {row}?', en: 'Which cell of row {row}?' },
  'wizard.preview.mendList': { nl: 'Rij {row}, {nl}', en: 'Row {row}, {en}' },
  'wizard.preview.mendPrompt': { nl: 'Rij {row}, {label}:', en: 'Row {row}, {label}:' },
  'wizard.preview.mendNone': {
    nl: 'Niets begint met “{text}”. Rij {row}, {label}:',
    en: 'Nothing begins with “{text}”. Row {row}, {label}:',
  },
  'wizard.preview.passwordNotMended': {
    nl: 'Een wachtwoord wordt nooit getoond, en is hier niet te herstellen; doe het in het bestand, of laat de rij weg.',
    en: 'A password is never shown, and cannot be mended here; mend it in the file, or leave the row out.',
  },
  'wizard.preview.leftoverPrompt': {
    nl: 'UPN van {user} in {environment} wissen? Typ {user}:',
    en: 'Clear the UPN of {user} in {environment}? Type {user}:',
  },
  'wizard.preview.leftoverKept': {
    nl: 'Niets gewist: dat is niet {user}.',
    en: 'Nothing was cleared: that is not {user}.',
  },
  'wizard.preview.leftoverCleared': {
    nl: 'De UPN van achterblijver {user} is gewist; het plan is opnieuw gemaakt.',
    en: 'The UPN of leftover {user} was cleared, and the plan was made again.',
  },
  'wizard.preview.cannotMend': {
    nl: 'Deze rij is niet met één cel te herstellen; doe het in het bestand.',
    en: 'This row cannot be mended with one cell; mend it in the file.',
  },
  'wizard.preview.plannedAgain': {
    nl: 'Opnieuw gepland als plan {run}; {count} {count|rij komt|rijen komen} anders uit.',
    en: 'Planned again as plan {run}; {count} {count|row comes|rows come} out differently.',
  },
  'wizard.again.title': {
    nl: '{shown} {count|rij komt|rijen komen} nu anders uit',
    en: '{shown} {count|row comes|rows come} out differently now',
  },
  'wizard.again.more': { nl: '… en nog {shown} {count|rij|rijen}', en: '… and {shown} more {count|row|rows}' },
  'wizard.preview.range': {
    nl: 'Bereik van {shown} {count|rij|rijen}: bewegen breidt uit, Spatie weglaten/terug, Esc stopt',
    en: 'Range of {shown} {count|row|rows}: moving extends it, Space leaves out/back, Esc ends it',
  },
  'wizard.row.code': { nl: 'code {code}', en: 'code {code}' },
  'wizard.row.codeDefaulted': { nl: 'geen code, dus 0', en: 'no code, so 0' },
  'wizard.row.clears': { nl: 'wist {fields}', en: 'clears {fields}' },
  'wizard.row.changes': { nl: 'wijzigt {fields}', en: 'changes {fields}' },
  'wizard.row.tokens': { nl: '{count} {count|token|tokens} vervallen', en: '{count} {count|token|tokens} removed' },
  'wizard.row.losesTokens': {
    nl: '{count} {count|token vervalt en moet|tokens vervallen en moeten} opnieuw worden uitgedeeld.',
    en: '{count} {count|token is|tokens are} removed and must be handed out again.',
  },
  'wizard.row.newGroup': { nl: '{group} (nieuw)', en: '{group} (new)' },
  'wizard.row.joins': { nl: 'Komt in groep', en: 'Joins group' },
  'wizard.row.leaves': { nl: 'Gaat uit groep', en: 'Leaves group' },
  'wizard.row.sameAs': { nl: 'hetzelfde als in {environment}', en: 'the same as in {environment}' },
  'wizard.row.usual': { nl: '  … verder het gebruikelijke: d toont alles', en: '  … the rest is usual: d shows all' },
  'wizard.row.more': {
    nl: '  … nog {count} {count|regel|regels}: d toont alles',
    en: '  … {count} more {count|line|lines}: d shows all',
  },
  'wizard.review.progress': { nl: '{looked} van {total} bekeken', en: '{looked} of {total} looked at' },
  'wizard.review.out': { nl: '{count} weg te laten', en: '{count} to leave out' },
  'wizard.review.open': { nl: 'Nog niet bekeken', en: 'Not looked at yet' },
  'wizard.review.kept': { nl: 'Blijft staan', en: 'Kept' },
  'wizard.review.leaving': { nl: 'Wordt weggelaten', en: 'Will be left out' },
  'wizard.review.reaches': { nl: 'Bereikt: {environments}', en: 'Reaches: {environments}' },
  'wizard.review.losesAccess': {
    nl: 'Kan niet meer inloggen in {environments}',
    en: 'Cannot sign in any more in {environments}',
  },
  'wizard.review.losesGroups': {
    nl: 'Verliest {count} {count|groep|groepen}: {groups}',
    en: 'Loses {count} {count|group|groups}: {groups}',
  },

  // Confirming.
  'wizard.confirm.environment': { nl: 'Omgeving', en: 'Environment' },
  'wizard.confirm.changing': { nl: 'Gebruikers die wijzigen', en: 'Users that change' },
  'wizard.confirm.otherKinds': {
    nl: '{count} {count|andere soort|andere soorten}',
    en: '{count} {count|other kind|other kinds}',
  },
  'wizard.confirm.clearedField': {
    nl: '{label} van {shown} {users|gebruiker|gebruikers}',
    en: '{label} of {shown} {users|user|users}',
  },
  'wizard.confirm.cleared': { nl: 'Wordt gewist: {fields}', en: 'Will be cleared: {fields}' },
  'wizard.confirm.tokens': {
    nl: '{count} {count|token vervalt en moet|tokens vervallen en moeten} opnieuw worden uitgedeeld.',
    en: '{count} {count|token is|tokens are} removed and must be handed out again.',
  },
  'wizard.confirm.groups': {
    nl: '{count} {count|groep wordt|groepen worden} gemaakt{names}.',
    en: '{count} {count|group is|groups are} created{names}.',
  },
  'wizard.confirm.deferred': {
    nl: '{count} {count|UPN wacht|UPN’s wachten} op een tweede import, na deze.',
    en: '{count} {count|UPN waits|UPNs wait} for a second import, after this one.',
  },
  'wizard.stays.active': {
    nl: '{shown} {users|geblokkeerde blijft|geblokkeerden blijven} actief in {environment} (x: daar ook blokkeren)',
    en: '{shown} blocked {users|user stays|users stay} active in {environment} (x: block there too)',
  },
  'wizard.stays.blocked': {
    nl: '{shown} {users|gebruiker die wijzigt, blijft|gebruikers die wijzigen, blijven} geblokkeerd',
    en: '{shown} {users|user that changes stays|users that change stay} blocked',
  },
  'wizard.elsewhere.planned': {
    nl: 'Gepland om na te kijken en uit te voeren, op het eerste scherm: {plans}.',
    en: 'Planned, to look at and apply from the first screen: {plans}.',
  },
  'wizard.confirm.file': {
    nl: '{environment} is de spiegel van een AFAS-omgeving: hier wordt niets uitgevoerd. Enter maakt het bestand voor de import van AFAS.',
    en: '{environment} mirrors an AFAS environment: nothing is applied here. Enter makes the file for AFAS’s import.',
  },
  'wizard.confirm.nothing': {
    nl: 'Dit plan wijzigt niets: er is niets uit te voeren.',
    en: 'This plan changes nothing: there is nothing to apply.',
  },
  'wizard.confirm.administrators': {
    nl: 'Dit plan ontneemt {environment} {count} {count|beheerder|beheerders}, en ten minste {limit} {limit|blijft|blijven}. Laat die rijen weg, of stel eerst voor de omgeving in dat er minder genoeg zijn.',
    en: 'This plan takes {count} {count|administrator|administrators} from {environment}, and at least {limit} {limit|stays|stay}. Leave those rows out, or first set for the environment that fewer are enough.',
  },
  'wizard.confirm.licences': {
    nl: 'Met dit plan gebruikt {environment} {count} licenties van de {limit}. Laat rijen weg, of stel eerst voor de omgeving in dat er meer zijn.',
    en: 'With this plan {environment} uses {count} licences of {limit}. Leave rows out, or first set for the environment that there are more.',
  },
  'wizard.confirm.users': { nl: '{count|Gebruiker|Gebruikers} {rows}.', en: '{count|User|Users} {rows}.' },
  'wizard.confirm.rows': { nl: '{count|Rij|Rijen} {rows}.', en: '{count|Row|Rows} {rows}.' },
  'wizard.confirm.guards': { nl: 'Bewaking', en: 'Guards' },
  'wizard.confirm.untouched': {
    nl: '{count} {count|grens|grenzen} niet geraakt',
    en: '{count} {count|limit|limits} not touched',
  },
  'wizard.confirm.count': { nl: 'aantal', en: 'count' },
  'wizard.confirm.allowed': { nl: 'mag', en: 'allowed' },
  'wizard.guard.empty-code': { nl: 'Lege mutatiecode, geldt als 0', en: 'Empty mutation code, taken as 0' },
  'wizard.guard.unmapped-identity': { nl: 'Gewist: veld niet geïmporteerd', en: 'Cleared: field not imported' },
  'wizard.guard.clears': { nl: 'Gewist door lege cellen', en: 'Cleared by empty cells' },
  'wizard.guard.blocks': { nl: 'Geblokkeerde gebruikers', en: 'Users blocked' },
  'wizard.guard.renames': { nl: 'Hernoemde gebruikers', en: 'Users renamed' },
  'wizard.guard.rejected': { nl: 'Afgekeurde rijen', en: 'Rejected rows' },
  'wizard.guard.creates': { nl: 'Nieuwe gebruikers', en: 'New users' },
  'wizard.guard.updates': { nl: 'Gewijzigde gebruikers', en: 'Users changed' },
  'wizard.guard.absent': { nl: 'Geblokkeerd: niet in het bestand', en: 'Blocked: not in the file' },
  'wizard.guard.check': { nl: 'Eigen controle', en: 'Check of your own' },
  'wizard.guard.administrators': { nl: 'Beheerders kwijt', en: 'Administrators lost' },
  'wizard.guard.licences': { nl: 'Licenties', en: 'Licences' },
  'wizard.guard.licencesOf': {
    nl: 'Licenties {environment}: {used} van {limit}',
    en: 'Licences {environment}: {used} of {limit}',
  },
  'wizard.guard.freeze': { nl: 'Wijzigt, is bevroren', en: 'Changed though frozen' },
  'wizard.guard.shrunk': { nl: 'Ontbreekt in het bestand', en: 'Missing from the file' },
  'wizard.guard.shrunk.cut': { nl: 'Laatste regel is niet af', en: 'Last line is not finished' },
  'wizard.guard.shrunk.older': { nl: 'Bestand van eerder', en: 'File of before' },
  'wizard.confirm.tripped': { nl: 'HOUDT TEGEN', en: 'STOPS THIS' },
  'wizard.confirm.raised': { nl: 'toegestaan', en: 'raised' },
  'wizard.confirm.defaults': {
    nl: 'Nieuwe gebruikers mogen, waar het bestand niets zegt, in {yes}; niet in {no}; taal {language}.',
    en: 'New users may enter, where the file says nothing, {yes}; not {no}; language {language}.',
  },
  'wizard.confirm.waits': {
    nl: 'Dit plan van {operator} wacht op goedkeuring door iemand anders, die het hier opent onder een eigen login.',
    en: 'This plan by {operator} waits for approval by someone else, who opens it here under a login of their own.',
  },
  'wizard.confirm.type': { nl: 'Typ', en: 'Type' },
  'wizard.confirm.typeExactly': {
    nl: 'Typ precies {expected} om door te gaan. Esc gaat terug.',
    en: 'Type exactly {expected} to go on. Esc goes back.',
  },
  'wizard.confirm.askReason': { nl: 'Waarom? (blijft bij de run staan)', en: 'Why? (kept with the run)' },
  'wizard.confirm.reason': { nl: 'Reden: {reason}', en: 'Reason: {reason}' },
  'wizard.confirm.reasonNeeded': {
    nl: '{environment} vraagt om een reden: die wordt gevraagd voordat er iets gebeurt.',
    en: '{environment} asks for a reason: it is asked for before anything is done.',
  },
  'wizard.confirm.pasted': {
    nl: 'Plakken bevestigt niets: typ het zelf.',
    en: 'Pasting confirms nothing: type it yourself.',
  },
  'wizard.confirm.approved': { nl: 'Het plan is goedgekeurd.', en: 'The plan is approved.' },

  // Applying.
  'wizard.progress.title': {
    nl: 'Plan {run} wordt uitgevoerd in {environment}',
    en: 'Applying plan {run} in {environment}',
  },
  'wizard.progress.reading': { nl: 'Lezen', en: 'Reading' },
  'wizard.progress.checking': {
    nl: 'Controleren of er sinds het plan iets is gewijzigd',
    en: 'Checking whether anything changed since the plan',
  },
  'wizard.progress.writing': { nl: 'Schrijven', en: 'Writing' },
  'wizard.progress.committing': { nl: 'Vastleggen', en: 'Committing' },
  'wizard.confirm.firstPrompt': {
    nl: 'Hoeveel van de {rows} rijen die iets wijzigen eerst (leeg: alle)?',
    en: 'How many of the {rows} rows that change something first (empty: all)?',
  },
  'wizard.confirm.firstWrong': {
    nl: 'Typ een getal van 1 tot en met {most}; zonder getal gaan alle rijen tegelijk.',
    en: 'Type a number from 1 to {most}; without one all rows go at once.',
  },
  'wizard.progress.first': {
    nl: '{count} {count|rij|rijen} eerst, dan de rest',
    en: '{count} {count|row|rows} first, then the rest',
  },
  'wizard.progress.whole': {
    nl: '{rows} {rowCount|rij|rijen}: {users} {userCount|gebruiker|gebruikers} in {count} {count|omgeving|omgevingen}',
    en: '{rows} {rowCount|row|rows}: {users} {userCount|user|users} in {count} {count|environment|environments}',
  },
  'wizard.progress.elapsed': { nl: '{seconds} s bezig', en: '{seconds} s so far' },
  'wizard.progress.of': { nl: '{done} van {total} rijen', en: '{done} of {total} rows' },
  'wizard.progress.rows': { nl: '{done} rijen', en: '{done} rows' },
  'wizard.progress.rate': { nl: '{rate} rijen per seconde', en: '{rate} rows a second' },
  'wizard.progress.left': { nl: 'nog ongeveer {seconds} s', en: 'about {seconds} s left' },
  'wizard.progress.stopping': {
    nl: 'Afbreken: de database blijft zoals zij was…',
    en: 'Stopping: the database stays as it was…',
  },
  'wizard.progress.allOrNothing': {
    nl: 'Alles of niets: wordt dit afgebroken, dan is er niets gewijzigd.',
    en: 'All or nothing: if this is stopped, nothing has changed.',
  },

  // The result.
  'wizard.result.delivered': {
    nl: 'Run {run} is aangeleverd voor {environment}: importeer, haal op en controleer',
    en: 'Run {run} is delivered for {environment}: import it, pull, and verify',
  },
  'wizard.result.done': {
    nl: 'Import {run} in {environment} is uitgevoerd',
    en: 'Import {run} in {environment} was applied',
  },
  'wizard.result.otherDone': {
    nl: 'Run {run} ({kind}) in {environment} is uitgevoerd',
    en: 'Run {run} ({kind}) in {environment} was applied',
  },
  'wizard.result.rest': {
    nl: 'Dit waren de eerste rijen. De andere zijn plan {rest}: r gaat daarmee verder.',
    en: 'These were the first rows. The others are plan {rest}: r goes on with them.',
  },
  'wizard.result.all': { nl: 'samen', en: 'total' },
  'wizard.result.byCode': { nl: 'Per mutatiecode', en: 'By mutation code' },
  'wizard.result.mutation': { nl: 'mutatie', en: 'mutation' },
  'wizard.result.invalid': { nl: 'fout', en: 'wrong' },
  'wizard.result.environment': {
    nl: '{shown} {users|gebruiker|gebruikers} in {code}',
    en: '{shown} {users|user|users} in {code}',
  },
  'wizard.result.cleared': { nl: 'Gewist: {fields}', en: 'Cleared: {fields}' },
  'wizard.result.rejected': {
    nl: '{count} {count|rij is|rijen zijn} afgekeurd: w bewaart ze in een bestand, met de reden erbij.',
    en: '{count} {count|row was|rows were} rejected: w writes them to a file, with the reason.',
  },
  'wizard.result.tokens': {
    nl: '{count} {count|token moet|tokens moeten} opnieuw worden uitgedeeld: t bewaart de lijst.',
    en: '{count} {count|token|tokens} must be handed out again: t writes the list.',
  },
  'wizard.result.secondPass': {
    nl: '{count} {count|UPN wacht|UPN’s wachten} nog: 2 plant de tweede import.',
    en: '{count} {count|UPN waits|UPNs wait}: 2 plans the second import.',
  },
  'wizard.result.secondPassRun': { nl: 'De tweede import is plan {run}.', en: 'The second import is plan {run}.' },
  'wizard.fileName.rejected': { nl: 'afgekeurd', en: 'rejected' },
  'wizard.fileName.mended': { nl: 'hersteld', en: 'mended' },
  'wizard.fileName.report': { nl: 'verslag', en: 'report' },
  'wizard.fileName.tokens': { nl: 'tokens', en: 'tokens' },
  'wizard.write.exists': { nl: 'Dat bestand is er al. Andere naam:', en: 'That file is there already. Other name:' },
  'wizard.write.rejected': { nl: 'Afgekeurde rijen naar:', en: 'Rejected rows to:' },
  'wizard.write.mended': { nl: 'Herstelde rijen naar:', en: 'Mended rows to:' },
  'wizard.write.report': { nl: 'Verslag (xlsx, csv, md of html) naar:', en: 'Report (xlsx, csv, md or html) to:' },
  'wizard.write.delivery': { nl: 'Bestand voor de import van AFAS naar:', en: 'File for AFAS’s import to:' },
  'wizard.write.tokens': { nl: 'Tokenlijst (xlsx of csv) naar:', en: 'Tokens list (xlsx or csv) to:' },

  // The history.
  'wizard.history.none': { nl: 'Er is nog niets geïmporteerd.', en: 'Nothing was imported yet.' },
  'wizard.history.undone': { nl: 'teruggedraaid', en: 'undone' },
  'wizard.history.about': { nl: '{run} · {kind}', en: '{run} · {kind}' },
  'wizard.history.by': { nl: 'Gepland {at} door {from}', en: 'Planned {at} by {from}' },
  'wizard.history.approved': { nl: 'goedgekeurd door {by}', en: 'approved by {by}' },
  'wizard.history.audit': { nl: 'Logboek van run {run}, het laatste eerst', en: 'Audit of run {run}, the last first' },
  'wizard.history.applied': { nl: 'uitgevoerd {at} door {by}', en: 'applied {at} by {by}' },
  'wizard.history.parent': { nl: 'Hoort bij run {run}', en: 'Belongs to run {run}' },
  'wizard.history.undoneBy': { nl: 'Teruggedraaid door run {run}', en: 'Undone by run {run}' },
  'wizard.history.pruned': {
    nl: 'De rijen zijn opgeruimd; alleen de tellingen zijn er nog.',
    en: 'The rows were pruned; only the counts are left.',
  },

  // Drift between environments.
  'wizard.drift.none': {
    nl: 'Gekoppelde gebruikers zijn gelijk in alle omgevingen van soort {kind}.',
    en: 'Linked users are the same in all environments of type {kind}.',
  },
  'wizard.drift.heading': {
    nl: '{shown} {count|gebruiker verschilt|gebruikers verschillen} tussen omgevingen van één soort',
    en: '{shown} {count|user differs|users differ} between environments of one type',
  },
  'wizard.drift.headingMore': {
    nl: 'Minstens {shown} {count|gebruiker verschilt|gebruikers verschillen} tussen omgevingen van één soort',
    en: 'At least {shown} {count|user differs|users differ} between environments of one type',
  },
  'wizard.drift.how': {
    nl: 'Enter kiest de omgeving die gelijk heeft. Het plan dat daaruit volgt geldt voor alle gebruikers van die soort en is eerst te bekijken.',
    en: 'Enter chooses the environment that is right. The plan that follows is about all users of that type, and is looked at first.',
  },
  'wizard.drift.pick.production': {
    nl: 'Welke productieomgeving heeft gelijk? De andere krijgen haar waarden',
    en: 'Which production environment is right? The others get its values',
  },
  'wizard.drift.pick.test': {
    nl: 'Welke testomgeving heeft gelijk? De andere krijgen haar waarden',
    en: 'Which test environment is right? The others get its values',
  },
  'wizard.drift.pick.accept': {
    nl: 'Welke acceptomgeving heeft gelijk? De andere krijgen haar waarden',
    en: 'Which accept environment is right? The others get its values',
  },

  // On the normal screen, afterwards.
  'wizard.end.applied': {
    nl: 'Import {run} in {environment} is uitgevoerd:',
    en: 'Import {run} in {environment} was applied:',
  },
  'wizard.end.rejected': {
    nl: 'Afgekeurde rijen: {program} rejected {run} -o BESTAND',
    en: 'Rejected rows: {program} rejected {run} -o FILE',
  },
  'wizard.result.settings': {
    nl: 'De instellingen van {environment} zijn gewijzigd (run {run})',
    en: 'The settings of {environment} were changed (run {run})',
  },
  'wizard.end.settings': {
    nl: 'Het plan van instellingen {run} voor {environment} is bewaard en niet uitgevoerd:',
    en: 'Plan {run} of settings for {environment} is stored and was not applied:',
  },
  'wizard.end.planned': {
    nl: 'Plan {run} voor {environment} ({rows} rijen) is bewaard en niet uitgevoerd:',
    en: 'Plan {run} for {environment} ({rows} rows) is stored and was not applied:',
  },
} as const satisfies Texts;

export type WizardText = keyof typeof wizardTexts;

export function isWizardText(key: string): key is WizardText {
  return Object.hasOwn(wizardTexts, key);
}
