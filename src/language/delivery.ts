/** What is said of files for AFAS's own import, and of what they brought about. */
import type { DeliveryCode } from '../domain/delivery/delivery.js';
import type { Text, Texts } from './text.js';

/** Why a row is not delivered, or only in part. */
const DELIVERY_NOTES = {
  'delivery.UPN_LATER': {
    nl: 'UPN {upn} gaat niet mee: een nieuwe gebruiker krijgt die met een tweede import, als de gebruiker er is.',
    en: 'UPN {upn} does not go along: a new user gets it with a second import, once the user is there.',
  },
  'delivery.PASSWORD_NEW': {
    nl: 'Een nieuw wachtwoord gaat niet in het bestand; laat de gebruiker het zelf kiezen, of wijzig het in AFAS.',
    en: 'A new password goes in no file; let the user choose one, or change it in AFAS.',
  },
  'delivery.GROUP_LEFT': {
    nl: 'De import van AFAS haalt niemand uit één groep ({groups}); doe dat in AFAS.',
    en: 'AFAS’s import takes nobody out of one group ({groups}); do that in AFAS.',
  },
  'delivery.USER_REMOVED': {
    nl: 'De import van AFAS verwijdert niemand; blokkeer de gebruiker.',
    en: 'AFAS’s import removes nobody; block the user.',
  },
  'delivery.SYSTEM_USER': {
    nl: 'Een systeemgebruiker, of iemand die dat wordt of was, gaat niet door de import van AFAS; wijzig die in AFAS.',
    en: 'A system user, or one that becomes or was one, does not go through AFAS’s import; change it in AFAS.',
  },
  'delivery.PERSON_CLEARED': {
    nl: 'De import van AFAS haalt geen persoon weg: een lege cel laat die staan. Doe dat in AFAS.',
    en: 'AFAS’s import takes no person away: an empty cell leaves it. Do that in AFAS.',
  },
  'delivery.LANGUAGE_CLEARED': {
    nl: 'De import van AFAS maakt Voorkeur site niet leeg: een lege cel laat die staan. Kies een taal, of doe het in AFAS.',
    en: 'AFAS’s import does not empty Site language: an empty cell leaves it. Choose a language, or do it in AFAS.',
  },
  'delivery.IDENTITY_UNKNOWN': {
    nl: '{field} van deze gebruiker is niet bekend, en een lege cel zou die wissen. Vul de waarde in, of laat de GetConnector die geven.',
    en: '{field} of this user is not known, and an empty cell would clear it. Fill in the value, or let the GetConnector give it.',
  },
  'delivery.KEPT_DIFFERS': {
    nl: '{field} is hier anders dan in {environments}, en het plan laat dat zo; de import zou het daar gelijk maken. Breng de omgevingen eerst op één lijn.',
    en: '{field} differs here from {environments}, and the plan leaves it so; the import would make it the same there. Bring the environments in line first.',
  },
  'delivery.NEW_EMPTY': {
    nl: '{field} blijft leeg bij deze nieuwe gebruiker, en is gevuld in {environments}; de import zou het daar wissen. Vul de waarde in.',
    en: '{field} stays empty for this new user, and is filled in {environments}; the import would clear it there. Fill in the value.',
  },
  'delivery.FORM_CANNOT': {
    nl: 'Wat deze rij doet, kan een bestand als {form} niet. Lever de run als user.',
    en: 'What this row does, a file as {form} cannot. Deliver the run as user.',
  },
  'delivery.FIELD_NOT_CARRIED': {
    nl: '{field} staat niet meer in KnUser; lever de run als bestand (.csv), of wijzig het in AFAS.',
    en: '{field} is not in KnUser any more; deliver the run as a file (.csv), or change it in AFAS.',
  },
  'delivery.NOTHING_TO_SEND': {
    nl: 'Hier verandert niets, alleen in {environments}; een bericht aan deze omgeving zegt daar niets van. Lever de run als bestand (.csv), of plan die omgeving.',
    en: 'Nothing changes here, only in {environments}; a message to this environment says nothing of that. Deliver the run as a file (.csv), or plan that environment.',
  },
  'delivery.NOT_IN_ENCODING': {
    nl: '{value} is niet te schrijven in deze codering; lever in UTF-8.',
    en: '{value} cannot be written in this encoding; deliver in UTF-8.',
  },
  'delivery.FOLLOWS_REFUSED': {
    nl: 'Een rij hiervoor over dezelfde gebruiker wordt niet geleverd, en deze rekent daarop. Los die op, of laat die weg.',
    en: 'A row before it about the same user is not delivered, and this one counts on it. Mend that one, or leave it out.',
  },
  'delivery.NOT_TAKEN': {
    nl: 'De import zou deze rij afkeuren ({reasons}). Herstel wat er mis is, en plan de rij opnieuw.',
    en: 'The import would reject this row ({reasons}). Mend what is wrong, and plan the row anew.',
  },
  'delivery.COMES_OTHERWISE': {
    nl: 'Geïmporteerd zou deze rij iets anders doen dan het plan zegt: die bouwt op een rij die niet wordt geleverd, of op wat de import anders doet. Plan de rij opnieuw, of wijzig de gebruiker in AFAS.',
    en: 'Imported, this row would do something else than the plan says: it builds on a row that is not delivered, or on what the import does otherwise. Plan the row anew, or change the user in AFAS.',
  },
  'delivery.PASSWORD_LEFT_OUT': {
    nl: 'Het wachtwoord van deze nieuwe gebruiker gaat niet in het bestand; de rest wel.',
    en: 'The password of this new user goes in no file; the rest does.',
  },
  'delivery.RENAME_WITH_UPN': {
    nl: 'Deze gebruiker heeft een UPN: AFAS wijzigt de code alleen als de UPN leeg is. Maak die daar eerst leeg.',
    en: 'This user has a UPN: AFAS changes a code only where the UPN is empty. Empty it there first.',
  },
} as const satisfies Readonly<Record<`delivery.${DeliveryCode}`, Text>>;

export const DELIVERY = {
  ...DELIVERY_NOTES,
  'command.deliver': {
    nl: 'Maakt van een plan een bestand voor de import van AFAS',
    en: 'Make a file of a plan, for AFAS’s own import',
  },
  'command.verify': {
    nl: 'Zegt per wijziging van een aangeleverde run of die in AFAS zo is',
    en: 'Tell for each change of a delivered run whether it is so in AFAS',
  },
  'flag.as-delivery': {
    nl: 'Voor welke importfunctie; anders die van het plan',
    en: 'For which import function; that of the plan unless told otherwise',
  },
  'flag.force-delivery': {
    nl: 'Vervangt een bestand dat er al is, en levert opnieuw wat al is aangeleverd',
    en: 'Replace a file that is there already, and deliver anew what was delivered',
  },
  'deliver.done': {
    nl: 'Run {run} is aangeleverd: {rows} {rows|rij|rijen} in {path}. Importeer het in AFAS als {function}, haal de omgeving op, en controleer: {program} verify {run}',
    en: 'Run {run} is delivered: {rows} {rows|row|rows} in {path}. Import it in AFAS as {function}, pull the environment, and verify: {program} verify {run}',
  },
  'deliver.messagesDone': {
    nl: 'Run {run} is aangeleverd: {rows} {rows|bericht|berichten} in {path}. Stuur ze een voor een naar KnUser van AFAS; haal daarna de omgeving op, en controleer de run.',
    en: 'Run {run} is delivered: {rows} {rows|message|messages} in {path}. Send them to KnUser of AFAS, one after the other; then pull the environment, and verify the run.',
  },
  'deliver.secondDone': {
    nl: 'De tweede import van run {run}: {rows} {rows|UPN|UPN’s} in {path}. Importeer het in AFAS als {function}, na het eerste bestand.',
    en: 'The second import of run {run}: {rows} {rows|UPN|UPNs} in {path}. Import it in AFAS as {function}, after the first file.',
  },
  'deliver.secondMessagesDone': {
    nl: 'De tweede import van run {run}: {rows} {rows|UPN|UPN’s} in {path}, een bericht elk. Stuur ze na die van de eerste, een voor een, naar KnUser van AFAS.',
    en: 'The second import of run {run}: {rows} {rows|UPN|UPNs} in {path}, a message each. Send them to KnUser of AFAS after those of the first, one after the other.',
  },
  'deliver.secondWaits': {
    nl: '{count} {count|UPN wacht|UPN’s wachten} op de tweede import. Als bestand nu al: {program} deliver {run} --as second-pass -o BESTAND{ending}; als plan, na het ophalen: {program} second-pass {run}',
    en: '{count} {count|UPN waits|UPNs wait} for the second import. As a file at once: {program} deliver {run} --as second-pass -o FILE{ending}; as a plan, after the pull: {program} second-pass {run}',
  },
  'deliver.firstPass': {
    nl: 'De tweede import van run {run} is van gebruikers die de eerste maakt. Lever de eerste aan zonder --as; daarna de tweede.',
    en: 'The second import of run {run} is of users that the first one makes. Deliver the first without --as; the second after it.',
  },
  'deliver.secondPlan': {
    nl: 'Run {run} is uitgevoerd; de tweede import is een plan van zichzelf: {program} second-pass {run}',
    en: 'Run {run} was applied; its second import is a plan of its own: {program} second-pass {run}',
  },
  'deliver.secondAgain': {
    nl: 'De tweede import van run {run} is al aangeleverd ({at}). Is dat bestand niet geïmporteerd, lever het dan opnieuw met --force.',
    en: 'The second import of run {run} was delivered already ({at}). If that file was not imported, deliver it again with --force.',
  },
  'deliver.noUpns': {
    nl: 'Geen UPN van run {run} wacht nog op een tweede import die te leveren is; er is geen bestand gemaakt.',
    en: 'No UPN of run {run} waits for a second import that can be delivered; no file was made.',
  },
  'deliver.notPlanned': {
    nl: 'Run {run} is {status}; alleen een plan is aan te leveren.',
    en: 'Run {run} is {status}; only a plan can be delivered.',
  },
  'deliver.refused': {
    nl: '{count} {count|rij is|rijen zijn} niet geleverd:',
    en: '{count} {count|row was|rows were} not delivered:',
  },
  'deliver.told': {
    nl: 'Te weten van {count} geleverde {count|rij|rijen}:',
    en: 'To know of {count} delivered {count|row|rows}:',
  },
  'deliver.rowLine': { nl: 'rij {row}, {user}: {text}', en: 'row {row}, {user}: {text}' },
  'deliver.andMore': { nl: 'en nog {count}; alle staan in --json', en: 'and {count} more; --json has all' },
  'deliver.notAscii': {
    nl: '{count} {count|rij heeft|rijen hebben} letters buiten ASCII (de eerste: {user}); kies in de importdefinitie van AFAS de codering {encoding}.',
    en: '{count} {count|row has|rows have} letters beyond ASCII (the first: {user}); choose the encoding {encoding} in AFAS’s import definition.',
  },
  'deliver.nothing': {
    nl: 'Geen rij van run {run} is te leveren; er is geen bestand gemaakt.',
    en: 'No row of run {run} can be delivered; no file was made.',
  },
  'deliver.oldMirror': {
    nl: '{environment} is {at} voor het laatst opgehaald; wat daarna is gewijzigd, is hier niet te zien. Haal op met {program} env pull {environment}, of geef --max-age.',
    en: '{environment} was last pulled at {at}; what changed since is not seen here. Pull it with {program} env pull {environment}, or give --max-age.',
  },
  'deliver.again': {
    nl: 'Run {run} is al aangeleverd ({at}). Is het bestand niet geïmporteerd, lever het dan opnieuw met --force.',
    en: 'Run {run} was delivered already ({at}). If the file was not imported, deliver it again with --force.',
  },
  'deliver.encoding': {
    nl: 'Een bestand voor AFAS is UTF-8 of windows-1252, niet {value}.',
    en: 'A file for AFAS is UTF-8 or windows-1252, not {value}.',
  },
  'deliver.messages': {
    nl: 'Berichten (.jsonl) zijn voor geen importfunctie (alleen --as second-pass kan) en zijn UTF-8. Laat de vlag weg, of lever een bestand (.csv).',
    en: 'Messages (.jsonl) are for no import function (only --as second-pass goes) and are UTF-8. Leave out the flag, or deliver a file (.csv).',
  },
  'apply.delivered': {
    nl: 'Run {run} is aangeleverd: AFAS voert die uit. Controleer met {program} verify {run}, of gooi de run weg met {program} discard {run}',
    en: 'Run {run} was delivered: AFAS applies it. See whether it is so with {program} verify {run}, or drop it with {program} discard {run}',
  },
  'verify.notDelivered': {
    nl: 'Run {run} is niet aangeleverd ({status}); er is niets te controleren.',
    en: 'Run {run} was not delivered ({status}); there is nothing to verify.',
  },
  'verify.summary': {
    nl: 'Run {run}: {so} zo, {notYet} nog niet, {otherwise} anders.',
    en: 'Run {run}: {so} so, {notYet} not yet, {otherwise} otherwise.',
  },
  'verify.notSeen': {
    nl: '{count} {count|wijziging is|wijzigingen zijn} hier niet te zien (gekoppelde omgevingen die geen spiegel zijn, en wat niet is gelezen).',
    en: '{count} {count|change is|changes are} not seen here (linked environments that are no mirror, and what was not read).',
  },
  'verify.waits': {
    nl: '{count} {count|UPN wacht|UPN’s wachten} op de tweede import ({program} second-pass {run}):',
    en: '{count} {count|UPN waits|UPNs wait} for the second import ({program} second-pass {run}):',
  },
  'verify.waitsLine': { nl: '{user}: {upn}', en: '{user}: {upn}' },
  'verify.readBefore': {
    nl: 'Omgeving {environment} is {at} voor het laatst opgehaald, voordat run {run} is aangeleverd: wat daarvan kwam, is hier niet te zien. Haal op: {program} env pull {environment}',
    en: 'Environment {environment} was last pulled at {at}, before run {run} was delivered: what came of it is not seen here. Pull first: {program} env pull {environment}',
  },
  'verify.applied': {
    nl: 'Alles is zo: run {run} is nu uitgevoerd.',
    en: 'All is so: run {run} is applied now.',
  },
  'verify.line': {
    nl: 'rij {row}, {user} in {environment}: {field} {from} → {to}, nu {found} ({state})',
    en: 'row {row}, {user} in {environment}: {field} {from} → {to}, now {found} ({state})',
  },
  'verifyState.so': { nl: 'zo', en: 'so' },
  'verifyState.notYet': { nl: 'nog niet', en: 'not yet' },
  'verifyState.otherwise': { nl: 'anders', en: 'otherwise' },
  'verifyState.notSeen': { nl: 'niet gezien', en: 'not seen' },
  'summary.delivered': { nl: 'Aangeleverd', en: 'Delivered' },
  'summary.deliveredAs': {
    nl: '{by}, {when}, als {form} ({rows} {rows|rij|rijen})',
    en: '{by}, {when}, as {form} ({rows} {rows|row|rows})',
  },
  'next.verify': { nl: 'Controleer:       {command}', en: 'Verify:        {command}' },
  'next.discard': { nl: 'Niet ingelezen?   {command}', en: 'Not imported?  {command}' },
  'summary.undecided': {
    nl: '{users} {users|gebruiker|gebruikers} van dit plan {users|wijzigt|wijzigen} ook in run {run}, die is aangeleverd en nog niet zo is gezien: {program} verify {run}',
    en: '{users} {users|user|users} of this plan {users|changes|change} in run {run} too, which was delivered and not seen to be so yet: {program} verify {run}',
  },
} as const satisfies Texts;
