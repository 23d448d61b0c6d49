/** What is said when a command is given in a way that cannot be carried out. */
import type { Texts } from './text.js';

export const USAGE = {
  'usage.age': {
    nl: 'Bij {flag} hoort een aantal dagen of uren, zoals 3d of 12h, niet {value}.',
    en: '{flag} takes a number of days or hours, such as 3d or 12h, not {value}.',
  },
  'usage.unknownCommand': {
    nl: 'De opdracht {name} bestaat niet. Bekijk de opdrachten met instroom --help',
    en: 'There is no command {name}. See the commands with instroom --help',
  },
  'usage.unknownCommandNear': {
    nl: 'De opdracht {name} bestaat niet; bedoel je {near}?',
    en: 'There is no command {name}; do you mean {near}?',
  },
  'usage.subcommand': {
    nl: 'Zeg wat er met {name} moet gebeuren: {known}.',
    en: 'Say what to do with {name}: {known}.',
  },
  'usage.unknownFlag': {
    nl: '{name} is geen vlag van instroom{command}. Bekijk ze met instroom{command} --help',
    en: '{name} is not a flag of instroom{command}. See them with instroom{command} --help',
  },
  'usage.unknownFlagNear': {
    nl: '{name} is geen vlag van instroom{command}; bedoel je {near}?',
    en: '{name} is not a flag of instroom{command}; do you mean {near}?',
  },
  'usage.tooMany': { nl: 'instroom {command} kan niets met {name}.', en: 'instroom {command} has no use for {name}.' },
  'usage.missing': {
    nl: 'instroom {command} mist {name}. Bekijk het gebruik met instroom {command} --help',
    en: 'instroom {command} lacks {name}. See its use with instroom {command} --help',
  },
  'usage.userUnknown': {
    nl: 'Er is geen gebruiker {user}. {program} user list toont wie er zijn.',
    en: 'There is no user {user}. {program} user list shows who there are.',
  },
  'usage.userSeveral': {
    nl: '{user} kan {users} zijn. Geef de hele code.',
    en: '{user} may be {users}. Give the whole code.',
  },
  'filter.empty': {
    nl: 'Het filter is leeg. Geef termen, zoals group:INKOOP of -blocked:ja; de velden zijn {known}.',
    en: 'The filter is empty. Give terms, such as group:INKOOP or -blocked:yes; the fields are {known}.',
  },
  'filter.nothing': {
    nl: 'Filter: achter {term} staat niets om te zoeken. Geef een term, zoals group:INKOOP; de velden zijn {known}.',
    en: 'Filter: nothing stands behind {term} to look for. Give a term, such as group:INKOOP; the fields are {known}.',
  },
  'filter.unknownField': {
    nl: 'Filter: {term} noemt geen veld dat er is; de velden zijn {known}.',
    en: 'Filter: {term} names no field that there is; the fields are {known}.',
  },
  'filter.notYesNo': {
    nl: 'Filter: {term} is geen ja of nee; schrijf die achter een dubbele punt, zoals blocked:ja. De velden zijn {known}.',
    en: 'Filter: {term} is neither yes nor no; write that behind a colon, such as blocked:yes. The fields are {known}.',
  },
  'filter.noRows': {
    nl: 'De filter vindt geen rij van plan {run}; er is niets veranderd.',
    en: 'The filter finds no row of plan {run}; nothing was changed.',
  },
  'include.noRows': {
    nl: 'De filter vindt geen rij van plan {run}; er is niets veranderd. Een rij die is weggelaten, wijzigt niets: zoek haar met uitkomst:weggelaten, haar gebruiker of haar soort.',
    en: 'The filter finds no row of plan {run}; nothing was changed. A row that is left out changes nothing: find it by outcome:excluded, its user or its kind.',
  },
  'check.noneToTest': {
    nl: 'Deze importdefinitie heeft geen controles. Zet ze erin onder checks, en lees haar in met definition import.',
    en: 'This import definition has no checks. Put them in it under checks, and read it with definition import.',
  },
  'check.warning': { nl: 'waarschuwing', en: 'warning' },
  'check.reject': { nl: 'afkeuren', en: 'reject' },
  'check.guard': { nl: 'tegenhouden', en: 'guard' },
  'check.second-person': { nl: 'tweede persoon', en: 'second person' },
  'check.none': {
    nl: '--accept-check {name}: deze import heeft geen controles die hem tegenhouden.',
    en: '--accept-check {name}: this import has no checks that stop it.',
  },
  'check.unknown': {
    nl: '--accept-check {name}: zo heet geen controle die de import tegenhoudt; dat zijn {known}.',
    en: '--accept-check {name}: no check that stops the import is called so; those are {known}.',
  },
  'check.guarded': { nl: 'Rijen waarvoor controle {check} geldt', en: 'Rows for which check {check} holds' },
  'filter.unknownValue': {
    nl: 'Filter: {term} noemt iets dat er niet is. Uitkomsten, niveaus, meldingen en velden hebben vaste namen, een rij heeft een nummer (5-9) en een soort cijfers. De velden zijn {known}.',
    en: 'Filter: {term} names something that there is not. Outcomes, levels, messages and fields have fixed names, a row has a number (5-9) and a kind digits. The fields are {known}.',
  },
  'filter.quote': {
    nl: 'Filter: in {term} klopt een aanhalingsteken niet; een waarde met spaties staat er helemaal tussen, direct achter : of ~. De velden zijn {known}.',
    en: 'Filter: a quote in {term} is out of place; a value with blanks stands wholly within them, right behind : or ~. The fields are {known}.',
  },
  'values.columns': {
    nl: '{file}: een lijst met waarden heeft twee kolommen, wat er staat en wat het wordt. Dit bestand heeft er {count}.',
    en: '{file}: a list of values has two columns, what there is and what it becomes. This file has {count}.',
  },
  'values.none': { nl: '{file} heeft geen waarden.', en: '{file} has no values.' },
  'values.tooMany': {
    nl: '{file} heeft meer dan {most} waarden; een lijst is voor een veld met weinig waarden.',
    en: '{file} has more than {most} values; a list is for a field of few.',
  },
  'values.row': {
    nl: '{file}, rij {row}: vul beide kolommen in als tekst, wat er staat en wat het wordt.',
    en: '{file}, row {row}: fill in both columns as text, what there is and what it becomes.',
  },
  'values.twice': {
    nl: '{file}, rij {row}: {value} wordt zowel {first} als {second}. Kies er één.',
    en: '{file}, row {row}: {value} becomes both {first} and {second}. Choose one.',
  },
  'usage.mendWhat': {
    nl: 'Zeg wat er hersteld wordt: veld=waarde, --replace of --restore.',
    en: 'Say what is mended: field=value, --replace or --restore.',
  },
  'usage.mendRows': {
    nl: 'Zeg van welke rijen: --row of --where. Met --replace zijn het alle rijen met die waarde.',
    en: 'Say of which rows: --row or --where. With --replace it is all rows with that value.',
  },
  'usage.passwordTyped': {
    nl: '{command}: geef een wachtwoord niet op de opdrachtregel, want daar is het te lezen. Aan een terminal wordt het gevraagd; anders lees je het uit een bestand met --password-file (user add, user password).',
    en: '{command}: give no password on the command line, where it can be read. At a terminal you are asked for it; elsewhere it is read from a file with --password-file (user add, user password).',
  },
  'usage.passwordNeeded': {
    nl: '{command}: er is geen terminal om het wachtwoord te vragen; geef --password-file BESTAND.',
    en: '{command}: there is no terminal to ask for the password; give --password-file FILE.',
  },
  'usage.passwordsDiffer': {
    nl: 'Er is niets gepland: de twee wachtwoorden verschillen.',
    en: 'Nothing was planned: the two passwords differ.',
  },
  'usage.passwordEmpty': {
    nl: 'Er is niets gepland: er is geen wachtwoord gegeven.',
    en: 'Nothing was planned: no password was given.',
  },
  'usage.passwordLines': {
    nl: '{path}: het bestand van --password-file heeft één regel, met het wachtwoord.',
    en: '{path}: the file of --password-file has one line, with the password.',
  },
  'usage.flagWithoutValue': { nl: '{flag} vraagt een waarde.', en: '{flag} needs a value.' },
  'usage.switchValue': {
    nl: '{flag}={value}: schrijf {flag}, {flag}=true of {flag}=false.',
    en: '{flag}={value}: write {flag}, {flag}=true or {flag}=false.',
  },
  'usage.flagTwice': { nl: '{flag} is twee keer gegeven.', en: '{flag} is given twice.' },
  'usage.connectorNeeded': {
    nl: '{flag} kan niet none zijn: zonder is een omgeving niet te volgen.',
    en: '{flag} cannot be none: without it no environment can be followed.',
  },
  'usage.flagsClash': { nl: '{one} en {other} gaan niet samen.', en: '{one} and {other} do not go together.' },
  'usage.flagNeeds': { nl: '{one} werkt alleen samen met {other}.', en: '{one} only works together with {other}.' },
  'usage.choice': {
    nl: '{flag} kan geen {value} zijn; kies uit {known}.',
    en: '{flag} cannot be {value}; choose from {known}.',
  },
  'usage.runNumber': {
    nl: '{value} is geen nummer van een run. Bekijk ze met {program} history',
    en: '{value} is not the number of a run. See them with {program} history',
  },
  'usage.rowNumbers': {
    nl: '{flag} {value}: geef rijnummers, zoals 12, 12,15 of 5-9.',
    en: '{flag} {value}: give row numbers, such as 12, 12,15 or 5-9.',
  },
  'usage.alignType': {
    nl: '{environment} is {type}; geef bij --align dezelfde soort, of geen --type.',
    en: '{environment} is {type}; give the same type with --align, or no --type.',
  },
  'remark.templateUnknown': {
    nl: 'Van gebruikers in {environment} is niet bekend: {fields}. Die cellen zijn leeg, en een lege cel wist de waarde; vul ze in, of importeer met --empty VELD=keep.',
    en: 'Of users in {environment} is not known: {fields}. Those cells are empty, and an empty cell clears the value; fill them in, or import with --empty FIELD=keep.',
  },
  'remark.oldMirror': {
    nl: 'Omgeving {environment} is {at} voor het laatst opgehaald: wat er in AFAS daarna is gewijzigd, is hier niet bekend. Haal haar opnieuw op: {program} env pull {environment}',
    en: 'Environment {environment} was last pulled at {at}: what changed in AFAS since is not known here. Pull it again: {program} env pull {environment}',
  },
  'remark.absentNow': {
    nl: 'Dit is de lijst van nu: {now} {now|actieve gebruiker staat|actieve gebruikers staan} niet in het bestand. Toen het plan werd gemaakt, waren het er {count}.',
    en: 'This is the list of now: {now} active {now|user is|users are} not in the file. When the plan was made, they were {count}.',
  },
  'remark.sameUsers': {
    nl: 'De plannen {runs} raken dezelfde gebruikers: {users}. Elk wordt apart uitgevoerd; wat een ander van hen al zo heeft geschreven, houdt het niet tegen.',
    en: 'Plans {runs} reach the same users: {users}. Each is applied on its own; what another of them wrote the same does not stop it.',
  },
  'usage.environmentTwice': {
    nl: '--env noemt {environment} twee keer.',
    en: '--env names {environment} twice.',
  },
  'remark.idleDefault': {
    nl: '--default doet niets bij {type}: die maakt geen gebruikers aan.',
    en: '--default does nothing with {type}: it creates no users.',
  },
  'usage.days': {
    nl: '{flag} {value}: geef een aantal dagen, zoals 90d.',
    en: '{flag} {value}: give a number of days, such as 90d.',
  },
  'usage.moment': {
    nl: '{flag} {value}: geef een datum of tijdstip (2026-11-26, 2026-11-26T09:00), of hoelang geleden (7d, 12h).',
    en: '{flag} {value}: give a date or time (2026-11-26, 2026-11-26T09:00), or how long ago (7d, 12h).',
  },
  'usage.minAdmins': {
    nl: '--min-admins is een aantal, zoals 2, en niet {value}.',
    en: '--min-admins is a number, such as 2, and not {value}.',
  },
  'usage.reason': {
    nl: '--reason zegt waarom, in hoogstens {max} tekens.',
    en: '--reason says why, in at most {max} characters.',
  },
  'usage.licences': {
    nl: '--licences is een aantal, zoals 250, of none; niet {value}.',
    en: '--licences is a number, such as 250, or none; not {value}.',
  },
  'usage.freeze': {
    nl: '--freeze is van de ene dag tot en met de andere, zoals 2026-12-19..2027-01-04, of none; niet {value}.',
    en: '--freeze is from one day to another, both included, such as 2026-12-19..2027-01-04, or none; not {value}.',
  },
  'usage.freezeAllow': {
    nl: '--freeze-allow zegt wat er in die dagen wel mag: geef met --freeze ook de dagen.',
    en: '--freeze-allow says what goes through on those days: give the days as well, with --freeze.',
  },
  'usage.timeZone': {
    nl: '--time-zone {value}: deze tijdzone is er niet. Geef er een zoals Europe/Amsterdam, of none voor die van deze machine.',
    en: '--time-zone {value}: there is no such time zone. Give one such as Europe/Amsterdam, or none for that of this machine.',
  },
  'usage.limit': {
    nl: '{flag} {value}: geef een aantal of een percentage, zoals 25 of 10%.',
    en: '{flag} {value}: give a number or a percentage, such as 25 or 10%.',
  },
  'usage.number': {
    nl: '{flag} {value}: geef een geheel getal vanaf 1.',
    en: '{flag} {value}: give a whole number from 1 on.',
  },
  'usage.widths': {
    nl: '{flag} {value}: geef breedtes, zoals 12,30,40.',
    en: '{flag} {value}: give widths, such as 12,30,40.',
  },
  'usage.delimiter': {
    nl: '{flag} {value}: geef één teken, of tab.',
    en: '{flag} {value}: give one character, or tab.',
  },
  'usage.pair': { nl: '{flag} {value}: schrijf het als {example}.', en: '{flag} {value}: write it as {example}.' },
  'usage.unknownField': {
    nl: '{flag}: het veld {name} bestaat niet; kies uit {known}.',
    en: '{flag}: there is no field {name}; choose from {known}.',
  },
  'usage.unknownFieldNear': {
    nl: '{flag}: het veld {name} bestaat niet; bedoel je {near}?',
    en: '{flag}: there is no field {name}; do you mean {near}?',
  },
  'usage.fieldNotInType': {
    nl: '{flag}: {field} is niet beschikbaar onder Gebruiker mutatie; gebruik --type user (Gebruiker).',
    en: '{flag}: {field} is not available in type mutation (Gebruiker mutatie); use --type user (Gebruiker).',
  },
  'usage.fieldTwice': { nl: '{flag}: {field} is twee keer gegeven.', en: '{flag}: {field} is given twice.' },
  'usage.noDefault': {
    nl: '--default: {field} heeft geen standaardwaarde; dat kan met {known}.',
    en: '--default: {field} has no default; those that have one are {known}.',
  },
  'usage.yesNo': {
    nl: '{flag}: {value} is geen ja of nee voor {field}; geef J of N.',
    en: '{flag}: {value} is neither yes nor no for {field}; give Y or N.',
  },
  'usage.siteLanguage': {
    nl: '{flag}: {value} is geen taal voor {field}; kies uit {known}.',
    en: '{flag}: {value} is not a language for {field}; choose from {known}.',
  },
  'usage.emptyRule': {
    nl: '--empty {value}: schrijf keep (behouden) of clear (wissen).',
    en: '--empty {value}: write keep or clear.',
  },
  'usage.noEmptyRule': {
    nl: '--empty: voor {field} ligt vast wat een lege cel doet.',
    en: '--empty: what an empty cell of {field} does cannot be changed.',
  },
  'usage.absentWhere': {
    nl: '--absent-where zegt over wie het gaat, en niet wat er met hen gebeurt. Geef ook --absent block of --absent block-keep-groups.',
    en: '--absent-where says whom it is about, and not what becomes of them. Give --absent block or --absent block-keep-groups as well.',
  },
  'usage.clearsEveryone': {
    nl: '--empty {name}=clear zou {field} bij iedereen wissen, want het veld heeft geen kolom. Koppel eerst een kolom met --map.',
    en: '--empty {name}=clear would clear {field} of everyone, because the field has no column. Map a column first with --map.',
  },
  'usage.fixedValue': {
    nl: '--fix {name}={value}: die waarde past niet bij het veld.',
    en: '--fix {name}={value}: that value does not fit the field.',
  },
  'usage.identityFields': { nl: '{flag} {value}: kies uit {known}.', en: '{flag} {value}: choose from {known}.' },
  'usage.noFile': { nl: 'Het bestand {path} is er niet.', en: 'There is no file {path}.' },
  'usage.noFilePasted': {
    nl: 'Het bestand {path} is er niet, ook niet zonder wat eromheen staat. Laat dit weg uit het pad: {signs}.',
    en: 'There is no file {path}, nor without what is around it. Leave this out of the path: {signs}.',
  },
  'usage.fileFailed': { nl: '{path} is niet te lezen ({reason}).', en: '{path} cannot be read ({reason}).' },
  'usage.stdinIsTerminal': {
    nl: 'Geef het bestand door via een pijp, of noem het bij naam.',
    en: 'Pipe the file in, or give its name.',
  },
  'usage.needsTerminal': {
    nl: 'De wizard heeft een terminal nodig. Bekijk de opdrachten met instroom --help',
    en: 'The wizard needs a terminal. See the commands with instroom --help',
  },
  'usage.wizardDumb': {
    nl: 'Deze terminal (TERM=dumb) kan de wizard niet tonen; gebruik --yes of --json.',
    en: 'This terminal (TERM=dumb) cannot show the wizard; use --yes or --json.',
  },
  'usage.typeNeeded': {
    nl: 'Uit {environment} blijkt geen soort; geef --type production, test of accept.',
    en: 'The type of {environment} does not follow from its code; give --type production, test or accept.',
  },
  'usage.participant': {
    nl: '--participant {value}: geef een deelnemersnummer, alleen cijfers.',
    en: '--participant {value}: give a participant number, digits only.',
  },
  'usage.participantNeeded': {
    nl: 'Uit {environment} blijkt geen deelnemersnummer; geef --participant.',
    en: 'The participant number does not follow from {environment}; give --participant.',
  },
  'usage.environmentCode': {
    nl: '{value} is geen code van een omgeving; gebruik letters en cijfers, zoals T12345AA.',
    en: '{value} is not the code of an environment; use letters and digits, such as T12345AA.',
  },
  'usage.environmentName': {
    nl: 'De naam van een omgeving heeft ten hoogste {max} tekens.',
    en: 'The name of an environment has at most {max} characters.',
  },
  'usage.noWorkingDirectory': {
    nl: 'De map waarin je staat, is er niet meer. Ga naar een map die er is (cd), en probeer het opnieuw.',
    en: 'The directory that you are in is gone. Go to one that is there (cd), and try again.',
  },
  'usage.otherThanName': {
    nl: '{file}: de naam zegt iets anders dan --as {as}. Kies een naam die eindigt op {extension}, of laat --as weg.',
    en: '{file}: the name says something else than --as {as}. Choose a name that ends in {extension}, or leave --as out.',
  },
  'usage.workbookOnTerminal': {
    nl: 'Een werkmap is niet op een terminal te zien. Kies een bestand (--output), of stuur de uitvoer door.',
    en: 'A workbook cannot be shown on a terminal. Choose a file (--output), or send the output on.',
  },
  'usage.notUtf8': {
    nl: '{path} is geen UTF-8: regel {line} heeft bytes die daar niet in voorkomen. Sla het bestand op als UTF-8.',
    en: '{path} is not UTF-8: line {line} has bytes that do not occur in it. Save the file as UTF-8.',
  },
  'usage.removeNeedsYes': {
    nl: '{environment} is niet verwijderd: dat is niet terug te draaien, en er is niemand om het te vragen. Geef --yes als het de bedoeling is.',
    en: '{environment} was not removed: that cannot be taken back, and there is nobody to ask. Give --yes if it is meant.',
  },
  'usage.shell': {
    nl: 'Voor {name} is er geen script; kies uit {known}.',
    en: 'There is no script for {name}; choose from {known}.',
  },
  'usage.schema': {
    nl: 'Er is geen schema {name}; kies uit {known}.',
    en: 'There is no schema {name}; choose from {known}.',
  },
  'usage.nothingToSet': {
    nl: 'Zeg wat er aan {environment} moet wijzigen. Bekijk de vlaggen met {program} env set --help',
    en: 'Say what to change of {environment}. See the flags with {program} env set --help',
  },
  'mapping.incomplete': {
    nl: 'Er is niets gepland: {count} {count|kolom|kolommen} van {file} {count|heeft|hebben} geen bestemming. Koppel ze met --map, of laat ze weg met --ignore-column.',
    en: 'Nothing was planned: {count} {count|column|columns} of {file} {count|has|have} no field. Map them with --map, or leave them out with --ignore-column.',
  },
  'mapping.impossible': {
    nl: 'Er is niets gepland: de koppeling van {file} klopt niet.',
    en: 'Nothing was planned: the mapping of {file} cannot be made.',
  },
  'mapping.unsettled': {
    nl: '{header}: geen veld. --map "VELD={name}" of --ignore-column "{name}"',
    en: '{header}: no field. --map "FIELD={name}" or --ignore-column "{name}"',
  },
  'mapping.unsettledNear': {
    nl: '{header}: waarschijnlijk {field}. --map "{field}={name}" of --ignore-column "{name}"',
    en: '{header}: probably {field}. --map "{field}={name}" or --ignore-column "{name}"',
  },
} as const satisfies Texts;
