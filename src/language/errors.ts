/**
 * What a stopped use case says (the keys of `UserError`): what is wrong, and what to do. Alphabetical.
 * The words of `status`, `field`, `type`... are filled in in the language of the text.
 */
import type { Texts } from './text.js';

export const ERRORS = {
  'act.needsValue': {
    nl: 'Zeg ook welke waarde, groep, persoon of gebruiker het wordt.',
    en: 'Say which value, group, person or user it becomes as well.',
  },
  'act.noField': {
    nl: 'Een veld {field} kan hiermee geen waarde krijgen. Wel: {fields}.',
    en: 'This gives no value to a field {field}. It does to: {fields}.',
  },
  'act.noGroups': {
    nl: 'Groepen zijn bij deze handeling niet te noemen.',
    en: 'This takes no groups.',
  },
  'act.noSystem': {
    nl: 'Systeemgebruikers zijn hiermee niet te bereiken.',
    en: 'This cannot reach system users.',
  },
  'act.nobody': {
    nl: 'In {environment} is niemand gevonden om dit voor te doen.',
    en: 'Nobody was found in {environment} to do this for.',
  },
  'act.oneUser': {
    nl: 'Dit kan alleen voor één gebruiker tegelijk.',
    en: 'This is done for one user at a time.',
  },
  'apply.approvalNeeded': {
    nl: 'Plan {run} wacht op goedkeuring door een tweede persoon. Laat een andere beheerder dit uitvoeren: {program} approve {run}',
    en: 'Plan {run} waits for approval by a second person. Have another administrator run: {program} approve {run}',
  },
  'apply.personsUnknown': {
    nl: 'Plan {run} is hier niet uit te voeren: de spiegel kent deze personen niet: {persons}. Lever het aan met {program} deliver {run}, of lees personen in.',
    en: 'Plan {run} cannot be applied here: the mirror does not know these persons: {persons}. Deliver it with {program} deliver {run}, or read persons in.',
  },
  'apply.connected': {
    nl: 'Plan {run} is niet uitgevoerd: {environment} is met AFAS verbonden, en hier staat alleen een kopie. Maak er een bestand van: {program} deliver {run} -o BESTAND.csv. Alleen de kopie wijzigen kan met --mirror-only.',
    en: 'Plan {run} was not applied: {environment} is connected to AFAS, and only a copy is kept here. Make a file of it: {program} deliver {run} -o FILE.csv. To change the copy alone, give --mirror-only.',
  },
  'apply.guarded': {
    nl: 'Plan {run} gaat niet door: een bewaking houdt het tegen. Bekijk het plan met {program} show {run}, en geef wat erbij staat alleen als dit de bedoeling is.',
    en: 'Plan {run} was not applied: a guard stops it. Look at the plan with {program} show {run}, and give what is named with it only if this is meant.',
  },
  'apply.interrupted': {
    nl: 'Plan {run} is onderbroken; er is niets geschreven.',
    en: 'Plan {run} was interrupted; nothing was written.',
  },
  'apply.raisesNothing': {
    nl: 'Plan {run} gaat niet door: een tweede persoon keurt het goed, en de grenzen horen daarbij. Zet de vlag bij {program} approve {run}, of maak het plan ermee opnieuw: {program} plan --again {run}',
    en: 'Plan {run} was not applied: a second person approves it, and its limits are part of that. Give the flag to {program} approve {run}, or plan with it anew: {program} plan --again {run}',
  },
  'apply.stale': {
    nl: 'Plan {run} gaat niet door: er is sinds het plan iets gewijzigd. Maak het opnieuw met {program} plan --again {run}',
    en: 'Plan {run} does not go ahead: something changed since it was made. Make it anew with {program} plan --again {run}',
  },
  'approve.digestNeeded': {
    nl: 'Zonder terminal is --digest nodig: de digest van het plan dat is bekeken, uit {program} show {run} --json',
    en: 'Without a terminal --digest is needed: the digest of the plan that was looked at, from {program} show {run} --json',
  },
  'approve.namespace': {
    nl: 'Plan {run} is niet goedgekeurd: in een eigen naamruimte van gebruikers (unshare, een container) is niet zeker wie je bent. Keur het goed vanuit je eigen sessie.',
    en: 'Plan {run} was not approved: inside a user namespace (unshare, a container) it is not certain who you are. Approve it from your own session.',
  },
  'approve.notTyped': {
    nl: 'Plan {run} is niet goedgekeurd: het nummer van de run is niet getypt.',
    en: 'Plan {run} was not approved: the number of the run was not typed.',
  },
  'approve.otherDigest': {
    nl: 'Plan {run} is niet goedgekeurd: het is een ander plan dan waarvan deze digest is. Bekijk het opnieuw met {program} show {run}',
    en: 'Plan {run} was not approved: it is another plan than the one that this digest is of. Look at it anew with {program} show {run}',
  },
  'approve.root': {
    nl: 'Plan {run} is niet goedgekeurd: root is niemand in het bijzonder. Meld je aan onder je eigen naam, en gebruik sudo als dat nodig is.',
    en: 'Plan {run} was not approved: root is nobody in particular. Log in under your own name, and use sudo where it is needed.',
  },
  'approve.sameDatabaseLogin': {
    nl: 'Plan {run} is niet goedgekeurd: {operator} werkte eraan met dezelfde aanmelding bij de database als jij. Een tweede persoon heeft een eigen aanmelding bij de database.',
    en: 'Plan {run} was not approved: {operator} worked on it under the same login of the database as yours. A second person has a database login of their own.',
  },
  'approve.sameOperator': {
    nl: 'Plan {run} is mede van {operator}: gemaakt, aangepast of verruimd. Iemand die er niets aan deed moet het goedkeuren.',
    en: 'Plan {run} is partly the work of {operator}: planned, changed or raised. Somebody who did nothing to it has to approve it.',
  },
  'approve.session': {
    nl: 'Plan {run} is niet goedgekeurd: je werkt als {login} in een sessie van {session}. Keur het goed vanuit je eigen sessie.',
    en: 'Plan {run} was not approved: you work as {login} in a session of {session}. Approve it from your own session.',
  },
  'approve.unknownDatabaseLogin': {
    nl: 'Plan {run} is niet goedgekeurd: het is van voordat aanmeldingen bij de database werden bijgehouden, of uit een andere database. Maak het opnieuw: {program} plan --again {run}',
    en: 'Plan {run} was not approved: it is from before logins of the database were kept, or from another database. Plan it anew: {program} plan --again {run}',
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
  'check.auditGap': {
    nl: 'In de audit ontbreekt record {number}.',
    en: 'Record {number} of the audit is missing.',
  },
  'check.auditChanged': {
    nl: 'Record {number} van de audit is niet meer zoals die is geschreven, of staat op een andere plaats.',
    en: 'Record {number} of the audit is not as it was written, or stands in another place.',
  },
  'check.auditCut': {
    nl: 'De audit eindigt bij record {number}, en hoort tot {last} te gaan: het einde is weggehaald.',
    en: 'The audit ends at record {number}, and should go on to {last}: its end was taken away.',
  },
  'check.auditHead': {
    nl: 'Het einde van de audit (na record {number}) is niet meer zoals het is geschreven.',
    en: 'The end of the audit (after record {number}) is not as it was written.',
  },
  'db.auditHeadGone': {
    nl: 'De audit kan niet worden bijgehouden. Kijk met: {program} db check',
    en: 'The audit cannot be kept. Look with: {program} db check',
  },
  'check.upnShared': {
    nl: 'UPN {upn} is van {one} en ook van {other}, in omgevingen van de soort {type}.',
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
    nl: 'De kopie is niet bewaard: er klopt iets niet in {from}. Bekijk het met {program} db check',
    en: 'The copy was not kept: something is wrong in {from}. Look at it with {program} db check',
  },
  'copy.differs': {
    nl: 'De kopie is niet bewaard: tabel {table} kwam anders aan dan hij vertrok.',
    en: 'The copy was not kept: table {table} did not arrive as it left.',
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
    nl: 'De verbinding met {server} is verbroken. Er is niets half geschreven; bekijk met {program} history wat er is gedaan, en probeer het opnieuw.',
    en: 'The connection to {server} was lost. Nothing is half written; look with {program} history at what was done, and try again.',
  },
  'db.damaged': {
    nl: 'De database is geen bruikbare database van Instroom ({reason}). Zet een reservekopie terug, of geef een andere met --db.',
    en: 'The database is not a usable database of Instroom ({reason}). Put back a copy, or give another one with --db.',
  },
  'db.networkDrive': {
    nl: 'De database {path} is niet te vergrendelen ({reason}); er is niets geschreven. Dit lijkt een netwerkschijf: zet de database op een lokale schijf met --db, of gebruik PostgreSQL. Staat hij al lokaal, sluit dan het andere programma dat hem open heeft, en controleer de schijf.',
    en: 'The database {path} cannot be locked ({reason}); nothing was written. This looks like a network drive: put the database on a local disk with --db, or use PostgreSQL. If it is local already, close the other program that has it open, and check the disk.',
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
    nl: 'Er is geen database {path}. Controleer het pad, of maak er een met {program} env add CODE of {program} directory import BESTAND',
    en: 'There is no database {path}. Check the path, or make one with {program} env add CODE or {program} directory import FILE',
  },
  'db.noDriver': {
    nl: 'SQLite is hier niet te laden ({reason}). Installeer Instroom opnieuw met --allow-scripts=sqlite3, waar een C++-compiler, make en Python 3 zijn, neem het archief met Node of het Debianpakket, waar het in zit, of gebruik PostgreSQL, dat niets hiervan nodig heeft: --db postgres://…',
    en: 'SQLite cannot be loaded here ({reason}). Install Instroom again with --allow-scripts=sqlite3, where there are a C++ compiler, make and Python 3, take the archive with Node or the Debian package, which bring it along, or use PostgreSQL, which needs none of this: --db postgres://…',
  },
  'pull.doubled': {
    nl: 'De connector geeft {count} gebruikers meer dan eens: welke regel geldt, is niet te zeggen. Er is niets gewijzigd. Neem een connector met één regel per gebruiker.',
    en: 'The connector gives {count} users more than once: which line holds cannot be told. Nothing was changed. Take a connector with one line for each user.',
  },
  'pull.firstGone': {
    nl: 'Omgeving {environment} is niet opgehaald: dit is de eerste keer, en {gone} {gone|gebruiker|gebruikers} die hier {gone|staat is|staan zijn} er niet bij (actief: {active} van {there}). Kijk of dit de juiste omgeving is en of de connector iedereen ziet, en geef --accept-shrunk alleen als zij weg mogen.',
    en: 'Environment {environment} was not pulled: this is the first time, and {gone} {gone|user that is here is|users that are here are} not among those found (active: {active} of {there}). Look whether this is the right environment and whether the connector sees everybody, and give --accept-shrunk only if they may go.',
  },
  'pull.noRows': {
    nl: 'Run {run} is een keer ophalen en heeft geen rijen. Wat er van een gebruiker is gewijzigd: {program} history --user CODE',
    en: 'Run {run} is a pull, and has no rows. What it changed of a user: {program} history --user CODE',
  },
  'pull.notConnected': {
    nl: 'Omgeving {environment} is met geen AFAS-omgeving verbonden. Verbind haar eerst: {program} env connect {environment} --url URL --secret-file BESTAND',
    en: 'Environment {environment} is connected to no AFAS environment. Connect it first: {program} env connect {environment} --url URL --secret-file FILE',
  },
  'pull.shrunk': {
    nl: 'Omgeving {environment} is niet opgehaald: er is minder dan de helft van de vorige keer. Kijk of de rechten en filters van de connector nog kloppen, en geef --accept-shrunk alleen als dit de bedoeling is.',
    en: 'Environment {environment} was not pulled: there is less than half of what the pull before had. Look whether the rights and filters of the connector are still right, and give --accept-shrunk only if this is meant.',
  },
  'pull.shrunk.groups': {
    nl: 'groepen: {count}, vorige keer {before}',
    en: 'groups: {count}, the pull before {before}',
  },
  'pull.shrunk.memberships': {
    nl: 'lidmaatschappen: {count}, vorige keer {before}',
    en: 'memberships: {count}, the pull before {before}',
  },
  'pull.shrunk.persons': {
    nl: 'personen: {count}, vorige keer {before}',
    en: 'persons: {count}, the pull before {before}',
  },
  'pull.shrunk.users': {
    nl: 'gebruikers: {count}, vorige keer {before}',
    en: 'users: {count}, the pull before {before}',
  },
  'undo.ofPull': {
    nl: 'Run {run} heeft opgehaald wat in AFAS stond; dat is hier niet ongedaan te maken.',
    en: 'Run {run} pulled what AFAS had; that cannot be undone here.',
  },
  'version.none': { nl: 'niet te laden', en: 'cannot be loaded' },
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
    nl: 'In {path} staat nog geen database van Instroom. Controleer het adres, of maak er een met {program} env add CODE of {program} directory import BESTAND',
    en: '{path} holds no database of Instroom yet. Check the address, or make one with {program} env add CODE or {program} directory import FILE',
  },
  'db.notMigrated': { nl: 'De database is niet bijgewerkt.', en: 'The database was not brought up to date.' },
  'db.older': {
    nl: 'De database {path} is van een oudere Instroom ({from}; nu {to}); er is niets mee gedaan. Werk haar bij met {program} db migrate',
    en: 'The database {path} is of an older Instroom ({from}; now {to}); nothing was done with it. Bring it up to date with {program} db migrate',
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
  'definitions.exists': {
    nl: 'Er is al een andere importdefinitie {name}. Vervang die met --force, of kies een andere naam. Wat er anders is:',
    en: 'There is another import definition {name} already. Replace it with --force, or choose another name. What differs:',
  },
  'definitions.difference': { nl: '{part}: {old} → {new}', en: '{part}: {old} → {new}' },
  'definitions.unknown': {
    nl: 'Er is geen importdefinitie {name}. Bekijk ze met {program} definition list',
    en: 'There is no import definition {name}. See them with {program} definition list',
  },
  'definitions.unknownNear': {
    nl: 'Er is geen importdefinitie {name}; bedoel je {near}?',
    en: 'There is no import definition {name}; do you mean {near}?',
  },
  'directory.fault.approvalChanges': {
    nl: '{place}: {environment} vraagt iets anders, en dat wijzigt een import niet. Gebruik: {program} env set {environment} --approval {value}',
    en: '{place}: {environment} asks for something else, and no import changes that. Use: {program} env set {environment} --approval {value}',
  },
  'directory.fault.bringsBack': {
    nl: '{place}: {environment} is verwijderd, en een import haalt die niet terug; kies een andere code.',
    en: '{place}: {environment} was removed, and no import brings it back; choose another code.',
  },
  'directory.fault.cell': {
    nl: '{place}: {value} is geen tekst. Maak de cel in het bestand op als tekst, en typ de waarde opnieuw.',
    en: '{place}: {value} is not a text. Format the cell as text in the file, and type the value again.',
  },
  'directory.fault.codeIncomplete': {
    nl: '{place}: {user} is geen hele gebruikerscode; bedoeld is waarschijnlijk {complete}.',
    en: '{place}: {user} is not a whole user code; {complete} is probably meant.',
  },
  'directory.fault.damaged': {
    nl: '{place}: er staat een beschadigd teken in. Sla het bestand op als UTF-8, en typ de waarde opnieuw.',
    en: '{place}: it holds a damaged character. Save the file as UTF-8, and type the value again.',
  },
  'directory.fault.empty': { nl: '{place}: de code is leeg.', en: '{place}: the code is empty.' },
  'directory.fault.environmentCode': {
    nl: '{place}: een omgeving heet met letters, cijfers, punten en streepjes, zoals O12345AA.',
    en: '{place}: an environment is named with letters, digits, dots and dashes, such as O12345AA.',
  },
  'directory.fault.errorCell': {
    nl: '{place}: {value} is een fout van de spreadsheet, en geen waarde.',
    en: "{place}: {value} is a spreadsheet's error, and no value.",
  },
  'directory.fault.format': {
    nl: '{place}: dit is de vorm van een andere Instroom; deze leest 1.0.',
    en: '{place}: this is the shape of another Instroom; this one reads 1.0.',
  },
  'directory.fault.headerRepeated': {
    nl: '{place}: dit is de kopregel nog eens; haal de rij weg.',
    en: '{place}: this is the header once more; take the row away.',
  },
  'directory.fault.hidden': {
    nl: '{place}: er staat een teken in dat niet te zien is ({character}). Typ de waarde opnieuw.',
    en: '{place}: it holds a character that cannot be seen ({character}). Type the value again.',
  },
  'directory.fault.missing': { nl: '{place} ontbreekt.', en: '{place} is missing.' },
  'directory.fault.more': {
    nl: 'en nog {count} meer.',
    en: 'and {count} more.',
  },
  'directory.fault.nameTwice': {
    nl: '{place}: deze naam staat er twee keer.',
    en: '{place}: this name is there twice.',
  },
  'directory.fault.nameless': {
    nl: '{place}: {value} staat in kolom {number}, die geen naam heeft. Geef de kolom een naam, of laat hem weg met --ignore-column "#{number}"',
    en: '{place}: {value} is in column {number}, which has no name. Name the column, or leave it out with --ignore-column "#{number}"',
  },
  'directory.fault.needsPlan': {
    nl: '{place}: gebruiker {user} in {environment}.',
    en: '{place}: user {user} in {environment}.',
  },
  'directory.fault.notAllowed': {
    nl: '{place} kan alleen dit zijn: {allowed}.',
    en: '{place} can be this alone: {allowed}.',
  },
  'directory.fault.notDigits': {
    nl: '{place}: een deelnemersnummer heeft alleen cijfers.',
    en: '{place}: a participant number has digits alone.',
  },
  'directory.fault.notDirectory': {
    nl: 'Dit is geen administratie in JSON. Verwacht wordt een object met environments, persons, groups en users.',
    en: 'This is not a directory. An object with environments, persons, groups and users is expected.',
  },
  'directory.fault.notYesNo': {
    nl: '{place}: {value} is geen ja of nee.',
    en: '{place}: {value} is neither yes nor no.',
  },
  'directory.fault.participantProtects': {
    nl: '{place}: van het deelnemersnummer hangt af wie {environment} beschermt. Wijzig het met: {program} env set {environment} --participant {value}',
    en: '{place}: whom {environment} protects depends on its participant number. Change it with: {program} env set {environment} --participant {value}',
  },
  'directory.fault.participantNeeded': {
    nl: '{place}: het deelnemersnummer van {code} is niet bekend; geef participant.',
    en: '{place}: the participant number of {code} is not known; give participant.',
  },
  'directory.fault.removes': {
    nl: '{place}: een import verwijdert geen omgeving. Gebruik: {program} env remove {environment}',
    en: '{place}: no import removes an environment. Use: {program} env remove {environment}',
  },
  'directory.fault.rowContradicts': {
    nl: '{place}: {user} heeft hier een andere waarde dan in rij {first}.',
    en: '{place}: {user} has another value here than in row {first}.',
  },
  'directory.fault.rowShape': {
    nl: '{place}: de rij heeft {found} {found|cel|cellen} in plaats van {expected}; mogelijk is er iets verschoven.',
    en: '{place}: the row has {found} {found|cell|cells} instead of {expected}; something may have shifted.',
  },
  'directory.fault.shape': {
    nl: '{place}: hier staat iets anders dan verwacht.',
    en: '{place}: something else was expected here.',
  },
  'directory.fault.tooLong': {
    nl: '{place} heeft meer dan {max} tekens.',
    en: '{place} has more than {max} characters.',
  },
  'directory.fault.twice': {
    nl: '{place}: {code} staat er twee keer in.',
    en: '{place}: {code} is given twice.',
  },
  'directory.fault.typeChanges': {
    nl: '{place}: {environment} is {type}, en een import wijzigt dat niet. Gebruik: {program} env set {environment} --type {value}',
    en: '{place}: {environment} is {type}, and no import changes that. Use: {program} env set {environment} --type {value}',
  },
  'directory.fault.typeNeeded': {
    nl: '{place}: de soort omgeving van {code} is niet bekend; geef "type".',
    en: '{place}: the type of {code} is not known; give "type".',
  },
  'directory.fault.unknownEnvironment': {
    nl: '{place}: omgeving {environment} is er niet.',
    en: '{place}: there is no environment {environment}.',
  },
  'directory.fault.unknownGroup': {
    nl: '{place}: groep {group} is er niet in {environment}.',
    en: '{place}: there is no group {group} in {environment}.',
  },
  'directory.fault.unknownName': { nl: '{place}: onbekende naam.', en: '{place}: unknown name.' },
  'directory.fault.unknownPerson': {
    nl: '{place}: persoon {person} is er niet in {environment}.',
    en: '{place}: there is no person {person} in {environment}.',
  },
  'directory.fault.upnLeftover': {
    nl: '{place}: UPN {upn} is nog van {holder}, achtergebleven in {environment}. Wis die daar met: {program} leftover clear-upn {holder}',
    en: '{place}: UPN {upn} is still held by {holder}, left behind in {environment}. Clear it there with: {program} leftover clear-upn {holder}',
  },
  'directory.fault.upnTaken': {
    nl: '{place}: UPN {upn} zou van {user} zijn en ook van {holder} in {environment} ({type}).',
    en: '{place}: UPN {upn} would belong to {user} and to {holder} in {environment} ({type}).',
  },
  'directory.fault.wrongKind': { nl: '{place}: hier hoort {expected}.', en: '{place}: {expected} belongs here.' },
  'directory.interrupted': {
    nl: 'De import is onderbroken; er is niets geschreven.',
    en: 'The import was interrupted; nothing was written.',
  },
  'directory.listColumns': {
    nl: 'Er is niets ingelezen: de kolommen van {file} kloppen niet. Een lijst met {as} heeft deze: {known}.',
    en: 'Nothing was imported: the columns of {file} are not right. A list of {as} has these: {known}.',
  },
  'directory.listColumnMissing': { nl: 'de kolom {column} ontbreekt', en: 'the column {column} is missing' },
  'directory.listColumnTwice': {
    nl: 'de kolommen {one} en {other} zijn dezelfde',
    en: 'the columns {one} and {other} are the same',
  },
  'directory.listColumnUnknown': {
    nl: 'kolom {column}: laat weg met --ignore-column "{name}"',
    en: 'column {column}: leave out with --ignore-column "{name}"',
  },
  'directory.locksOut': {
    nl: 'Er is niets ingelezen: {environment} zou {count} {count|beheerder|beheerders} verliezen, en ten minste {limit} {limit|blijft|blijven}. Stel eerst voor de omgeving in dat er minder genoeg zijn.',
    en: 'Nothing was imported: {environment} would lose {count} {count|administrator|administrators}, and at least {limit} {limit|stays|stay}. First set for the environment that fewer are enough.',
  },
  'directory.frozen': {
    nl: 'Er is niets ingelezen: {environments} is bevroren, en {count} {count|gebruiker zou|gebruikers zouden} daar veranderen. Wacht tot daarna, of maak er een plan van, dat met --during-freeze toch wordt uitgevoerd: {program} plan BESTAND --env {environment} --type user',
    en: 'Nothing was imported: {environments} is frozen, and {count} {count|user|users} would change there. Wait until after that, or make it a plan, which --during-freeze applies all the same: {program} plan FILE --env {environment} --type user',
  },
  'directory.overLicences': {
    nl: 'Er is niets ingelezen: {environment} zou {count} licenties gebruiken van de {limit}. Stel eerst voor de omgeving in dat er meer zijn.',
    en: 'Nothing was imported: {environment} would use {count} licences of {limit}. First set for the environment that there are more.',
  },
  'directory.needsPlan': {
    nl: 'Er is niets ingelezen: {environments} vraagt een tweede persoon, en {count} {count|gebruiker zou|gebruikers zouden} daar veranderen. Maak er een plan van: {program} plan BESTAND --env {environment} --type user',
    en: 'Nothing was imported: {environments} asks for a second person, and {count} {count|user|users} would change there. Make it a plan: {program} plan FILE --env {environment} --type user',
  },
  'directory.notJson': {
    nl: 'Er is niets ingelezen: {file} is geen geldige JSON. Voor een lijst (CSV of XLSX) geef je --as persons, groups of users, en --env CODE.',
    en: 'Nothing was imported: {file} is not valid JSON. For a list (CSV or XLSX) give --as persons, groups or users, and --env CODE.',
  },
  'directory.protected': {
    nl: 'Er is niets ingelezen: {count} {count|gebruiker is|gebruikers zijn} beschermd in {environments}, en {count|zou|zouden} daar geblokkeerd worden of een groep of toegang kwijtraken. Laat die weg, of hef eerst de bescherming op: {program} env set {environment} --unprotect',
    en: 'Nothing was imported: {count} {count|user is|users are} protected in {environments}, and would be blocked there or lose a group or access. Leave them out, or end the protection first: {program} env set {environment} --unprotect',
  },
  'directory.refused': {
    nl: 'Er is niets ingelezen: {count} {count|fout|fouten} in {file}.',
    en: 'Nothing was imported: {count} {count|fault|faults} in {file}.',
  },
  'env.askedBefore': {
    nl: 'Omgeving {environment} vroeg om een tweede persoon toen zij werd verwijderd. Voeg haar toe met --approval second-person; wat dat beëindigt, is daarna een plan.',
    en: 'Environment {environment} asked for a second person when it was removed. Add it with --approval second-person; what ends that is a plan afterwards.',
  },
  'env.exists': { nl: 'Omgeving {environment} bestaat al.', en: 'Environment {environment} exists already.' },
  'env.hasLeftovers': {
    nl: 'Omgeving {environment} is verwijderd, en {users} {users|gebruiker is|gebruikers zijn} achtergebleven; kies een andere code.',
    en: 'Environment {environment} was removed, and {users} {users|user|users} stayed behind; choose another code.',
  },
  'env.removed': { nl: 'Omgeving {environment} is verwijderd.', en: 'Environment {environment} was removed.' },
  'env.typeInUse': {
    nl: 'De soort van {environment} kan niet meer wijzigen: er {users|is|zijn} {users} {users|gebruiker|gebruikers}.',
    en: 'The type of {environment} cannot change any more: it has {users} {users|user|users}.',
  },
  'env.unknown': {
    nl: 'Omgeving {environment} bestaat niet. Er zijn: {known}.',
    en: 'Environment {environment} does not exist. There are: {known}.',
  },
  'environment.none': {
    nl: 'Omgeving {environment} bestaat niet: er is nog geen omgeving. Voeg er een toe met {program} env add {environment}',
    en: 'Environment {environment} does not exist: there is none yet. Add one with {program} env add {environment}',
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
    nl: 'Geen achterblijver heeft de code of UPN {user}. Bekijk ze met {program} leftover list',
    en: 'No leftover has the code or UPN {user}. See them with {program} leftover list',
  },
  'import.already': {
    nl: 'Deze inhoud is hier al geïmporteerd door {operator} (run {run}, {at}). Geef --import-again als het nog een keer moet.',
    en: 'This content was imported here already by {operator} (run {run}, {at}). Give --import-again if it has to be done once more.',
  },
  'plan.decisionsLost': {
    nl: 'Er is niets gepland: van het plan daarvoor vervallen {excluded} weggelaten {excluded|rij|rijen} en {mended} herstelde {mended|rij|rijen}.',
    en: 'Nothing was planned: of the plan before, {excluded} left out {excluded|row|rows} and {mended} mended {mended|row|rows} would be lost.',
  },
  'plan.expired': {
    nl: 'Plan {run} is verlopen; er is niets geschreven. Maak het opnieuw met {program} plan --again {run}',
    en: 'Plan {run} has expired; nothing was written. Make it anew with {program} plan --again {run}',
  },
  'plan.interrupted': { nl: 'Onderbroken; er is niets geschreven.', en: 'Interrupted; nothing was written.' },
  'mapping.noUserSource': {
    nl: 'Er is niets gepland: het bestand heeft geen kolom met de gebruikerscode. Wijs die aan met --map "user=KOLOM".',
    en: 'Nothing was planned: the file has no column with the user code. Name it with --map "user=COLUMN".',
  },
  'mend.composed': {
    nl: '{field} wordt samengesteld. Herstel een kolom waaruit dat gebeurt: {columns}',
    en: '{field} is composed. Mend a column that it is made of: {columns}',
  },
  'mend.cellTwice': {
    nl: 'Dezelfde cel krijgt twee waarden: {place}. Geef er één.',
    en: 'One cell gets two values: {place}. Give one.',
  },
  'mend.fixed': {
    nl: '{field} heeft in deze import één vaste waarde voor alle rijen. Plan opnieuw met een kolom voor het veld.',
    en: '{field} has one fixed value for all rows of this import. Plan it again with a column for the field.',
  },
  'mend.twoColumns': {
    nl: 'Met {header} kunnen twee kolommen zijn bedoeld. Noem het veld met zijn id, of de kolom met haar eigen naam.',
    en: '{header} may mean two columns. Name the field by its id, or the column by a name of its own.',
  },
  'mend.unknown': {
    nl: '{place} is geen veld en geen kolom van dit bestand. Kies uit: {known}',
    en: '{place} is no field and no column of this file. Choose from: {known}',
  },
  'mend.unknownNear': {
    nl: '{place} is geen veld en geen kolom van dit bestand. Bedoel je {near}?',
    en: '{place} is no field and no column of this file. Did you mean {near}?',
  },
  'mend.noFile': {
    nl: 'Plan {run} komt niet uit een bestand: er zijn geen cellen om te herstellen.',
    en: 'Plan {run} does not come from a file: there are no cells to mend.',
  },
  'mend.nothing': {
    nl: 'Geen cel van plan {run} wordt hierdoor anders; er is niets veranderd.',
    en: 'No cell of plan {run} becomes another by this; nothing was changed.',
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
    nl: 'Er is niets gelijk te trekken: de gekoppelde gebruikers van {environment} zijn overal gelijk.',
    en: 'There is nothing to bring in line: the linked users of {environment} are the same everywhere.',
  },
  'plan.nothing.hand': {
    nl: 'Niemand die run {run} blokkeert, kan nog ergens anders inloggen.',
    en: 'Nobody whom run {run} blocks can still log in elsewhere.',
  },
  'plan.nothing.alignUnknown': {
    nl: 'Er is niets gelijk te trekken met {environment}: {count} {count|gebruiker verschilt|gebruikers verschillen}, maar niet bekend is wat de anderen zouden volgen. Laat de GetConnector Omschrijving, E-mail en UPN geven.',
    en: 'Nothing can be brought in line with {environment}: {count} {count|user differs|users differ}, but what the others would follow is not known. Let the GetConnector give description, e-mail and UPN.',
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
    nl: 'De wachtwoorden van plan {run} zijn niet bewaard; plan het bestand zelf opnieuw met {program} plan.',
    en: 'The passwords of plan {run} were not kept; plan the file itself again with {program} plan.',
  },
  'plan.absentNoFile': {
    nl: 'Plan {run} komt niet uit een bestand: niemand ontbreekt erin.',
    en: 'Plan {run} does not come from a file: nobody is absent from it.',
  },
  'plan.undoAgain': {
    nl: 'Een plan dat terugdraait, wordt opnieuw gemaakt met {program} undo {run}',
    en: 'An undo is made anew with {program} undo {run}',
  },
  'run.changedMeanwhile': {
    nl: 'Plan {run} is intussen door een ander gewijzigd; er is niets geschreven. Bekijk het opnieuw met {program} show {run}',
    en: 'Plan {run} was changed by somebody else meanwhile; nothing was written. Look at it again with {program} show {run}',
  },
  'run.changedWhileRead': {
    nl: 'Plan {run} is gewijzigd terwijl het werd gelezen: wat er al van uitkwam, is van meer dan één plan. Vraag het nog eens.',
    en: 'Plan {run} was changed while it was read: what came of it so far is of more than one plan. Ask for it once more.',
  },
  'run.notPlanned': {
    nl: 'Run {run} is geen plan meer ({status}).',
    en: 'Run {run} is not a plan any more ({status}).',
  },
  'run.pruned': {
    nl: 'De rijen van run {run} zijn opgeruimd (history prune), dus dit kan niet meer.',
    en: 'The rows of run {run} were pruned (history prune), so this cannot be done any more.',
  },
  'tokens.notApplied': {
    nl: 'Run {run} is niet uitgevoerd ({status}): er zijn nog geen tokens vervallen om opnieuw uit te delen.',
    en: 'Run {run} was not applied ({status}): no tokens have been removed yet that could be handed out again.',
  },
  'rejected.noFile': {
    nl: 'Run {run} komt niet uit een bestand; bekijk de rijen met {program} show {run} --rows',
    en: 'Run {run} does not come from a file; see its rows with {program} show {run} --rows',
  },
  'apply.partOfUndo': {
    nl: 'Van een ongedaanmaking worden geen rijen vooraf uitgevoerd. Laat rijen weg met {program} exclude {run} --row N',
    en: 'No rows of an undo are applied first. Leave rows out with {program} exclude {run} --row N',
  },
  'apply.reasonNeeded': {
    nl: 'Run {run} is niet doorgevoerd: {environment} vraagt om een reden. Geef die met --reason "...".',
    en: 'Run {run} was not applied: {environment} asks for a reason. Give it with --reason "...".',
  },
  'apply.partNeedsApproval': {
    nl: 'Plan {run} vraagt goedkeuring, en die geldt voor het hele plan. Laat rijen weg met {program} exclude {run} --row N',
    en: 'Plan {run} asks for approval, which is of the whole plan. Leave rows out with {program} exclude {run} --row N',
  },
  'apply.partUnknown': {
    nl: 'Plan {run} heeft geen rij {rows} die iets wijzigt. Bekijk ze met {program} show {run} --rows',
    en: 'Plan {run} has no row {rows} that changes something. See them with {program} show {run} --rows',
  },
  'apply.partDiffers': {
    nl: 'Zonder de andere rijen van plan {run} wordt het iets anders met: rij {rows}. Er is niets uitgevoerd; neem de rijen erbij waar ze op steunen.',
    en: 'Without the other rows of plan {run} these come to something else: row {rows}. Nothing was applied; add the rows that they rely on.',
  },
  'apply.partAndSecondPass': {
    nl: 'Met --first of --row wordt geen tweede import uitgevoerd. Doe dat daarna.',
    en: 'With --first or --row no second pass is applied. Do that afterwards.',
  },
  'apply.firstOrRow': {
    nl: 'Geef --first of --row, niet allebei.',
    en: 'Give --first or --row, not both.',
  },
  'kind.unknown': {
    nl: 'Plan {run} heeft geen soort {kind}. Kies uit: {known}',
    en: 'Plan {run} has no kind {kind}. Choose from: {known}',
  },
  'row.unknown': { nl: 'Plan {run} heeft geen rij {rows}.', en: 'Plan {run} has no row {rows}.' },
  'run.unknown': {
    nl: 'Er is geen run {run}. Bekijk ze met {program} history',
    en: 'There is no run {run}. See them with {program} history',
  },
  'secondPass.exists': {
    nl: 'De tweede import van run {run} is er al: run {second}.',
    en: 'The second import of run {run} is there already: run {second}.',
  },
  'secondPass.notThere': {
    nl: 'Van run {run} is nog geen nieuwe gebruiker in {environment} gezien. Importeer het bestand en haal op ({program} env pull {environment}); of maak het bestand van de tweede import nu al: {program} deliver {run} --as second-pass -o BESTAND.csv',
    en: 'Of run {run}, no new user has been seen in {environment} yet. Import the file and pull ({program} env pull {environment}); or make the file of the second import now: {program} deliver {run} --as second-pass -o FILE.csv',
  },
  'secondPass.notApplied': {
    nl: 'Run {run} is nog niet uitgevoerd of aangeleverd; daarna kan de tweede import.',
    en: 'Run {run} has not been applied or delivered yet; the second import comes after that.',
  },
  'secondPass.waits': {
    nl: 'Run {applied} is uitgevoerd; de tweede import, plan {run}, wacht.',
    en: 'Run {applied} was applied; its second import, plan {run}, waits.',
  },
  'guard.frozen': {
    nl: '{environment} is bevroren ({days}), en er {count|wijzigt|wijzigen} {count} {count|gebruiker|gebruikers}. Wacht tot daarna, of sta het met opzet toe.',
    en: '{environment} is frozen ({days}), and {count} {count|user changes|users change} there. Wait until after that, or raise this guard on purpose.',
  },
  'guard.overLicences': {
    nl: '{environment} gebruikt dan {count} licenties van de {limit}. Laat rijen weg, of stel eerst voor de omgeving in dat er meer zijn.',
    en: '{environment} would use {count} licences of {limit}. Leave rows out, or first set for the environment that there are more.',
  },
  'guard.lostAdministrators': {
    nl: '{environment} verliest {count} {count|beheerder|beheerders}, en ten minste {limit} {limit|blijft|blijven}. Laat die rijen weg, of stel eerst voor de omgeving in dat er minder genoeg zijn.',
    en: '{environment} loses {count} {count|administrator|administrators}, and at least {limit} {limit|stays|stay}. Leave those rows out, or first set for the environment that fewer are enough.',
  },
  'stale.licences': {
    nl: 'In {subject} zijn minder licenties vrij dan toen dit plan werd gemaakt.',
    en: 'Fewer licences are free in {subject} than when this plan was made.',
  },
  'stale.licences.noRow': {
    nl: 'In {subject} zijn minder licenties vrij dan toen dit plan werd gemaakt.',
    en: 'Fewer licences are free in {subject} than when this plan was made.',
  },
  'stale.administrators': {
    nl: 'In {subject} zijn minder beheerders dan toen dit plan werd gemaakt.',
    en: 'There are fewer administrators in {subject} than when this plan was made.',
  },
  'stale.administrators.noRow': {
    nl: 'In {subject} zijn minder beheerders dan toen dit plan werd gemaakt.',
    en: 'There are fewer administrators in {subject} than when this plan was made.',
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
  'settings.changedSince': {
    nl: 'Run {run} is niet teruggedraaid: de instellingen van {environment} zijn sindsdien gewijzigd.',
    en: 'Run {run} was not undone: the settings of {environment} changed since.',
  },
  'settings.noLimits': {
    nl: 'Plan {run} wijzigt instellingen en heeft zelf geen grenzen die te verruimen zijn.',
    en: 'Plan {run} changes settings, and has no limits of its own to raise.',
  },
  'settings.noRows': {
    nl: 'Run {run} wijzigt instellingen van {environment} en heeft geen rijen. Bekijk hem met {program} show {run}; een ander plan maak je met {program} env set {environment}',
    en: 'Run {run} changes settings of {environment}, and has no rows. Look at it with {program} show {run}; another plan is made with {program} env set {environment}',
  },
  'settings.planned': {
    nl: 'Er is nog niets gewijzigd: {environment} vraagt om een tweede persoon, en dit maakt iets losser. Het wacht als plan {run}. Laat een andere beheerder dit uitvoeren: {program} approve {run}. Daarna: {program} apply {run}',
    en: 'Nothing was changed yet: {environment} asks for a second person, and this loosens something. It waits as plan {run}. Have another administrator run: {program} approve {run}. After that: {program} apply {run}',
  },
  'settings.stale': {
    nl: 'Plan {run} is niet uitgevoerd: de instellingen van {environment} zijn niet meer die van het plan. Gooi het weg met {program} discard {run}, en geef de opdracht opnieuw.',
    en: 'Plan {run} was not applied: the settings of {environment} are no longer those of the plan. Discard it with {program} discard {run}, and give the command anew.',
  },
  'settings.upnShared': {
    nl: '{environment} komt niet terug: {user} heeft daar een UPN die {other} nu in {at} heeft. Wijzig die eerst, of wis hem met {program} leftover clear-upn {user}',
    en: '{environment} does not come back: {user} has a UPN there that {other} has in {at} by now. Change that one first, or clear it with {program} leftover clear-upn {user}',
  },
  'undo.already': {
    nl: 'Run {run} is al teruggedraaid door run {by}.',
    en: 'Run {run} was undone already by run {by}.',
  },
  'undo.notApplied': {
    nl: 'Run {run} is niet uitgevoerd; er is niets terug te draaien.',
    en: 'Run {run} was not applied; there is nothing to undo.',
  },
} as const satisfies Texts;
