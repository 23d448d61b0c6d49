/**
 * What a stopped use case says (the keys of `Stop`): what is wrong, and what to do. Alphabetical.
 * The words of `status`, `field`, `type`... are filled in in the language of the text.
 */
import type { Texts } from './text.js';

export const ERRORS = {
  'apply.approvalNeeded': {
    nl: 'Plan {run} wacht op goedkeuring door een tweede persoon. Laat een andere beheerder dit uitvoeren: instroom approve {run}',
    en: 'Plan {run} waits for approval by a second person. Have another administrator run: instroom approve {run}',
  },
  'apply.guarded': {
    nl: 'Plan {run} is niet uitgevoerd: een bewaking houdt het tegen. Bekijk het plan met instroom show {run}, en geef de genoemde vlag alleen als dit de bedoeling is.',
    en: 'Plan {run} was not applied: a guard stops it. Look at the plan with instroom show {run}, and give the flag that is named only if this is meant.',
  },
  'apply.interrupted': {
    nl: 'Plan {run} is onderbroken; er is niets geschreven.',
    en: 'Plan {run} was interrupted; nothing was written.',
  },
  'apply.stale': {
    nl: 'Plan {run} is niet uitgevoerd: er is sinds het plan iets gewijzigd. Maak het opnieuw met instroom plan --again {run}',
    en: 'Plan {run} was not applied: something changed since it was made. Make it anew with instroom plan --again {run}',
  },
  'approve.sameOperator': {
    nl: 'Plan {run} is van {operator}; een andere beheerder moet het goedkeuren.',
    en: 'Plan {run} was made by {operator}; another administrator has to approve it.',
  },
  'check.danglingMembership': {
    nl: 'Gebruiker {user} in {environment} zit in een groep die er niet is (nummer {id}).',
    en: 'User {user} in {environment} is in a group that is not there (number {id}).',
  },
  'check.danglingPerson': {
    nl: 'Gebruiker {user} in {environment} wijst naar een persoon die er niet is.',
    en: 'User {user} in {environment} points to a person that is not there.',
  },
  'check.danglingRun': {
    nl: 'Run {run} wijst naar een plan of omgeving die er niet is.',
    en: 'Run {run} points to a plan or environment that is not there.',
  },
  'check.danglingToken': {
    nl: 'Token {id} ({application}) is van een gebruiker die er niet is.',
    en: 'Token {id} ({application}) belongs to a user that is not there.',
  },
  'check.danglingUser': {
    nl: 'Gebruiker {user} staat in omgeving {environment}, die er niet is.',
    en: 'User {user} is in environment {environment}, which is not there.',
  },
  'check.groupElsewhere': {
    nl: 'Gebruiker {user} in {environment} zit in groep {group} van een andere omgeving.',
    en: 'User {user} in {environment} is in group {group} of another environment.',
  },
  'check.integrity': { nl: 'De database is beschadigd: {reason}', en: 'The database is damaged: {reason}' },
  'check.membershipOfNobody': {
    nl: 'Er is een groepslidmaatschap van een gebruiker die er niet is (nummer {id}).',
    en: 'There is a membership of a user that is not there (number {id}).',
  },
  'check.more': {
    nl: 'Van deze soort zijn er meer dan {count}; de rest is niet getoond.',
    en: 'There are more than {count} of this kind; the rest is not shown.',
  },
  'check.noColumn': {
    nl: 'Tabel {table} mist kolom {column}. Zet een reservekopie terug.',
    en: 'Table {table} lacks column {column}. Put back a copy.',
  },
  'check.noIndex': {
    nl: 'Tabel {table} mist de index op {columns}.',
    en: 'Table {table} lacks the index on {columns}.',
  },
  'check.noTable': {
    nl: 'Tabel {table} ontbreekt. Zet een reservekopie terug.',
    en: 'Table {table} is missing. Put back a copy.',
  },
  'check.otherColumn': {
    nl: 'Kolom {column} van tabel {table} is van een andere soort dan Instroom maakt.',
    en: 'Column {column} of table {table} is of another kind than Instroom makes.',
  },
  'check.noEveryone': {
    nl: 'Omgeving {environment} mist de groep Iedereen.',
    en: 'Environment {environment} lacks the group Iedereen.',
  },
  'check.personElsewhere': {
    nl: 'Gebruiker {user} in {environment} is gekoppeld aan persoon {person} van een andere omgeving.',
    en: 'User {user} in {environment} is linked to person {person} of another environment.',
  },
  'check.secretKept': {
    nl: 'Run {run} is klaar, maar bewaart nog wachtwoorden.',
    en: 'Run {run} has ended, but still keeps passwords.',
  },
  'check.upnShared': {
    nl: 'UPN {upn} is van {one} en ook van {other}, in omgevingen van het type {type}.',
    en: 'UPN {upn} belongs to {one} and to {other}, in environments of type {type}.',
  },
  'check.wrongKey.definition': {
    nl: 'Importdefinitie {code} is onder haar naam niet te vinden: kolom {column} past er niet bij.',
    en: 'Import definition {code} cannot be found by its name: column {column} does not fit it.',
  },
  'check.wrongKey.environment': {
    nl: 'Omgeving {environment} is onder haar code niet te vinden: kolom {column} past er niet bij.',
    en: 'Environment {environment} cannot be found by its code: column {column} does not fit it.',
  },
  'check.wrongKey.group': {
    nl: 'Groep {code} in {environment} is onder haar code niet te vinden: kolom {column} past er niet bij.',
    en: 'Group {code} in {environment} cannot be found by its code: column {column} does not fit it.',
  },
  'check.wrongKey.person': {
    nl: 'Persoon {code} in {environment} is onder die code niet te vinden: kolom {column} past er niet bij.',
    en: 'Person {code} in {environment} cannot be found by that code: column {column} does not fit it.',
  },
  'check.wrongKey.user': {
    nl: 'Gebruiker {code} in {environment}: kolom {column} past niet bij de code of de UPN, zodat dubbele niet worden gezien.',
    en: 'User {code} in {environment}: column {column} does not fit the code or the UPN, so that doubles go unseen.',
  },
  'copy.broken': {
    nl: 'De kopie is niet bewaard: er klopt iets niet in {from}. Bekijk het met instroom db check',
    en: 'The copy was not kept: something is wrong in {from}. Look at it with instroom db check',
  },
  'copy.differs': {
    nl: 'De kopie is niet bewaard: tabel {table} kwam anders aan dan hij vertrok.',
    en: 'The copy was not kept: table {table} arrived other than it left.',
  },
  'copy.noSource': {
    nl: 'Er is niets gekopieerd: {path} is geen database van Instroom, of is er niet. Controleer --from.',
    en: 'Nothing was copied: {path} is no database of Instroom, or is not there. Check --from.',
  },
  'copy.olderSource': {
    nl: 'Er is niets gekopieerd: {path} is van een oudere Instroom ({from}; nu {to}). Werk die bij met db migrate en --db {path}',
    en: 'Nothing was copied: {path} is of an older Instroom ({from}; now {to}). Bring it up to date with db migrate and --db {path}',
  },
  'copy.notEmpty': {
    nl: 'Er is niets gekopieerd: {to} bevat al gegevens. Geef een lege database.',
    en: 'Nothing was copied: {to} holds data already. Give an empty database.',
  },
  'answer.incomplete': {
    nl: 'Het antwoord is niet geschreven, of niet helemaal ({reason}); gebruik niet wat er staat.',
    en: 'The answer was not written, or not all of it ({reason}); do not use what is there.',
  },
  'answer.incompleteDone': {
    nl: 'Het antwoord is niet geschreven, of niet helemaal ({reason}), maar dit is gedaan: {done}',
    en: 'The answer was not written, or not all of it ({reason}), but this was done: {done}',
  },
  'answer.runStands': { nl: 'Run {run} is bewaard: {status}.', en: 'Run {run} is stored: {status}.' },
  'command.interrupted': { nl: 'Onderbroken.', en: 'Interrupted.' },
  'db.badTlsFile': {
    nl: 'Het bestand {path} uit het databaseadres is niet te lezen ({reason}).',
    en: 'The file {path} in the address of the database cannot be read ({reason}).',
  },
  'db.badTlsMode': {
    nl: 'Het databaseadres heeft een onbekende sslmode. Er zijn: {known}.',
    en: 'The address of the database has an unknown sslmode. There are: {known}.',
  },
  'db.badUrl': {
    nl: 'Het databaseadres is niet te lezen. Schrijf postgres://GEBRUIKER:WACHTWOORD@SERVER:POORT/DATABASE, met bijzondere tekens van het wachtwoord als %23 (#), %2F (/), %3A (:), %3F (?), %40 (@), of geef het wachtwoord met PGPASSWORD.',
    en: 'The address of the database cannot be read. Write postgres://USER:PASSWORD@SERVER:PORT/DATABASE, with special characters of the password as %23 (#), %2F (/), %3A (:), %3F (?), %40 (@), or give the password with PGPASSWORD.',
  },
  'db.badUrlOption': {
    nl: 'Het databaseadres heeft achter het vraagteken iets onbekends. Er zijn: {known}.',
    en: 'The address of the database has something unknown behind the question mark. There are: {known}.',
  },
  'db.busy': {
    nl: 'De database is in gebruik door een ander; er is niets geschreven. Probeer het zo meteen opnieuw.',
    en: 'The database is in use by somebody else; nothing was written. Try again in a moment.',
  },
  'db.cannotOpen': {
    nl: 'De database {path} is niet te openen ({reason}). Controleer het pad en de rechten, of geef een ander met --db.',
    en: 'The database {path} cannot be opened ({reason}). Check the path and its permissions, or give another one with --db.',
  },
  'db.certificate': {
    nl: 'Het certificaat van {server} is niet te vertrouwen ({reason}). Geef met sslrootcert het certificaat van de uitgever.',
    en: "The certificate of {server} cannot be trusted ({reason}). Give its authority's certificate with sslrootcert.",
  },
  'db.connectionLost': {
    nl: 'De verbinding met {server} is verbroken. Er is niets half geschreven; bekijk met instroom history wat er is gedaan, en probeer het opnieuw.',
    en: 'The connection to {server} was lost. Nothing is half written; look with instroom history at what was done, and try again.',
  },
  'db.damaged': {
    nl: 'De database is geen bruikbare database van Instroom ({reason}). Zet een reservekopie terug, of geef een andere met --db.',
    en: 'The database is not a usable database of Instroom ({reason}). Put back a copy, or give another one with --db.',
  },
  'db.disk': {
    nl: 'De schijf laat de database niet lezen of schrijven ({reason}); er is niets geschreven. Controleer of er ruimte is en of de schijf in orde is.',
    en: 'The disk does not let the database be read or written ({reason}); nothing was written. Check that there is room and that the disk is sound.',
  },
  'db.emptyAddress': {
    nl: 'De database is leeg opgegeven (--db of INSTROOM_DB). Geef een pad of postgres://..., of laat het weg voor de eigen database van deze gebruiker.',
    en: 'The database is given as empty (--db or INSTROOM_DB). Give a path or postgres://..., or leave it out for the database of this user.',
  },
  'db.encoding': {
    nl: 'De database bewaart tekst als {encoding}. Maak er een met de codering UTF8.',
    en: 'The database keeps text as {encoding}. Make one with the encoding UTF8.',
  },
  'db.failed': {
    nl: 'De database antwoordt niet ({reason}); er is niets geschreven.',
    en: 'The database does not answer ({reason}); nothing was written.',
  },
  'db.foreign': {
    nl: '{path} is een database van een ander programma. Geef een andere met --db.',
    en: '{path} is a database of another program. Give another one with --db.',
  },
  'db.full': {
    nl: 'De schijf is vol; er is niets geschreven. Maak ruimte en probeer het opnieuw.',
    en: 'The disk is full; nothing was written. Make room and try again.',
  },
  'db.loginRefused': {
    nl: '{server} weigert de aanmelding: gebruiker of wachtwoord klopt niet, of deze gebruiker mag hier niet bij.',
    en: '{server} refuses the login: the user or password is wrong, or this user is not allowed here.',
  },
  'db.migrateNeedsYes': {
    nl: '{path} wordt niet bijgewerkt (van {from} naar {to}) voordat er een reservekopie van is; maak die met pg_dump, en geef dan --yes.',
    en: '{path} is not brought up to date (from {from} to {to}) before there is a backup of it; make one with pg_dump, then give --yes.',
  },
  'db.missing': {
    nl: 'Er is geen database {path}. Controleer het pad, of maak er een met instroom env add CODE of instroom directory import BESTAND',
    en: 'There is no database {path}. Check the path, or make one with instroom env add CODE or instroom directory import FILE',
  },
  'db.newer': {
    nl: 'De database is van een nieuwere Instroom ({migrations}). Installeer die.',
    en: 'The database was made by a newer Instroom ({migrations}). Install that one.',
  },
  'db.noFolder': {
    nl: 'De map {folder} is er niet, dus {path} is niet gemaakt. Controleer het pad, of maak de map eerst.',
    en: 'There is no folder {folder}, so {path} was not made. Check the path, or make the folder first.',
  },
  'db.noRights': {
    nl: 'De gebruiker van {server} mist rechten ({reason}); er is niets geschreven.',
    en: 'The user of {server} lacks rights ({reason}); nothing was written.',
  },
  'db.noTls': {
    nl: '{server} biedt geen beveiligde verbinding (TLS), en sslmode vraagt die.',
    en: '{server} offers no secure connection (TLS), and sslmode asks for one.',
  },
  'db.noTables': {
    nl: 'In {path} staat nog geen database van Instroom. Controleer het adres, of maak er een met instroom env add CODE of instroom directory import BESTAND',
    en: '{path} holds no database of Instroom yet. Check the address, or make one with instroom env add CODE or instroom directory import FILE',
  },
  'db.notMigrated': { nl: 'De database is niet bijgewerkt.', en: 'The database was not brought up to date.' },
  'db.older': {
    nl: 'De database {path} is van een oudere Instroom ({from}; nu {to}); er is niets mee gedaan. Werk haar bij met instroom db migrate',
    en: 'The database {path} is of an older Instroom ({from}; now {to}); nothing was done with it. Bring it up to date with instroom db migrate',
  },
  'db.readOnly': {
    nl: 'De database is alleen te lezen; er is niets geschreven. Controleer de rechten van het bestand en zijn map.',
    en: 'The database is read-only; nothing was written. Check the permissions of the file and its folder.',
  },
  'db.readOnlyServer': {
    nl: '{server} is alleen te lezen (een kopie, of in onderhoud); er is niets geschreven.',
    en: '{server} is read-only (a replica, or in maintenance); nothing was written.',
  },
  'db.replaced': {
    nl: 'De database {path} is verwijderd of vervangen terwijl Instroom ermee werkte. Start Instroom opnieuw.',
    en: 'The database {path} was removed or replaced while Instroom worked with it. Start Instroom again.',
  },
  'db.serverShort': {
    nl: '{server} heeft te weinig geheugen of ruimte ({reason}); er is niets geschreven.',
    en: '{server} is short of memory or space ({reason}); nothing was written.',
  },
  'db.tooManyConnections': {
    nl: '{server} heeft te veel verbindingen. Probeer het zo meteen opnieuw.',
    en: '{server} has too many connections. Try again in a moment.',
  },
  'db.tooSlow': {
    nl: 'De database deed er te lang over; er is niets geschreven. Probeer het opnieuw als het rustiger is.',
    en: 'The database took too long; nothing was written. Try again when it is less busy.',
  },
  'db.unknownAddress': {
    nl: 'Het databaseadres is niet te herkennen. Geef een pad (met ./ ervoor als er een : in staat) of postgres://GEBRUIKER@SERVER/DATABASE',
    en: 'The address of the database cannot be recognised. Give a path (with ./ in front if it holds a :) or postgres://USER@SERVER/DATABASE',
  },
  'db.unknownScheme': {
    nl: 'Instroom kent geen {scheme}:-databases. Geef een pad (met ./ ervoor als er een : in staat) of postgres://GEBRUIKER@SERVER/DATABASE',
    en: 'Instroom does not know {scheme}: databases. Give a path (with ./ in front if it holds a :) or postgres://USER@SERVER/DATABASE',
  },
  'db.unknownDatabase': {
    nl: 'De database van {server} bestaat niet. Maak haar eerst aan (createdb), leeg en met codering UTF8.',
    en: 'The database of {server} does not exist. Create it first (createdb), empty and with encoding UTF8.',
  },
  'db.unknownHost': {
    nl: 'De server van {server} is niet te vinden. Controleer de naam.',
    en: 'The server of {server} cannot be found. Check its name.',
  },
  'db.unreachable': {
    nl: '{server} antwoordt niet ({reason}). Controleer server, poort en netwerk, en probeer het opnieuw.',
    en: '{server} does not answer ({reason}). Check the server, port and network, and try again.',
  },
  'definitions.unknown': {
    nl: 'Er is geen importdefinitie {name}. Bekijk ze met instroom definition list',
    en: 'There is no import definition {name}. See them with instroom definition list',
  },
  'definitions.unknownNear': {
    nl: 'Er is geen importdefinitie {name}; bedoel je {near}?',
    en: 'There is no import definition {name}; do you mean {near}?',
  },
  'directory.notJson': {
    nl: 'Er is niets ingelezen: {file} is geen geldige JSON.',
    en: 'Nothing was imported: {file} is not valid JSON.',
  },
  'directory.shape': {
    nl: 'Er is niets ingelezen: {file} heeft bij {place} iets anders dan verwacht.',
    en: 'Nothing was imported: {file} has something else at {place} than expected.',
  },
  'directory.notDirectory': {
    nl: 'Er is niets ingelezen: {file} is geen directory. Verwacht wordt een object met environments, persons, groups en users.',
    en: 'Nothing was imported: {file} is not a directory. An object with environments, persons, groups and users is expected.',
  },
  'directory.unknownKey': {
    nl: 'Er is niets ingelezen: {file} heeft een onbekende naam: {place}.',
    en: 'Nothing was imported: {file} has an unknown name: {place}.',
  },
  'directory.missing': {
    nl: 'Er is niets ingelezen: in {file} ontbreekt {place}.',
    en: 'Nothing was imported: {file} lacks {place}.',
  },
  'directory.wrongKind': {
    nl: 'Er is niets ingelezen: {file} moet bij {place} {expected} hebben.',
    en: 'Nothing was imported: {file} must have {expected} at {place}.',
  },
  'directory.notAllowed': {
    nl: 'Er is niets ingelezen: {file} kan bij {place} alleen dit hebben: {allowed}.',
    en: 'Nothing was imported: {file} can have this alone at {place}: {allowed}.',
  },
  'directory.tooLong': {
    nl: 'Er is niets ingelezen: {file} heeft bij {place} meer dan {max} tekens, of een teken dat niet mag.',
    en: 'Nothing was imported: {file} has more than {max} characters at {place}, or one that is not allowed.',
  },
  'directory.noCode': {
    nl: 'Er is niets ingelezen: {file} heeft bij {place} een lege code.',
    en: 'Nothing was imported: {file} has an empty code at {place}.',
  },
  'directory.notDigits': {
    nl: 'Er is niets ingelezen: {file} moet bij {place} alleen cijfers hebben.',
    en: 'Nothing was imported: {file} must have digits alone at {place}.',
  },
  'directory.unknownEnvironment': {
    nl: 'Er is niets ingelezen: {list}, nummer {place} ({code}), noemt omgeving {environment}, die er niet is.',
    en: 'Nothing was imported: {list}, number {place} ({code}), names environment {environment}, which is not there.',
  },
  'directory.unknownGroup': {
    nl: 'Er is niets ingelezen: gebruiker {user} in {environment} noemt groep {group}, die er niet is.',
    en: 'Nothing was imported: user {user} in {environment} names group {group}, which is not there.',
  },
  'directory.unknownPerson': {
    nl: 'Er is niets ingelezen: gebruiker {user} in {environment} noemt persoon {person}, die er niet is.',
    en: 'Nothing was imported: user {user} in {environment} names person {person}, who is not there.',
  },
  'directory.upnShared': {
    nl: 'Er is niets ingelezen: UPN {upn} zou van {one} en ook van {other} zijn, in omgevingen van het type {type}.',
    en: 'Nothing was imported: UPN {upn} would belong to {one} and to {other}, in environments of type {type}.',
  },
  'directory.userTwice': {
    nl: 'Er is niets ingelezen: gebruiker {user} staat twee keer in {environment}.',
    en: 'Nothing was imported: user {user} is given twice in {environment}.',
  },
  'env.exists': { nl: 'Omgeving {environment} bestaat al.', en: 'Environment {environment} exists already.' },
  'env.hasLeftovers': {
    nl: 'Omgeving {environment} is verwijderd, en {users} {users|gebruiker is|gebruikers zijn} achtergebleven; kies een andere code.',
    en: 'Environment {environment} was removed, and {users} {users|user|users} stayed behind; choose another code.',
  },
  'env.removed': { nl: 'Omgeving {environment} is verwijderd.', en: 'Environment {environment} was removed.' },
  'env.typeInUse': {
    nl: 'Het type van {environment} kan niet meer wijzigen: er {users|is|zijn} {users} {users|gebruiker|gebruikers}.',
    en: 'The type of {environment} cannot change any more: it has {users} {users|user|users}.',
  },
  'env.unknown': {
    nl: 'Omgeving {environment} bestaat niet. Er zijn: {known}.',
    en: 'Environment {environment} does not exist. There are: {known}.',
  },
  'environment.none': {
    nl: 'Omgeving {environment} bestaat niet: er is nog geen omgeving. Voeg er een toe met instroom env add {environment}',
    en: 'Environment {environment} does not exist: there is none yet. Add one with instroom env add {environment}',
  },
  'environment.removed': {
    nl: 'Omgeving {environment} is verwijderd. Er zijn: {known}.',
    en: 'Environment {environment} was removed. There are: {known}.',
  },
  'environment.unknown': {
    nl: 'Omgeving {environment} bestaat niet. Er zijn: {known}.',
    en: 'Environment {environment} does not exist. There are: {known}.',
  },
  'failure.unforeseen': {
    nl: 'Er ging iets mis dat niet was voorzien ({reason}). Wat bezig was is niet geschreven.',
    en: 'Something went wrong that was not foreseen ({reason}). What was under way was not written.',
  },
  'leftover.unknown': {
    nl: 'Geen achtergebleven gebruiker heeft de code of UPN {user}. Bekijk ze met instroom leftover list',
    en: 'No leftover user has the code or UPN {user}. See them with instroom leftover list',
  },
  'plan.alreadyImported': {
    nl: 'Deze inhoud is hier al geïmporteerd door {operator} (run {run}, {at}). Geef --import-again als het nog een keer moet.',
    en: 'This content was imported here already by {operator} (run {run}, {at}). Give --import-again if it has to be done once more.',
  },
  'plan.expired': {
    nl: 'Plan {run} is verlopen; er is niets geschreven. Maak het opnieuw met instroom plan --again {run}',
    en: 'Plan {run} has expired; nothing was written. Make it anew with instroom plan --again {run}',
  },
  'plan.interrupted': { nl: 'Onderbroken; er is niets geschreven.', en: 'Interrupted; nothing was written.' },
  'mapping.noUserSource': {
    nl: 'Er is niets gepland: het bestand heeft geen kolom met de gebruikerscode. Wijs die aan met --map "user=KOLOM".',
    en: 'Nothing was planned: the file has no column with the user code. Name it with --map "user=COLUMN".',
  },
  'mend.noColumn': {
    nl: '{field} heeft geen kolom in het bestand en is hier niet te herstellen.',
    en: '{field} has no column in the file and cannot be mended here.',
  },
  'plan.noRows': {
    nl: 'Er is niets gepland: {file} bevat geen rijen om te importeren.',
    en: 'Nothing was planned: {file} holds no rows to import.',
  },
  'plan.nothing.align': {
    nl: 'Er is niets gelijk te trekken: de gekoppelde gebruikers van {environment} verschillen nergens.',
    en: 'There is nothing to bring in line: the linked users of {environment} differ nowhere.',
  },
  'plan.nothing.import': {
    nl: 'Er is niets gepland: er zijn geen rijen.',
    en: 'Nothing was planned: there are no rows.',
  },
  'plan.nothing.second-pass': {
    nl: 'Run {run} heeft geen gebruikers die op een UPN wachten.',
    en: 'Run {run} has no users that wait for a UPN.',
  },
  'plan.nothing.undo': {
    nl: 'Run {run} heeft niets gewijzigd; er is niets terug te draaien.',
    en: 'Run {run} changed nothing; there is nothing to undo.',
  },
  'plan.passwordsGone': {
    nl: 'De wachtwoorden van plan {run} zijn niet bewaard; plan het bestand zelf opnieuw met instroom plan.',
    en: 'The passwords of plan {run} were not kept; plan the file itself again with instroom plan.',
  },
  'plan.undoAgain': {
    nl: 'Een terugdraaiing wordt opnieuw gemaakt met instroom undo {run}',
    en: 'An undo is made anew with instroom undo {run}',
  },
  'run.changedMeanwhile': {
    nl: 'Plan {run} is intussen door een ander gewijzigd; er is niets geschreven. Bekijk het opnieuw met instroom show {run}',
    en: 'Plan {run} was changed by somebody else meanwhile; nothing was written. Look at it again with instroom show {run}',
  },
  'run.notPlanned': {
    nl: 'Run {run} is geen plan meer ({status}).',
    en: 'Run {run} is not a plan any more ({status}).',
  },
  'run.pruned': {
    nl: 'De rijen van run {run} zijn opgeruimd (history prune), dus dit kan niet meer.',
    en: 'The rows of run {run} were pruned (history prune), so this cannot be done any more.',
  },
  'rejected.noFile': {
    nl: 'Run {run} komt niet uit een bestand; bekijk de rijen met instroom show {run} --rows',
    en: 'Run {run} does not come from a file; see its rows with instroom show {run} --rows',
  },
  'row.unknown': { nl: 'Plan {run} heeft geen rij {rows}.', en: 'Plan {run} has no row {rows}.' },
  'run.unknown': {
    nl: 'Er is geen run {run}. Bekijk ze met instroom history',
    en: 'There is no run {run}. See them with instroom history',
  },
  'secondPass.exists': {
    nl: 'De tweede import van run {run} is er al: run {second}.',
    en: 'The second import of run {run} is there already: run {second}.',
  },
  'secondPass.notApplied': {
    nl: 'Run {run} is nog niet uitgevoerd; daarna kan de tweede import.',
    en: 'Run {run} has not been applied yet; the second import comes after that.',
  },
  'stale.environment': {
    nl: 'Omgeving {subject} is gewijzigd of verwijderd.',
    en: 'Environment {subject} was changed or removed.',
  },
  'stale.environment.noRow': {
    nl: 'Omgeving {subject} is gewijzigd of verwijderd.',
    en: 'Environment {subject} was changed or removed.',
  },
  'stale.group': {
    nl: 'Rij {row}: groep {subject} is gewijzigd of intussen aangemaakt.',
    en: 'Row {row}: group {subject} was changed, or created meanwhile.',
  },
  'stale.group.noRow': {
    nl: 'Groep {subject} is gewijzigd of intussen aangemaakt.',
    en: 'Group {subject} was changed, or created meanwhile.',
  },
  'stale.person': {
    nl: 'Rij {row} ({user}): persoon {subject} is gewijzigd of weg.',
    en: 'Row {row} ({user}): person {subject} was changed or is gone.',
  },
  'stale.person.noRow': {
    nl: 'Persoon {subject} ({user}) is gewijzigd of weg.',
    en: 'Person {subject} ({user}) was changed or is gone.',
  },
  'stale.upn': {
    nl: 'Rij {row} ({user}): UPN {subject} is intussen van een ander.',
    en: 'Row {row} ({user}): UPN {subject} belongs to another user by now.',
  },
  'stale.upn.noRow': {
    nl: 'UPN {subject} ({user}) is intussen van een ander.',
    en: 'UPN {subject} ({user}) belongs to another user by now.',
  },
  'stale.userAppeared': {
    nl: 'Rij {row}: gebruiker {user} bestaat intussen in {subject}.',
    en: 'Row {row}: user {user} exists in {subject} by now.',
  },
  'stale.userAppeared.noRow': {
    nl: 'Gebruiker {user} bestaat intussen in {subject}.',
    en: 'User {user} exists in {subject} by now.',
  },
  'stale.userChanged': {
    nl: 'Rij {row}: gebruiker {user} is gewijzigd in {subject}.',
    en: 'Row {row}: user {user} was changed in {subject}.',
  },
  'stale.userChanged.noRow': {
    nl: 'Gebruiker {user} is gewijzigd in {subject}.',
    en: 'User {user} was changed in {subject}.',
  },
  'stale.userGone': {
    nl: 'Rij {row}: gebruiker {user} is weg uit {subject}.',
    en: 'Row {row}: user {user} is gone from {subject}.',
  },
  'stale.userGone.noRow': { nl: 'Gebruiker {user} is weg uit {subject}.', en: 'User {user} is gone from {subject}.' },
  'undo.already': {
    nl: 'Run {run} is al teruggedraaid door run {by}.',
    en: 'Run {run} was undone already by run {by}.',
  },
  'undo.notApplied': {
    nl: 'Run {run} is niet uitgevoerd; er is niets terug te draaien.',
    en: 'Run {run} was not applied; there is nothing to undo.',
  },
} as const satisfies Texts;
