/**
 * What the wizard says where the program's own text names a command or a flag: there is no shell in it, but a key. By
 * the key of that text, with the same places or fewer.
 */
import type { Texts } from './text.js';

export const WIZARD_WORDS = {
  'check.none': {
    nl: 'Deze import heeft geen controle {name} die hem tegenhoudt.',
    en: 'This import has no check {name} that stops it.',
  },
  'check.unknown': {
    nl: 'Er is geen controle {name} die de import tegenhoudt; dat zijn {known}.',
    en: 'There is no check {name} that stops the import; those are {known}.',
  },
  'apply.reasonNeeded': {
    nl: 'Run {run} is niet doorgevoerd: {environment} vraagt om een reden.',
    en: 'Run {run} was not applied: {environment} asks for a reason.',
  },
  'apply.partOfUndo': {
    nl: 'Van een ongedaanmaking worden geen rijen vooraf uitgevoerd. Laat rijen weg.',
    en: 'No rows of an undo are applied first. Leave rows out.',
  },
  'apply.partNeedsApproval': {
    nl: 'Plan {run} vraagt goedkeuring, en die geldt voor het hele plan. Laat rijen weg.',
    en: 'Plan {run} asks for approval, which is of the whole plan. Leave rows out.',
  },
  'apply.partUnknown': {
    nl: 'Plan {run} heeft geen rij {rows} die iets wijzigt.',
    en: 'Plan {run} has no row {rows} that changes something.',
  },
  'apply.partAndSecondPass': {
    nl: 'Met de eerste rijen wordt geen tweede import uitgevoerd. Doe dat daarna.',
    en: 'With the first rows no second pass is applied. Do that afterwards.',
  },
  'apply.firstOrRow': {
    nl: 'Kies de eerste rijen, of rijen met hun nummer.',
    en: 'Choose the first rows, or rows by number.',
  },
  'mapping.listWithoutSource': {
    nl: '{nl}: een lijst met waarden hoort bij een veld met een kolom. Koppel eerst een kolom.',
    en: '{en}: a list of values is of a field with a column. Map a column first.',
  },
  'afas.fieldGone': {
    nl: 'Connector {connector} heeft geen veld {field} meer, dat {name} gaf. Er is niets gewijzigd. Herstel de connector, of verbind de omgeving opnieuw.',
    en: 'Connector {connector} has no field {field} any more, which gave {name}. Nothing was changed. Mend the connector, or connect the environment again.',
  },
  'afas.fieldNeeded': {
    nl: 'Connector {connector} heeft geen veld dat {name} kan zijn. Er zijn: {known}. Verbind de omgeving opnieuw.',
    en: 'Connector {connector} has no field that can be {name}. There are: {known}. Connect the environment again.',
  },
  'afas.notToken': {
    nl: 'Het geheim is geen AfasToken: dat is één regel, <token><version>1</version><data>…</data></token>. Herstel het, of verbind de omgeving opnieuw.',
    en: 'The secret is no AfasToken: that is one line, <token><version>1</version><data>…</data></token>. Mend it, or connect the environment again.',
  },
  'afas.notYesNo': {
    nl: 'Veld {field} geeft iets dat ja noch nee is. Er is niets gewijzigd. Verbind de omgeving opnieuw, met een ander veld.',
    en: 'Field {field} gives something that is neither yes nor no. Nothing was changed. Connect the environment again, with another field.',
  },
  'apply.delivered': {
    nl: 'Run {run} is aangeleverd: AFAS voert die uit. Controleer de run, of gooi die weg.',
    en: 'Run {run} was delivered: AFAS applies it. Verify the run, or drop it.',
  },
  'deliver.done': {
    nl: 'Run {run} is aangeleverd: {rows} {rows|rij|rijen} in {path}. Importeer het in AFAS als {function}, haal de omgeving op, en controleer de run.',
    en: 'Run {run} is delivered: {rows} {rows|row|rows} in {path}. Import it in AFAS as {function}, pull the environment, and verify the run.',
  },
  'deliver.secondDone': {
    nl: 'De tweede import van run {run}: {rows} {rows|UPN|UPN’s} in {path}. Importeer het in AFAS als {function}, na het eerste bestand.',
    en: 'The second import of run {run}: {rows} {rows|UPN|UPNs} in {path}. Import it in AFAS as {function}, after the first file.',
  },
  'deliver.secondWaits': {
    nl: '{count} {count|UPN wacht|UPN’s wachten} op de tweede import: Ctrl+F maakt het bestand ervan, 2 het plan.',
    en: '{count} {count|UPN waits|UPNs wait} for the second import: Ctrl+F makes its file, 2 its plan.',
  },
  'deliver.firstPass': {
    nl: 'De tweede import van run {run} is van gebruikers die de eerste maakt. Lever eerst die aan.',
    en: 'The second import of run {run} is of users that the first one makes. Deliver that first.',
  },
  'deliver.secondPlan': {
    nl: 'Run {run} is uitgevoerd; de tweede import is een plan van zichzelf.',
    en: 'Run {run} was applied; its second import is a plan of its own.',
  },
  'verify.waits': {
    nl: '{count} {count|UPN wacht|UPN’s wachten} op de tweede import.',
    en: '{count} {count|UPN waits|UPNs wait} for the second import.',
  },
  'verify.readBefore': {
    nl: 'Omgeving {environment} is {at} voor het laatst opgehaald, voordat run {run} is aangeleverd: wat daarvan kwam, is hier niet te zien. Haal eerst op.',
    en: 'Environment {environment} was last pulled at {at}, before run {run} was delivered: what came of it is not seen here. Pull first.',
  },
  'deliver.secondAgain': {
    nl: 'De tweede import van run {run} is al aangeleverd ({at}).',
    en: 'The second import of run {run} was delivered already ({at}).',
  },
  'secondPass.notThere': {
    nl: 'Van run {run} is nog geen nieuwe gebruiker in {environment} gezien. Importeer het bestand, en haal de omgeving op.',
    en: 'Of run {run}, no new user has been seen in {environment} yet. Import the file, and pull the environment.',
  },
  'deliver.andMore': { nl: 'en nog {count}', en: 'and {count} more' },
  'deliver.oldMirror': {
    nl: '{environment} is {at} voor het laatst opgehaald; wat daarna is gewijzigd, is hier niet te zien. Haal de omgeving eerst op.',
    en: '{environment} was last pulled at {at}; what changed since is not seen here. Pull the environment first.',
  },
  'deliver.messages': {
    nl: 'Berichten (.jsonl) zijn UTF-8, en van geen importfunctie.',
    en: 'Messages (.jsonl) are UTF-8, and of no import function.',
  },
  'deliver.again': {
    nl: 'Run {run} is al aangeleverd ({at}).',
    en: 'Run {run} was delivered already ({at}).',
  },
  'apply.approvalNeeded': {
    nl: 'Plan {run} wacht op goedkeuring door een tweede persoon, die het hier opent onder een eigen login.',
    en: 'Plan {run} waits for approval by a second person, who opens it here under a login of their own.',
  },
  'apply.connected': {
    nl: 'Plan {run} is niet uitgevoerd: {environment} is met AFAS verbonden, en hier staat alleen een kopie. Maak er een bestand van.',
    en: 'Plan {run} was not applied: {environment} is connected to AFAS, and only a copy is kept here. Make a file of it.',
  },
  'apply.guarded': {
    nl: 'Plan {run} gaat niet door: een bewaking houdt het tegen. Typ het aantal alleen als dit de bedoeling is.',
    en: 'Plan {run} does not go ahead: a guard stops it. Type the count only if this is meant.',
  },
  'apply.raisesNothing': {
    nl: 'Plan {run} gaat niet door: een tweede persoon keurt het goed, en de grenzen horen daarbij. Ctrl+P plant opnieuw.',
    en: 'Plan {run} does not go ahead: a second person approves it, and its limits are part of that. Ctrl+P plans again.',
  },
  'apply.stale': {
    nl: 'Plan {run} gaat niet door: er is sinds het plan iets gewijzigd. Ctrl+P plant opnieuw.',
    en: 'Plan {run} does not go ahead: something changed since it was made. Ctrl+P plans again.',
  },
  'approve.otherDigest': {
    nl: 'Plan {run} is niet goedgekeurd: het is intussen een ander plan. Bekijk het opnieuw.',
    en: 'Plan {run} was not approved: it is another plan by now. Look at it again.',
  },
  'approve.unknownDatabaseLogin': {
    nl: 'Plan {run} is niet goedgekeurd: het is van voordat aanmeldingen bij de database werden bijgehouden, of uit een andere database. Ctrl+P plant opnieuw.',
    en: 'Plan {run} was not approved: it is from before logins of the database were kept, or from another database. Ctrl+P plans again.',
  },
  'db.connectionLost': {
    nl: 'De verbinding met {server} is verbroken. Er is niets half geschreven; bekijk in de geschiedenis wat er is gedaan, en probeer het opnieuw.',
    en: 'The connection to {server} was lost. Nothing is half written; look in the history at what was done, and try again.',
  },
  'definitions.exists': {
    nl: 'Er is al een andere importdefinitie {name}.',
    en: 'There is another import definition {name} already.',
  },
  'definitions.unknown': {
    nl: 'Er is geen importdefinitie {name}.',
    en: 'There is no import definition {name}.',
  },
  'environment.none': {
    nl: 'Omgeving {environment} bestaat niet: er is nog geen omgeving.',
    en: 'Environment {environment} does not exist: there is none yet.',
  },
  'leftover.unknown': {
    nl: 'Geen achterblijver heeft de code of UPN {user}.',
    en: 'No leftover has the code or UPN {user}.',
  },
  'mapping.notAvailable': {
    nl: '{nl} is niet beschikbaar onder {typeNl}. Kies de soort {otherNl}, of importeer de kolom niet.',
    en: '{en} is not available in {typeEn}. Choose the type {otherEn}, or leave the column out.',
  },
  'mapping.noUserSource': {
    nl: 'Er is niets gepland: het bestand heeft geen kolom met de gebruikerscode. Wijs die aan met Spatie.',
    en: 'Nothing was planned: the file has no column with the user code. Choose it with Space.',
  },
  'output.exists': {
    nl: '{file} bestaat al. Kies een andere naam.',
    en: '{file} is there already. Choose another name.',
  },
  'output.deliveryExists': {
    nl: '{file} bestaat al. Kies een andere naam.',
    en: '{file} is there already. Choose another name.',
  },
  'output.notAFile': {
    nl: '{file} is een map, snelkoppeling of apparaat. Kies de naam van een gewoon bestand.',
    en: '{file} is a directory, link or device. Choose the name of an ordinary file.',
  },
  'import.already': {
    nl: 'Deze inhoud is hier al geïmporteerd door {operator} (run {run}, {at}).',
    en: 'This content was imported here already by {operator} (run {run}, {at}).',
  },
  'plan.expired': {
    nl: 'Plan {run} is verlopen; er is niets geschreven. Ctrl+P plant opnieuw.',
    en: 'Plan {run} has expired; nothing was written. Ctrl+P plans again.',
  },
  'plan.passwordsGone': {
    nl: 'De wachtwoorden van plan {run} zijn niet bewaard; importeer het bestand zelf opnieuw.',
    en: 'The passwords of plan {run} were not kept; import the file itself again.',
  },
  'plan.undoAgain': {
    nl: 'Dit plan draait run {run} terug; plan dat opnieuw bij die run in de geschiedenis.',
    en: 'This plan undoes run {run}; plan that again at that run in the history.',
  },
  'pull.noRows': {
    nl: 'Run {run} is een keer ophalen en heeft geen rijen. Bij een gebruiker staat wat er is gewijzigd.',
    en: 'Run {run} is a pull, and has no rows. A user tells what was changed of it.',
  },
  'apply.personsUnknown': {
    nl: 'Plan {run} is hier niet uit te voeren: de spiegel kent deze personen niet: {persons}. Lever het aan als bestand.',
    en: 'Plan {run} cannot be applied here: the mirror does not know these persons: {persons}. Deliver it as a file.',
  },
  'pull.notConnected': {
    nl: 'Omgeving {environment} is met geen AFAS-omgeving verbonden.',
    en: 'Environment {environment} is connected to no AFAS environment.',
  },
  'pull.firstGone': {
    nl: 'Omgeving {environment} is niet opgehaald: dit is de eerste keer, en {gone} {gone|gebruiker|gebruikers} die hier {gone|staat is|staan zijn} er niet bij (actief: {active} van {there}). Kijk of dit de juiste omgeving is en of de connector iedereen ziet.',
    en: 'Environment {environment} was not pulled: this is the first time, and {gone} {gone|user that is here is|users that are here are} not among those found (active: {active} of {there}). Look whether this is the right environment and whether the connector sees everybody.',
  },
  'pull.shrunk': {
    nl: 'Omgeving {environment} is niet opgehaald: er is minder dan de helft van de vorige keer. Kijk of de rechten en filters van de connector nog kloppen.',
    en: 'Environment {environment} was not pulled: there is less than half of what the pull before had. Look whether the rights and filters of the connector are still right.',
  },
  'rejected.noFile': {
    nl: 'Run {run} komt niet uit een bestand; de afgekeurde rijen staan in het verslag.',
    en: 'Run {run} does not come from a file; its rejected rows are in the report.',
  },
  'run.changedMeanwhile': {
    nl: 'Plan {run} is intussen door een ander gewijzigd; er is niets geschreven. Bekijk het opnieuw.',
    en: 'Plan {run} was changed by somebody else meanwhile; nothing was written. Look at it again.',
  },
  'run.unknown': { nl: 'Er is geen run {run}.', en: 'There is no run {run}.' },
  'settings.noRows': {
    nl: 'Run {run} wijzigt instellingen van {environment} en heeft geen rijen.',
    en: 'Run {run} changes settings of {environment}, and has no rows.',
  },
  'settings.planned': {
    nl: 'Er is nog niets gewijzigd: {environment} vraagt om een tweede persoon, en dit maakt iets losser. Het wacht als plan {run} op goedkeuring door een ander.',
    en: 'Nothing was changed yet: {environment} asks for a second person, and this loosens something. It waits as plan {run} for the approval of somebody else.',
  },
  'settings.stale': {
    nl: 'Plan {run} is niet uitgevoerd: de instellingen van {environment} zijn niet meer die van het plan. Gooi het weg met D, en wijzig de instelling opnieuw.',
    en: 'Plan {run} was not applied: the settings of {environment} are no longer those of the plan. Discard it with D, and change the setting again.',
  },
  'settings.upnShared': {
    nl: '{environment} komt niet terug: {user} heeft daar een UPN die {other} nu in {at} heeft. Wijzig of wis die eerst.',
    en: '{environment} does not come back: {user} has a UPN there that {other} has in {at} by now. Change or clear it first.',
  },
  'unreadable.guess': {
    nl: '{file}, rij {row}: het bestand is geen UTF-8, en als Windows-1252 staan er leestekens midden in woorden. Sla het op als UTF-8.',
    en: '{file}, row {row}: the file is not UTF-8, and as Windows-1252 it has punctuation inside words. Save it as UTF-8.',
  },
  'unreadable.guessShown': {
    nl: '{file}, rij {row}: het bestand is geen UTF-8, en als Windows-1252 staat er "{value}" (als DOS "{dos}", als Macintosh "{mac}"). Sla het op als UTF-8.',
    en: '{file}, row {row}: the file is not UTF-8, and as Windows-1252 it says "{value}" (as DOS "{dos}", as Macintosh "{mac}"). Save it as UTF-8.',
  },
  'unreadable.notInEncoding': {
    nl: '{file}, rij {row}: hier staat iets (byte {bytes}) dat in {encoding} niet bestaat. Het bestand is beschadigd, afgebroken of in een andere tekenset: exporteer het opnieuw, als UTF-8.',
    en: '{file}, row {row}: there is something here (byte {bytes}) that does not exist in {encoding}. The file is damaged, cut off or in another encoding: export it again, as UTF-8.',
  },
  'unreadable.spaces': {
    nl: '{file}: de kolommen staan met een spatie ertussen. Exporteer het bestand met ; als scheidingsteken.',
    en: '{file}: there is a space between the columns. Export the file with ; as the delimiter.',
  },
  'unreadable.utf32': {
    nl: '{file} is UTF-32. Sla het bestand op als UTF-8.',
    en: '{file} is UTF-32. Save the file as UTF-8.',
  },
  'unreadable.utf7': {
    nl: '{file} is UTF-7: letters met accenten staan er als tekens tussen + en -. Sla het bestand op als UTF-8.',
    en: '{file} is UTF-7: its accented letters are written as characters between + and -. Save the file as UTF-8.',
  },
} as const satisfies Texts;
