/**
 * What every message of a row says (docs/rules.md, *Messages*), and why the rule is there: the manual's reason, or the
 * rule's own. A text says what is wrong, where, and what to do; `{field}` is the label of the field.
 */
import type { Message, MessageCode } from '../domain/messages.js';
import { fieldOf } from '../domain/fields.js';
import type { Text } from './text.js';

interface MessageWords {
  readonly text: Text;
  /** What the wizard says, where the text names a command or a flag. */
  readonly wizard?: Text;
}

export interface MessageTexts extends MessageWords {
  readonly reason: Text;
  /** Another text for some of the messages with this code. */
  readonly others?: readonly (MessageWords & { readonly when: (told: Message) => boolean })[];
}

const kindOf = (told: Message): string | undefined => (told.field ? fieldOf(told.field).kind : undefined);

/** The row is an act on a user, typed by a person: there is no file to mend and no mutation code to choose. */
const byHand = ({ params }: Message): boolean => params['hand'] === 1;

/** `1-feb`, `2026-02-01`: what a spreadsheet makes of a number. */
const looksLikeDate = (value: unknown): boolean =>
  /^\d{1,4}[-/.][\p{L}\d]{1,4}\.?(?:[-/.]\d{1,4})?$/u.test(String(value));

export const MESSAGES: Readonly<Record<MessageCode, MessageTexts>> = {
  USER_MISSING: {
    text: {
      nl: 'De gebruikerscode ontbreekt; vul de kolom {field} in.',
      en: 'The user code is missing; fill in the column {field}.',
    },
    reason: { nl: 'Aan dit sleutelveld wordt de gebruiker herkend.', en: 'The user is recognised by this key field.' },
  },
  USER_TOO_LONG: {
    text: {
      nl: '{field} {user} is {length} posities lang; het maximum is {max}, inclusief het deelnemersnummer. Kort de code in.',
      en: '{field} {user} has {length} positions; at most {max} are allowed, with its participant number. Shorten the code.',
    },
    reason: {
      nl: 'De maximale lengte van gebruikersnamen is 20 posities. Ook het deelnemersnummer telt mee voor de maximale lengte.',
      en: 'User names are at most 20 positions long. The participant number counts as well.',
    },
  },
  USER_NUMERIC: {
    text: {
      nl: '{field} {value} staat in de cel als getal met decimalen, zodat een nul aan het eind kan zijn weggevallen. Maak de cel op als tekst en typ de code opnieuw.',
      en: '{field} {value} is a number with decimals in its cell, so that a zero at its end may be lost. Format the cell as text and type the code again.',
    },
    others: [
      {
        when: ({ params }) => params['cell'] === 'text',
        text: {
          nl: '{field} {value} is geschreven als getal, zoals een programma dat doet met een code. Zet in de kolom de code zelf, als tekst.',
          en: '{field} {value} is written as a number, as a program does with a code. Put the code itself in the column, as text.',
        },
      },
      {
        when: ({ params }) => params['cell'] === 'formatted',
        text: {
          nl: '{field} is in de cel een getal ({value}) dat door zijn opmaak als iets anders te zien is. Maak de cel op als tekst en typ de code opnieuw.',
          en: '{field} is a number in its cell ({value}) that its format shows as something else. Format the cell as text and type the code again.',
        },
      },
      {
        when: ({ params }) => params['cell'] === 'number',
        text: {
          nl: '{field} {value} staat in de cel als getal, zodat een punt of een nul kan zijn weggevallen. Maak de cel op als tekst en typ de code opnieuw.',
          en: '{field} {value} is a number in its cell, so that a dot or a zero may be lost. Format the cell as text and type the code again.',
        },
      },
    ],
    reason: {
      nl: 'Een spreadsheet maakt van 12345.10 het getal 12345,1: dat is een andere gebruiker.',
      en: 'A spreadsheet turns 12345.10 into the number 12345.1: another user.',
    },
  },
  USER_AT_SIGN: {
    text: {
      nl: 'Gebruiker {user} heeft een @ in de code en krijgt toegang tot Profit in {environments}. Kies een code zonder @, of geef geen toegang tot Profit.',
      en: 'User {user} has an @ in its code and gets access to Profit in {environments}. Choose a code without @, or give no access to Profit.',
    },
    others: [
      {
        when: ({ level }) => level === 'warning',
        text: {
          nl: 'Gebruiker {user} heeft een @ in de code ({environments}) en kan daarmee niet inloggen zodra er toegang tot Profit is; wijzig de code met mutatiecode 4.',
          en: 'User {user} has an @ in its code ({environments}) and cannot sign in with it once there is access to Profit; rename it with mutation code 4.',
        },
      },
    ],
    reason: {
      nl: 'Bij het inloggen mag geen @ in de gebruikersnaam staan, als de gebruiker toegang heeft tot Profit.',
      en: 'There may be no @ in the user name on signing in, if the user has access to Profit.',
    },
  },
  USER_LOOKALIKE: {
    text: {
      nl: 'Gebruikerscode {user} lijkt sprekend op de bestaande code {like}. Ga na of dezelfde gebruiker bedoeld is.',
      en: 'User code {user} looks just like the existing code {like}. Make sure that it is not meant to be the same user.',
    },
    others: [
      {
        when: ({ params }) => params['like'] === '',
        text: {
          nl: 'Gebruikerscode {user} bevat letters uit verschillende schriften. Typ de code opnieuw met gewone letters.',
          en: 'User code {user} has letters of several scripts. Type the code again in plain letters.',
        },
      },
    ],
    reason: {
      nl: 'Twee codes die er hetzelfde uitzien, worden vroeg of laat verwisseld.',
      en: 'Two codes that look the same will be mixed up sooner or later.',
    },
  },
  USER_UNKNOWN: {
    text: {
      nl: 'Gebruiker {user} bestaat niet in {environment}. Verbeter de code, of maak de gebruiker eerst aan met mutatiecode 1 of 3.',
      en: 'User {user} does not exist in {environment}. Correct the code, or create the user first with mutation code 1 or 3.',
    },
    others: [
      {
        when: byHand,
        text: {
          nl: 'Gebruiker {user} bestaat niet in {environment}. Verbeter de code.',
          en: 'User {user} does not exist in {environment}. Correct the code.',
        },
      },
    ],
    reason: {
      nl: 'De mutatiecodes 4, 5 en 6 en de import Gebruiker mutatie wijzigen bestaande gebruikers.',
      en: 'Mutation codes 4, 5 and 6 and the import User mutation change existing users.',
    },
  },
  USER_GONE: {
    text: {
      nl: 'Gebruiker {user} is er in de AFAS-omgeving van {environment} niet meer. Haal die omgeving opnieuw op, of laat de rij weg.',
      en: 'User {user} is no longer in the AFAS environment of {environment}. Pull that environment again, or leave the row out.',
    },
    reason: {
      nl: 'Wat hier van een verdwenen gebruiker bekend is, klopt niet meer.',
      en: 'What is known here of a user that is gone holds no longer.',
    },
  },
  SYSTEM_USER: {
    text: {
      nl: 'Dit is een systeemgebruiker in {environments}; laat de rij weg uit de import.',
      en: 'This is a system user in {environments}; leave the row out of the import.',
    },
    others: [
      {
        when: byHand,
        text: {
          nl: 'Dit is een systeemgebruiker in {environments}. Blokkeren, deblokkeren, wijzigen, verwijderen of een wachtwoord geven kan alleen uitdrukkelijk (--system).',
          en: 'This is a system user in {environments}. Blocking, unblocking, setting, deleting or giving a password is done on purpose only (--system).',
        },
        wizard: {
          nl: 'Dit is een systeemgebruiker in {environments}. Blokkeren, deblokkeren, wijzigen, verwijderen of een wachtwoord geven kan alleen uitdrukkelijk.',
          en: 'This is a system user in {environments}. Blocking, unblocking, setting, deleting or giving a password is done on purpose only.',
        },
      },
    ],
    reason: {
      nl: 'Systeemgebruikers kunnen niet via import worden gewijzigd.',
      en: 'System users cannot be changed by an import.',
    },
  },
  PROTECTED: {
    text: {
      nl: '{user} is beschermd in {environments} ({filter}): een rij blokkeert, hernoemt of verwijdert zo iemand niet, geeft geen wachtwoord en neemt geen groep of toegang af. Laat {user} weg, of hef eerst de bescherming op: {program} env set {environment} --unprotect',
      en: '{user} is protected in {environments} ({filter}): no row blocks, renames or removes such a user, gives a password, or takes a group or access away. Leave {user} out, or end the protection first: {program} env set {environment} --unprotect',
    },
    wizard: {
      nl: '{user} is beschermd in {environments} ({filter}): een rij blokkeert, hernoemt of verwijdert zo iemand niet, geeft geen wachtwoord en neemt geen groep of toegang af. Laat {user} weg, of hef eerst de bescherming van de omgeving op.',
      en: '{user} is protected in {environments} ({filter}): no row blocks, renames or removes such a user, gives a password, or takes a group or access away. Leave {user} out, or end the protection of the environment first.',
    },
    others: [
      {
        when: ({ params }) => params['unknown'] !== '',
        text: {
          nl: '{user} telt als beschermd in {environments} ({filter}), want het is niet zeker dat het filter niet geldt: {unknown} is daar niet bekend. Haal de omgeving opnieuw op, of laat {user} weg.',
          en: '{user} counts as protected in {environments} ({filter}), as it is not certain that the filter does not hold: {unknown} is not known there. Pull the environment again, or leave {user} out.',
        },
      },
    ],
    reason: {
      nl: 'Wie een omgeving beschermt, verliest niets door een import, wat er ook in het bestand staat.',
      en: 'Whom an environment protects loses nothing by an import, whatever the file says.',
    },
  },
  CODE_INVALID: {
    text: {
      nl: 'Mutatiecode {value} bestaat niet; vul 0, 1, 2, 3, 4, 5 of 6 in.',
      en: 'Mutation code {value} does not exist; fill in 0, 1, 2, 3, 4, 5 or 6.',
    },
    reason: {
      nl: 'De waarde van het veld Mutatiecode bepaalt hoe de gebruiker wordt afgehandeld.',
      en: 'The value of the field Mutation code decides what happens to the user.',
    },
  },
  CODE_DEFAULTED: {
    text: {
      nl: 'De mutatiecode is leeg en telt als 0: de gebruiker wordt geblokkeerd en verlaat alle groepen. Vul een code in als dat niet de bedoeling is.',
      en: 'The mutation code is empty and counts as 0: the user is blocked and leaves all groups. Fill in a code if that is not meant.',
    },
    reason: {
      nl: 'Als je geen waarde invult in dit veld, wordt code 0 gebruikt.',
      en: 'If this field holds no value, code 0 is used.',
    },
  },
  NEW_CODE_MISSING: {
    text: {
      nl: 'Mutatiecode 4 vraagt een nieuwe gebruikerscode; vul {field} in.',
      en: 'Mutation code 4 needs a new user code; fill in {field}.',
    },
    reason: {
      nl: 'Je moet hierbij de oude en de nieuwe code opgeven in het importbestand.',
      en: 'The import file has to give both the old and the new code.',
    },
  },
  NEW_CODE_TAKEN: {
    text: {
      nl: 'De nieuwe gebruikerscode {user} is al in gebruik; kies een andere.',
      en: 'The new user code {user} is in use already; choose another one.',
    },
    reason: {
      nl: 'Een gebruikerscode hoort bij één gebruiker, in alle omgevingen van deze soort.',
      en: 'A user code belongs to one user, in all environments of this type.',
    },
  },
  DESCRIPTION_MISSING: {
    text: {
      nl: 'Een nieuwe gebruiker moet een {field} hebben; vul die in.',
      en: 'A new user must have a {field}; fill it in.',
    },
    reason: {
      nl: 'Het importbestand dient per medewerker altijd E-mail, Omschrijving en UPN te bevatten.',
      en: 'The import file must always hold E-mail, Description and UPN of every employee.',
    },
  },
  PERSON_UNKNOWN: {
    text: {
      nl: 'Persoon {value} bestaat niet in {environment}; maak die eerst aan in het CRM, of verbeter het nummer.',
      en: 'Person {value} does not exist in {environment}; create it in the CRM first, or correct the number.',
    },
    others: [
      {
        when: ({ params }) => looksLikeDate(params['value']),
        text: {
          nl: 'Persoon {value} bestaat niet in {environment} en lijkt op een datum; vul het nummer van de persoon in.',
          en: 'Person {value} does not exist in {environment} and looks like a date; fill in the number of the person.',
        },
      },
    ],
    reason: {
      nl: 'Gebruikers kunnen alleen aan bestaande personen uit Profit CRM worden gekoppeld.',
      en: 'Users can only be linked to existing persons of Profit CRM.',
    },
  },
  PERSON_MISSING: {
    text: {
      nl: 'De nieuwe gebruiker wordt aan geen persoon gekoppeld; vul {field} in als die er is.',
      en: 'The new user is not linked to a person; fill in {field} if there is one.',
    },
    reason: {
      nl: 'Gebruikers worden gekoppeld aan bestaande personen uit Profit CRM.',
      en: 'Users are linked to existing persons of Profit CRM.',
    },
  },
  GROUP_UNKNOWN: {
    text: {
      nl: 'Groep {value} bestaat niet in {environment}; verbeter de code, of gebruik mutatiecode 3 om de groep toe te voegen.',
      en: 'Group {value} does not exist in {environment}; correct the code, or use mutation code 3 to add the group.',
    },
    others: [
      {
        when: byHand,
        text: {
          nl: 'Groep {value} bestaat niet in {environment}; verbeter de code.',
          en: 'Group {value} does not exist in {environment}; correct the code.',
        },
      },
      {
        when: ({ params }) => params['list'] === 1,
        text: {
          nl: 'Groep {value} bestaat niet in {environment}: het zijn meer groepen in één cel. Maak een rij voor elke groep.',
          en: 'Group {value} does not exist in {environment}: it is several groups in one cell. Make a row for each group.',
        },
      },
    ],
    reason: {
      nl: 'Bij mutatiecode 1 moet de groep bestaan in Profit.',
      en: 'With mutation code 1 the group must exist in Profit.',
    },
  },
  GROUP_IGNORED: {
    text: {
      nl: 'De groep wordt genegeerd: deze mutatiecode voegt niemand aan een groep toe. Gebruik code 1 of 3 voor een groep.',
      en: 'The group is ignored: this mutation code adds nobody to a group. Use code 1 or 3 for a group.',
    },
    reason: {
      nl: 'Alleen de mutatiecodes 1 en 3 zetten een gebruiker in een groep.',
      en: 'Only mutation codes 1 and 3 add a user to a group.',
    },
  },
  FIELD_IGNORED: {
    text: {
      nl: '{field} wordt genegeerd: deze mutatiecode gebruikt dat veld hier niet.',
      en: '{field} is ignored: this mutation code does not use that field here.',
    },
    reason: {
      nl: 'De mutatiecodes 0, 4, 5 en 6 schrijven bij een bestaande gebruiker alleen E-mail, Omschrijving en UPN, en wat de code zelf doet.',
      en: 'Of an existing user, mutation codes 0, 4, 5 and 6 write E-mail, Description and UPN alone, and what the code itself does.',
    },
  },
  UPN_TAKEN: {
    text: {
      nl: 'UPN {upn} is al van gebruiker {holder} in {environment}; verbeter de UPN, of wis die daar eerst.',
      en: 'UPN {upn} belongs to user {holder} in {environment}; correct the UPN, or clear it there first.',
    },
    reason: {
      nl: 'Een UPN hoort bij één gebruikerscode: met de UPN wordt ingelogd.',
      en: 'A UPN belongs to one user code: it is what a user signs on with.',
    },
  },
  UPN_LEFTOVER: {
    text: {
      nl: 'UPN {upn} is nog van {holder}, achtergebleven in de verwijderde omgeving {environment}. Wis die eerst: {program} leftover clear-upn {holder}',
      en: 'UPN {upn} is still held by {holder}, left behind in the removed environment {environment}. Clear it first: {program} leftover clear-upn {holder}',
    },
    wizard: {
      nl: 'UPN {upn} is nog van {holder}, achtergebleven in de verwijderde omgeving {environment}. Wis die eerst, met U.',
      en: 'UPN {upn} is still held by {holder}, left behind in the removed environment {environment}. Clear it first, with U.',
    },
    reason: {
      nl: 'Verwijder je een testomgeving, dan blijven de gebruikers bestaan. Als deze gebruikers een UPN hebben, verwijder dan eerst de UPN. Voer dan de nieuwe import uit.',
      en: 'If you remove a test environment, its users stay. If they have a UPN, remove the UPN first, and then do the new import.',
    },
  },
  UPN_DEFERRED: {
    text: {
      nl: 'UPN {upn} wordt pas vastgelegd met de tweede import, nadat de gebruiker is aangemaakt.',
      en: 'UPN {upn} is recorded with the second import, once the user has been created.',
    },
    reason: {
      nl: 'Bij single sign-on importeer je eerst de gebruiker. Vervolgens gebruik je een tweede import voor het vastleggen van de UPN per gebruiker.',
      en: 'With single sign-on you import the user first. Then you use a second import to record the UPN of each user.',
    },
  },
  EMAIL_INVALID: {
    text: {
      nl: '{value} is geen e-mailadres; verbeter de cel.',
      en: '{value} is not an e-mail address; correct the cell.',
    },
    others: [
      {
        when: byHand,
        text: {
          nl: '{value} is geen e-mailadres; verbeter het.',
          en: '{value} is not an e-mail address; correct it.',
        },
      },
    ],
    reason: {
      nl: 'Het e-mailadres gaat mee naar alle gekoppelde omgevingen.',
      en: 'The e-mail address follows to all linked environments.',
    },
  },
  OUTSITE_NEEDS_EMAIL: {
    text: {
      nl: 'Met toegang tot OutSite moet een gebruiker een e-mailadres hebben ({environments}); vul het adres in, of geef geen toegang.',
      en: 'A user with access to OutSite must have an e-mail address ({environments}); fill in the address, or give no access.',
    },
    reason: {
      nl: 'OutSite stuurt de gebruiker berichten en een nieuw wachtwoord per e-mail.',
      en: 'OutSite sends the user notices and a new password by e-mail.',
    },
  },
  PASSWORD_MISSING: {
    text: {
      nl: 'Mutatiecode 5 vraagt een wachtwoord; vul {field} in.',
      en: 'Mutation code 5 needs a password; fill in {field}.',
    },
    reason: { nl: 'Mutatiecode 5: wachtwoord wijzigen.', en: 'Mutation code 5: change the password.' },
  },
  PASSWORD_WEAK: {
    text: {
      nl: 'Het wachtwoord is korter dan 12 tekens; kies een langer wachtwoord.',
      en: 'The password is shorter than 12 characters; choose a longer one.',
    },
    reason: { nl: 'Een kort wachtwoord is snel geraden.', en: 'A short password is soon guessed.' },
  },
  VALUE_TOO_LONG: {
    text: {
      nl: '{field} telt {length} tekens; hoogstens {max} passen er. Kort de waarde in.',
      en: '{field} has {length} characters; at most {max} fit. Shorten the value.',
    },
    reason: { nl: 'Het veld kan niet meer tekens bevatten.', en: 'The field cannot hold more characters.' },
  },
  VALUE_INVALID: {
    text: {
      nl: '{value} is geen waarde voor {field}; herstel de cel in het bestand.',
      en: '{value} is not a value for {field}; repair the cell in the file.',
    },
    others: [
      {
        when: (told) => kindOf(told) === 'secret',
        text: {
          nl: 'De cel van {field} is geen tekst, maar een getal, datum, formule of fout. Maak de cel op als tekst en typ het wachtwoord opnieuw.',
          en: 'The cell of {field} is no text but a number, date, formula or error. Format the cell as text and type the password again.',
        },
      },
      {
        when: ({ params }) => params['code'] === 'foreign',
        text: {
          nl: '{value} is geen code voor {field}: er staat een scheidingsteken of aanhalingsteken in. Zet één code in de cel.',
          en: '{value} is no code for {field}: it has a separator or a quote in it. Put one code in the cell.',
        },
      },
      {
        when: ({ params }) => params['code'] === 'empty',
        text: {
          nl: '{value} is geen code voor {field}: er is geen letter of cijfer van zichzelf in. Vul de code in.',
          en: '{value} is no code for {field}: it has no letter or digit of its own. Fill in the code.',
        },
      },
      {
        when: ({ params }) => params['cell'] === 'date',
        text: {
          nl: 'De cel van {field} is een datum of tijd ({value}) geworden. Maak de cel op als tekst en typ de waarde opnieuw.',
          en: 'The cell of {field} has become a date or time ({value}). Format the cell as text and type the value again.',
        },
      },
      {
        when: ({ params }) => params['cell'] === 'boolean',
        text: {
          nl: 'De cel van {field} is waar of onwaar ({value}), geen tekst. Maak de cel op als tekst en typ de waarde opnieuw.',
          en: 'The cell of {field} is true or false ({value}), no text. Format the cell as text and type the value again.',
        },
      },
      {
        when: ({ params }) => params['cell'] === 'formatted',
        text: {
          nl: 'De cel van {field} is een getal ({value}) dat door zijn opmaak als iets anders te zien is. Maak de cel op als tekst en typ de waarde opnieuw.',
          en: 'The cell of {field} is a number ({value}) that its format shows as something else. Format the cell as text and type the value again.',
        },
      },
      {
        when: (told) => kindOf(told) === 'yesNo',
        text: {
          nl: '{value} is geen ja of nee; vul bij {field} J of N in.',
          en: '{value} is neither yes nor no; fill in Y or N for {field}.',
        },
      },
      {
        when: (told) => kindOf(told) === 'siteLanguage',
        text: {
          nl: '{value} is geen taal voor {field}; kies uit {languages}.',
          en: '{value} is not a language for {field}; choose from {languages}.',
        },
      },
      {
        when: byHand,
        text: {
          nl: '{value} is geen waarde voor {field}; verbeter die.',
          en: '{value} is not a value for {field}; correct it.',
        },
      },
    ],
    reason: {
      nl: 'Een waarde die niet bij het veld past, wordt nooit geraden.',
      en: 'A value that does not fit its field is never guessed.',
    },
  },
  FIELD_CLEARED: {
    text: {
      nl: '{field} wordt gewist in {environments}, want de cel is leeg. Vul de cel in om de waarde te houden.',
      en: '{field} is cleared in {environments}, because the cell is empty. Fill in the cell to keep the value.',
    },
    others: [
      {
        when: byHand,
        text: {
          nl: '{field} wordt gewist in {environments}.',
          en: '{field} is cleared in {environments}.',
        },
      },
      {
        when: ({ params }) => params['imported'] === 0,
        text: {
          nl: '{field} wordt gewist in {environments}, want het veld wordt niet geïmporteerd. Koppel het veld aan een kolom.',
          en: '{field} is cleared in {environments}, because the field is not imported. Map the field to a column.',
        },
      },
    ],
    reason: {
      nl: 'Het importbestand dient altijd de velden E-mail, Omschrijving en UPN te bevatten. Als je deze velden niet importeert, worden ze ook in andere omgevingen gewist.',
      en: 'The import file must always hold E-mail, Description and UPN. If these fields are not imported, they are cleared in the other environments too.',
    },
  },
  STAYS_BLOCKED: {
    text: {
      nl: 'Gebruiker {user} is geblokkeerd in {environments} en blijft dat; mutatiecode 6 deblokkeert.',
      en: 'User {user} is blocked in {environments} and stays so; mutation code 6 unblocks.',
    },
    others: [
      {
        when: byHand,
        text: {
          nl: 'Gebruiker {user} is geblokkeerd in {environments} en blijft dat.',
          en: 'User {user} is blocked in {environments} and stays so.',
        },
      },
    ],
    reason: {
      nl: 'De mutatiecodes 1 en 3 en Gebruiker mutatie laten de blokkering zoals die is.',
      en: 'Mutation codes 1 and 3 and User mutation leave the block as it is.',
    },
  },
  STAYS_ACTIVE: {
    text: {
      nl: 'Gebruiker {user} wordt hier geblokkeerd en kan nog inloggen in {environments}.',
      en: 'User {user} is blocked here and can still log in to {environments}.',
    },
    reason: {
      nl: 'Een blokkering geldt per omgeving en werkt niet door naar gekoppelde gebruikers.',
      en: 'A block holds for one environment, and does not follow to linked users.',
    },
  },
  ROW_SHAPE: {
    text: {
      nl: 'De rij heeft {found} cellen en de kop {expected} kolommen; een kolom kan verschoven zijn. Vul de rij aan.',
      en: 'The row has {found} cells and the header {expected} columns; a column may have shifted. Complete the row.',
    },
    others: [
      {
        when: ({ params }) => Number(params['found']) > Number(params['expected']),
        text: {
          nl: 'De rij heeft {found} cellen en de kop maar {expected} kolommen; een scheidingsteken in een waarde moet tussen aanhalingstekens.',
          en: 'The row has {found} cells and the header only {expected} columns; a separator within a value has to be quoted.',
        },
      },
    ],
    reason: {
      nl: 'Een verschoven rij zou waarden wissen of verwisselen.',
      en: 'A shifted row would clear or swap values.',
    },
  },
  TEXT_DAMAGED: {
    text: {
      nl: '{field} {value} is beschadigd: er staat een teken in ({character}) dat niemand typt. Herstel de waarde in de bron en lever het bestand opnieuw.',
      en: '{field} {value} is damaged: it has a character ({character}) that nobody types. Restore the value at its source and make the file again.',
    },
    others: [
      {
        when: ({ field }) => field === 'password',
        text: {
          nl: '{field} is beschadigd: er staan tekens in die niemand typt. Typ het wachtwoord opnieuw.',
          en: '{field} is damaged: it has characters that nobody types. Type the password again.',
        },
      },
      {
        when: ({ params }) => 'meant' in params,
        text: {
          nl: '{field} {value} is ergens met de verkeerde tekenset gelezen; er stond waarschijnlijk {meant}. Maak het bestand opnieuw als UTF-8, of verbeter de cel.',
          en: '{field} {value} was read in the wrong encoding somewhere; it probably was {meant}. Make the file again as UTF-8, or correct the cell.',
        },
      },
      {
        when: ({ params }) => 'older' in params,
        text: {
          nl: '{field} {value} is beschadigd: er staat een vraagteken waar {older} een letter heeft. Maak het bestand opnieuw als UTF-8, of verbeter de cel.',
          en: '{field} {value} is damaged: it has a question mark where {older} has a letter. Make the file again as UTF-8, or correct the cell.',
        },
      },
    ],
    reason: {
      nl: 'Een beschadigde naam zou in alle gekoppelde omgevingen worden overgenomen.',
      en: 'A damaged name would be taken over in all linked environments.',
    },
  },
  VALUE_HIDDEN: {
    text: {
      nl: '{field} {value} bevat een onzichtbaar teken ({character}). Typ de waarde opnieuw.',
      en: '{field} {value} has an invisible character in it ({character}). Type the value again.',
    },
    others: [
      {
        when: ({ field }) => field === 'password',
        text: {
          nl: '{field} bevat een onzichtbaar teken, of staat tussen ="…". Typ het wachtwoord opnieuw.',
          en: '{field} has an invisible character in it, or stands within ="…". Type the password again.',
        },
      },
      {
        when: ({ params }) => 'inner' in params,
        text: {
          nl: '{field} {value} heeft tekens om de code heen; zonder die tekens staat er {inner}. Haal ze weg uit de cel.',
          en: '{field} {value} has marks around the code; without them it is {inner}. Remove them from the cell.',
        },
      },
    ],
    reason: {
      nl: 'Wat niemand ziet, maakt van een bestaande code een andere.',
      en: 'What nobody sees makes another code of one that exists.',
    },
  },
  VALUE_EMPTY_WORD: {
    text: {
      nl: '{value} bij {field} is wat een programma schrijft als er niets is. Maak de cel leeg, of vul de waarde in; heet iemand echt zo, typ de waarde dan zelf in het plan.',
      en: '{value} for {field} is what a program writes where it has nothing. Empty the cell, or fill in the value; if somebody is really called so, type the value in the plan yourself.',
    },
    reason: {
      nl: 'Een woord voor niets is geen waarde, en geen lege cel: wat ermee bedoeld is, wordt niet geraden.',
      en: 'A word for nothing is no value, and no empty cell: what is meant by it is not guessed.',
    },
  },
  HEADER_REPEATED: {
    text: {
      nl: 'Deze rij is de kop van rij {header} nog een keer. Verwijder de rij.',
      en: 'This row is the header of row {header} once more. Remove the row.',
    },
    reason: {
      nl: 'Een kop is geen gebruiker; vaak zijn het twee bestanden achter elkaar.',
      en: 'A header is no user; often it is two files one behind the other.',
    },
  },
  GROUP_LIST: {
    text: {
      nl: '{field} {value} zijn meer groepen in één cel. Maak een rij voor elke groep.',
      en: '{field} {value} is several groups in one cell. Make a row for each group.',
    },
    reason: {
      nl: 'Een gebruiker heeft een rij voor elke groep; een lijst zou als één nieuwe groep worden toegevoegd.',
      en: 'A user has a row for each group; a list would be added as one new group.',
    },
  },
  VALUE_UNMAPPED: {
    text: {
      nl: '{field} {value} staat niet in de lijst met waarden. Voeg de waarde toe aan de lijst, of verbeter de cel.',
      en: '{field} {value} is not in the list of values. Add the value to the list, or correct the cell.',
    },
    reason: {
      nl: 'Van dit veld worden alleen waarden uit de lijst overgenomen.',
      en: 'Of this field only values of the list are taken.',
    },
  },
  COMPOSED_EMPTY: {
    text: {
      nl: '{field} kan niet worden samengesteld: van de kolom {column} blijft niets over. Vul de cel in.',
      en: '{field} cannot be composed: nothing is left of the column {column}. Fill in the cell.',
    },
    reason: {
      nl: 'Een samengestelde waarde waarvan een deel ontbreekt, is een halve waarde.',
      en: 'A composed value of which a part is missing is half a value.',
    },
  },
  UPN_SHAPE: {
    text: {
      nl: 'UPN {value} is geen naam@domein; ga na of deze goed is.',
      en: 'UPN {value} is not name@domain; check whether it is right.',
    },
    reason: {
      nl: 'Met de UPN wordt ingelogd; bijna altijd is die een naam@domein.',
      en: 'The UPN is what a user signs on with; nearly always it is name@domain.',
    },
  },
  TEXT_ESCAPED: {
    text: {
      nl: '{field} {value} staat waarschijnlijk voor {meant}. Verbeter de cel als dat zo is.',
      en: '{field} {value} probably stands for {meant}. Correct the cell if so.',
    },
    others: [
      {
        when: ({ level }) => level === 'error',
        text: {
          nl: '{field} {value} staat voor {meant}, en niemand heeft zo’n code. Verbeter de cel.',
          en: '{field} {value} stands for {meant}, and nobody has such a code. Correct the cell.',
        },
      },
    ],
    reason: {
      nl: 'Een programma schreef de waarde voor een ander programma om, en niemand zette die terug.',
      en: 'A program wrote the value in another way for another program, and nobody put it back.',
    },
  },
  USER_EXISTS: {
    text: {
      nl: 'Gebruiker {user} bestaat al in {environment}. Kies een andere code, of wijzig die gebruiker.',
      en: 'User {user} exists in {environment} already. Choose another code, or change that user.',
    },
    reason: {
      nl: 'Toevoegen maakt een nieuwe gebruiker, en wijzigt nooit een die er al is.',
      en: 'Adding makes a new user, and never changes one that is there.',
    },
  },
  USER_IN_USE: {
    text: {
      nl: 'Gebruiker {user} is in {environment} in gebruik (tokens: {tokens}, runs na het aanmaken: {runs}). Blokkeer de gebruiker.',
      en: 'User {user} is in use in {environment} (tokens: {tokens}, runs since it was made: {runs}). Block the user instead.',
    },
    others: [
      {
        when: ({ params }) => params['live'] === 1,
        text: {
          nl: 'Uit AFAS gaat geen gebruiker weg: {user} wordt in {environment} geblokkeerd in plaats van verwijderd.',
          en: 'No user leaves AFAS: {user} is blocked in {environment} instead of removed.',
        },
      },
      {
        when: ({ level }) => level === 'warning',
        text: {
          nl: 'Gebruiker {user} is in {environment} in gebruik (tokens: {tokens}, runs na het aanmaken: {runs}), en wordt geblokkeerd in plaats van verwijderd.',
          en: 'User {user} is in use in {environment} (tokens: {tokens}, runs since it was made: {runs}), and is blocked instead of removed.',
        },
      },
    ],
    reason: {
      nl: 'Verwijderen is voor wie bij vergissing is aangemaakt: zonder tokens, en daarna niet meer gewijzigd.',
      en: 'Deleting is for who was made by mistake: without tokens, and not changed since.',
    },
  },
  GROUP_EVERYONE: {
    text: {
      nl: 'Niemand gaat uit groep {group}: daar zit iedereen in. Blokkeer de gebruiker als die niet meer mag inloggen.',
      en: 'Nobody leaves group {group}: everyone is in it. Block the user if it may not log in any more.',
    },
    reason: {
      nl: 'De groep Iedereen is er altijd, en bevat alle gebruikers.',
      en: 'The group Iedereen is always there, and holds all users.',
    },
  },
  NOT_IN_GROUP: {
    text: {
      nl: 'Gebruiker {user} zit niet in groep {group}; verbeter de code van de groep.',
      en: 'User {user} is not in group {group}; correct the code of the group.',
    },
    reason: {
      nl: 'Wie niet in een groep zit, kan er niet uit; waarschijnlijk is een andere groep of gebruiker bedoeld.',
      en: 'Who is not in a group cannot leave it; probably another group or user is meant.',
    },
  },
  NOT_SYSTEM: {
    text: {
      nl: 'Gebruiker {user} is geen systeemgebruiker, dus al een gewone.',
      en: 'User {user} is no system user, and so an ordinary one already.',
    },
    reason: {
      nl: 'Alleen een systeemgebruiker kan een gewone gebruiker worden.',
      en: 'Only a system user can become an ordinary one.',
    },
  },
  MERGE_SELF: {
    text: {
      nl: 'Gebruiker {user} is niet met zichzelf samen te voegen; kies een andere gebruiker.',
      en: 'User {user} cannot be merged with itself; choose another user.',
    },
    reason: {
      nl: 'Bij samenvoegen verdwijnt de eerste gebruiker, en houdt de tweede de groepen van beide.',
      en: 'In a merge the first user goes, and the second keeps the groups of both.',
    },
  },
  MERGE_STAYS: {
    text: {
      nl: 'Gebruiker {user} blijft bestaan in {environments}: daar is de gebruiker niet om mee samen te voegen.',
      en: 'User {user} stays in {environments}: the user to merge it with is not there.',
    },
    reason: {
      nl: 'Samenvoegen gebeurt in elke omgeving van de soort waar beide gebruikers zijn.',
      en: 'A merge is done in each environment of the type where both users are.',
    },
  },
  USER_REMOVED: {
    text: {
      nl: 'Gebruiker {user} wordt verwijderd uit {environments}: de run maakte die aan, en daarna is er niets mee gebeurd.',
      en: 'User {user} is removed from {environments}: the run made it, and nothing has happened to it since.',
    },
    reason: {
      nl: 'Wie door de run is aangemaakt en al gebruikt kan zijn, wordt geblokkeerd; wie dat niet kan zijn, gaat weg.',
      en: 'Who was made by the run and may have been used is blocked; who cannot have been used goes.',
    },
  },
  CHECK: {
    text: { nl: 'Controle {check} geldt voor deze rij.', en: 'Check {check} holds for this row.' },
    others: [
      {
        when: ({ level }) => level === 'error',
        text: {
          nl: 'Controle {check} keurt deze rij af. Pas de rij aan, of de controle in de importdefinitie.',
          en: 'Check {check} rejects this row. Change the row, or the check in the import definition.',
        },
      },
      {
        when: ({ params }) => params['then'] === 'second-person',
        text: {
          nl: 'Controle {check} geldt voor deze rij: een tweede persoon keurt de import goed.',
          en: 'Check {check} holds for this row: a second person approves the import.',
        },
      },
      {
        when: ({ params }) => params['then'] === 'guard',
        text: {
          nl: 'Controle {check} geldt voor deze rij en houdt de import tegen tot dat bewust wordt toegestaan.',
          en: 'Check {check} holds for this row, and stops the import until that is allowed on purpose.',
        },
      },
    ],
    reason: {
      nl: 'Een eigen afspraak van de organisatie, uit de importdefinitie.',
      en: 'A rule of the organisation itself, from the import definition.',
    },
  },
  UNDO_CONFLICT: {
    text: {
      nl: '{field} is in {environment} na de import opnieuw gewijzigd (nu {now}) en wordt niet teruggezet; herstel de waarde daar zelf.',
      en: '{field} was changed again in {environment} after the import (now {now}) and is not put back; restore the value there yourself.',
    },
    others: [
      {
        when: ({ params }) => params['reason'] === 'gone',
        text: {
          nl: 'De gebruiker is er niet meer in {environment}; er is niets terug te zetten.',
          en: 'The user is not there any more in {environment}; there is nothing to put back.',
        },
      },
      {
        when: ({ params }) => params['reason'] === 'person',
        text: {
          nl: 'Persoon {now} is er niet meer in {environment} en komt niet terug; koppel de gebruiker daar zelf.',
          en: 'Person {now} is not there any more in {environment} and does not come back; link the user there yourself.',
        },
      },
      {
        when: ({ params }) => params['reason'] === 'group',
        text: {
          nl: 'Groep {now} is er niet meer in {environment}; maak die eerst opnieuw aan.',
          en: 'Group {now} is not there any more in {environment}; create it again first.',
        },
      },
      {
        when: ({ field }) => field === null,
        text: {
          nl: 'De blokkering is in {environment} na de import opnieuw gewijzigd en wordt niet teruggezet; herstel die daar zelf.',
          en: 'The block was changed again in {environment} after the import and is not put back; restore it there yourself.',
        },
      },
    ],
    reason: {
      nl: 'Terugdraaien overschrijft nooit wat daarna is gewijzigd.',
      en: 'Undo never overwrites what was changed since.',
    },
  },
  UNDO_INCOMPLETE: {
    text: {
      nl: 'Verwijderde tokens komen niet terug ({count}, in {environments}); deel ze opnieuw uit.',
      en: 'Removed tokens do not come back ({count}, in {environments}); hand them out again.',
    },
    others: [
      {
        when: ({ params }) => params['what'] === 'upn',
        text: {
          nl: 'UPN {upn} is vastgelegd met de tweede import (run {run}) en blijft staan in {environments}. Draai die eerst terug: {program} undo {run}',
          en: 'UPN {upn} was recorded with the second import (run {run}) and stays in {environments}. Undo that one first: {program} undo {run}',
        },
        wizard: {
          nl: 'UPN {upn} is vastgelegd met de tweede import (run {run}) en blijft staan in {environments}. Draai die eerst terug, in de geschiedenis.',
          en: 'UPN {upn} was recorded with the second import (run {run}) and stays in {environments}. Undo that one first, in the history.',
        },
      },
      {
        when: ({ params }) => params['what'] === 'unknown',
        text: {
          nl: 'De waarde van voor de run was niet bekend ({environments}); de nieuwe blijft staan.',
          en: 'The value of before the run was not known ({environments}); the new one stays.',
        },
      },
      {
        when: ({ params }) => params['what'] === 'forgotten',
        text: {
          nl: 'Een wachtwoord van voor het verwijderen komt niet terug ({environments}); geef zo nodig een nieuw.',
          en: 'A password of before the removal does not come back ({environments}); give a new one where that is needed.',
        },
      },
      {
        when: ({ params }) => params['what'] === 'password',
        text: {
          nl: 'Het oude wachtwoord komt niet terug ({environments}); het nieuwe blijft gelden.',
          en: 'The old password does not come back ({environments}); the new one stays.',
        },
      },
    ],
    reason: {
      nl: 'Tokens en oude wachtwoorden worden niet bewaard; wat een andere run deed, draait alleen die run terug.',
      en: 'Tokens and old passwords are not kept; what another run did is undone with that run alone.',
    },
  },
  UNDO_GROUP: {
    text: {
      nl: 'Groep {group} is door de import toegevoegd, en gaat weg als er verder niemand in zit.',
      en: 'Group {group} was added by the import, and goes if nobody else is in it.',
    },
    reason: {
      nl: 'Een groep waar een ander in zit, wordt niet verwijderd.',
      en: 'A group that holds somebody else is not removed.',
    },
  },
};
