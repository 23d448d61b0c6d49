/** Why a text file cannot be read as the table that it seems to be, and what to do. */
import type { Texts } from './text.js';

export const wrongFileTexts = {
  // Another kind of file.
  'unreadable.lockFile': {
    nl: '{file} is geen lijst, maar het teken dat {locked} ergens openstaat, bijvoorbeeld in Excel. Sla {locked} op, sluit het en neem dat bestand.',
    en: '{file} is no list, but the sign that {locked} is open somewhere, in Excel for example. Save {locked}, close it, and take that file.',
  },
  'unreadable.mail': {
    nl: '{file} is een e-mailbericht of een webarchief (MIME), ook als het .xls heet. Sla de bijlage op, of open het in Excel en sla het op als Excel-werkmap (.xlsx).',
    en: '{file} is a mail message or a web archive (MIME), even if it is called .xls. Save its attachment, or open it in Excel and save it as an Excel workbook (.xlsx).',
  },
  'unreadable.sylk': {
    nl: '{file} is een SYLK-bestand. Open het in Excel en sla het op als Excel-werkmap (.xlsx).',
    en: '{file} is a SYLK file. Open it in Excel and save it as an Excel workbook (.xlsx).',
  },
  'unreadable.dif': {
    nl: '{file} is een DIF-bestand. Open het in Excel en sla het op als Excel-werkmap (.xlsx).',
    en: '{file} is a DIF file. Open it in Excel and save it as an Excel workbook (.xlsx).',
  },
  'unreadable.json': {
    nl: '{file} is een JSON-bestand. Vraag om de gegevens als CSV, of haal ze in Excel op (Gegevens, Uit JSON) en sla ze op als Excel-werkmap (.xlsx).',
    en: '{file} is a JSON file. Ask for the data as CSV, or get it into Excel (Data, From JSON) and save it as an Excel workbook (.xlsx).',
  },
  'unreadable.ldif': {
    nl: '{file} is een LDIF-bestand van een adresboekserver. Vraag om de gegevens als CSV.',
    en: '{file} is an LDIF file of a directory server. Ask for the data as CSV.',
  },
  'unreadable.base64': {
    nl: '{file} is een bestand dat als tekst (base64) is verpakt, zoals in een e-mailbericht. Sla de bijlage op vanuit het mailprogramma, of download het bestand opnieuw.',
    en: '{file} is a file that was wrapped as text (base64), as in a mail message. Save the attachment from the mail program, or download the file again.',
  },
  'unreadable.archive': {
    nl: '{file} is een ingepakt bestand. Pak het uit en geef het bestand op dat erin zit.',
    en: '{file} is a packed file. Unpack it and name the file inside.',
  },
  'unreadable.cutLines': {
    nl: '{file} is afgekapt: Excel breekt een regel van dit soort bestand af na {characters} tekens en zet de rest onder de rijen. Sla de werkmap op als .xlsx of CSV en neem dat bestand.',
    en: '{file} is cut: Excel breaks off a line of this kind of file after {characters} characters and puts the rest below the rows. Save the workbook as .xlsx or CSV and take that file.',
  },

  // Another encoding.
  'unreadable.otherThanTold': {
    nl: '{file} is {told}, zo blijkt uit de bytes; als {encoding} zouden letters met accenten verkeerd worden gelezen. Laat de tekenset weg.',
    en: '{file} is {told}, as its bytes show; as {encoding} its accented letters would be read wrong. Leave the encoding out.',
  },
  'unreadable.utf7': {
    nl: '{file} is UTF-7: letters met accenten staan er als tekens tussen + en -. Sla het bestand op als UTF-8, of kies --encoding utf-7.',
    en: '{file} is UTF-7: its accented letters are written as characters between + and -. Save the file as UTF-8, or choose --encoding utf-7.',
  },
  'unreadable.utf32': {
    nl: '{file} is UTF-32. Sla het bestand op als UTF-8, of kies --encoding {encoding}.',
    en: '{file} is UTF-32. Save the file as UTF-8, or choose --encoding {encoding}.',
  },
  'unreadable.guess': {
    nl: '{file}, rij {row}: het bestand is geen UTF-8, en als Windows-1252 staan er leestekens midden in woorden. Kies de tekenset van het programma dat het bestand maakte: --encoding cp850 (DOS), macintosh of een andere; of sla het op als UTF-8.',
    en: '{file}, row {row}: the file is not UTF-8, and as Windows-1252 it has punctuation inside words. Choose the encoding of the program that made it: --encoding cp850 (DOS), macintosh or another; or save it as UTF-8.',
  },
  'unreadable.guessShown': {
    nl: '{file}, rij {row}: het bestand is geen UTF-8, en als Windows-1252 staat er "{value}". Met --encoding cp850 (DOS) is dat "{dos}", met --encoding macintosh "{mac}". Kies de tekenset waarin het klopt, of sla het bestand op als UTF-8.',
    en: '{file}, row {row}: the file is not UTF-8, and as Windows-1252 it says "{value}". With --encoding cp850 (DOS) that is "{dos}", with --encoding macintosh "{mac}". Choose the encoding that is right, or save the file as UTF-8.',
  },

  // Another cut.
  'unreadable.backslash': {
    nl: '{file}, rij {row}: het bestand zet een backslash voor een aanhalingsteken (\\"), zodat niet te zien is waar een cel eindigt. Exporteer het met verdubbelde aanhalingstekens (""), zoals Excel doet.',
    en: '{file}, row {row}: the file puts a backslash before a quote (\\"), so that it cannot be seen where a cell ends. Export it with doubled quotes (""), as Excel does.',
  },
  'unreadable.quoteAcross': {
    nl: '{file}, rij {row}: een aanhalingsteken (") opent in de ene cel en sluit in een andere, zodat een scheidingsteken ({delimiter}) in de tekst de kolommen kan verschuiven. Zet aanhalingstekens direct na en voor het scheidingsteken, of verwijder ze.',
    en: '{file}, row {row}: a quote (") opens in one cell and closes in another, so that a delimiter ({delimiter}) in the text may shift the columns. Put quotes directly behind and before the delimiter, or remove them.',
  },
  'unreadable.apostrophes': {
    nl: '{file}, rij {row}: het bestand zet cellen tussen apostroffen (\'...\') in plaats van aanhalingstekens ("..."). Exporteer het met dubbele aanhalingstekens.',
    en: '{file}, row {row}: the file puts cells between apostrophes (\'...\') instead of quotes ("..."). Export it with double quotes.',
  },
  'unreadable.oneColumn': {
    nl: '{file}, rij {row}: alles staat in één kolom, met {delimiter} ertussen. Splits de kolom in Excel (Gegevens, Tekst naar kolommen), of exporteer het bestand opnieuw zonder aanhalingstekens om hele regels.',
    en: '{file}, row {row}: everything is in one column, with {delimiter} in between. Split the column in Excel (Data, Text to columns), or export the file again without quotes around whole lines.',
  },
  'unreadable.rowsInQuotes': {
    nl: '{file}, rij {row}: de rijen staan als geheel tussen aanhalingstekens en de kopregel niet. Exporteer het bestand opnieuw zonder aanhalingstekens om hele regels.',
    en: '{file}, row {row}: the rows stand in quotes as a whole and the header does not. Export the file again without quotes around whole lines.',
  },
  'unreadable.twoDelimiters': {
    nl: '{file}, rij {row}: de kopregel heeft als scheidingsteken {header} en de rijen hebben {rows}. Zet overal hetzelfde scheidingsteken, of exporteer het bestand opnieuw.',
    en: '{file}, row {row}: the header has {header} as its delimiter and the rows have {rows}. Put the same delimiter everywhere, or export the file again.',
  },
  'unreadable.spaces': {
    nl: '{file}: de kolommen staan met een spatie ertussen. Exporteer het bestand met ; als scheidingsteken, of geef --delimiter " " op.',
    en: '{file}: there is a space between the columns. Export the file with ; as the delimiter, or give --delimiter " ".',
  },

  // Another table.
  'unreadable.twoHeaders': {
    nl: '{file}: rij {first} is een kopregel en rij {second} is een andere, met andere kolommen. Zet elke tabel in een eigen bestand, of verwijder wat niet geïmporteerd wordt.',
    en: '{file}: row {first} is a header and row {second} is another one, with other columns. Put each table in a file of its own, or remove what is not to be imported.',
  },
  'unreadable.dataAbove': {
    nl: '{file}: rij {row} staat boven de kopregel (rij {header}) en bevat gegevens, die niet zouden worden gelezen. Zet de rij onder de kopregel of verwijder haar.',
    en: '{file}: row {row} is above the header (row {header}) and holds data that would not be read. Put the row below the header, or remove it.',
  },
} as const satisfies Texts;
