/** Texts of the files room: how a file was read, what could be misread, why it cannot be read. */
import type { Texts } from './text.js';
import { wrongFileTexts } from './wrongFiles.js';

export const fileTexts = {
  ...wrongFileTexts,

  // How a file is read.
  'file.encoding.byteOrderMark': {
    nl: 'Tekenset {encoding}: zo staat het aan het begin van het bestand.',
    en: 'Encoding {encoding}: the file starts by saying so.',
  },
  'file.encoding.zeroBytes': {
    nl: 'Tekenset {encoding}: afgeleid uit de nulbytes tussen de letters.',
    en: 'Encoding {encoding}: seen from the zero bytes between the letters.',
  },
  'file.encoding.plain': {
    nl: 'Tekenset {encoding}: het bestand heeft geen letters met accenten.',
    en: 'Encoding {encoding}: the file has no accented letters.',
  },
  'file.encoding.valid': {
    nl: 'Tekenset {encoding}: alle tekens van het bestand zijn er geldig in.',
    en: 'Encoding {encoding}: every character of the file is valid in it.',
  },
  'file.encoding.otherwise': {
    nl: 'Tekenset {encoding}: het bestand is geen geldige UTF-8. Controleer de letters met accenten; kies anders een andere tekenset.',
    en: 'Encoding {encoding}: the file is not valid UTF-8. Check the accented letters, or choose another encoding.',
  },
  'file.delimiter.named': {
    nl: 'Scheidingsteken {delimiter}: de eerste regel (sep=) noemt het.',
    en: 'Delimiter {delimiter}: the first line (sep=) names it.',
  },
  'file.delimiter.counted': {
    nl: 'Scheidingsteken {delimiter}: {percent}% van de eerste rijen krijgt zo {columns} kolommen.',
    en: 'Delimiter {delimiter}: it gives {percent}% of the first rows {columns} columns.',
  },
  'file.delimiter.none': {
    nl: 'Geen scheidingsteken gevonden: elke regel is één kolom. Kies zelf een scheidingsteken als dat niet klopt.',
    en: 'No delimiter found: every line is one column. Choose a delimiter if that is wrong.',
  },
  'file.widths': {
    nl: 'Vaste kolombreedtes {widths}: afgeleid uit de lege posities. Een tekst die doorloopt in de volgende kolom wordt een fout in die rij.',
    en: 'Fixed widths {widths}: found from the blank positions. A text that runs on into the next column is an error on its row.',
  },
  'file.header.names': {
    nl: 'Rij {row} is de kopregel: er staan namen van velden in.',
    en: 'Row {row} is the header: it names fields.',
  },
  'file.header.below': {
    nl: 'Rij {row} is de kopregel; de {above} gevulde rijen erboven worden niet gelezen.',
    en: 'Row {row} is the header; the {above} filled rows above it are not read.',
  },
  'file.header.noData': {
    nl: 'Rij {row} is als kopregel gelezen, want er staan geen gegevens in. Geef aan dat er geen kopregel is als dat niet klopt.',
    en: 'Row {row} is read as the header, as it holds no data. Say that there is no header if that is wrong.',
  },
  'file.header.none': {
    nl: 'Geen kopregel gevonden: de eerste rij is een gebruiker, de kolommen heten #1, #2 enzovoort.',
    en: 'No header found: the first row is a user, the columns are called #1, #2 and so on.',
  },
  'file.header.asked': {
    nl: 'Gelezen zonder kopregel, zoals gevraagd: de kolommen heten #1, #2 enzovoort.',
    en: 'Read without a header, as asked: the columns are called #1, #2 and so on.',
  },
  'file.exampleRow': {
    nl: 'De voorbeeldrij van het importsjabloon wordt overgeslagen.',
    en: "The template's example row is skipped.",
  },

  // What could be misread.
  'file.otherSheets': {
    nl: 'Alleen tabblad "{sheet}" wordt gelezen. Het bestand heeft ook: {others}.',
    en: 'Only sheet "{sheet}" is read. The file also has: {others}.',
  },
  'file.hiddenSheets': {
    nl: 'Alleen tabblad "{sheet}" wordt gelezen. Het bestand heeft ook verborgen tabbladen: {others}.',
    en: 'Only sheet "{sheet}" is read. The file also has hidden sheets: {others}.',
  },
  'file.sheetIsHidden': {
    nl: 'Tabblad "{sheet}" is verborgen, en wordt gelezen omdat er geen zichtbaar tabblad met gegevens is.',
    en: 'Sheet "{sheet}" is hidden, and is read because no visible sheet holds anything.',
  },
  'file.hiddenRows': {
    nl: 'Het tabblad heeft {rows} verborgen of weggefilterde rijen. Ze worden ook geïmporteerd; verwijder ze uit het bestand als dat niet de bedoeling is.',
    en: 'The sheet has {rows} hidden or filtered rows. They are imported too; delete them from the file if you do not want that.',
  },
  'file.hiddenColumns': {
    nl: 'Het tabblad heeft {columns} verborgen kolommen. Ze worden ook gelezen.',
    en: 'The sheet has {columns} hidden columns. They are read too.',
  },
  'file.mergedCells': {
    nl: 'Het tabblad heeft {merged} samengevoegde cellen, de eerste op {first}. Alleen de cel linksboven heeft de waarde; de andere worden leeg gelezen. Splits ze in het bestand.',
    en: 'The sheet has {merged} merged cells, the first at {first}. Only the top left cell holds the value; the others are read as empty. Split them in the file.',
  },

  // Why a file cannot be read.
  'unreadable.missing': {
    nl: '{file} bestaat niet. Controleer de naam en de map.',
    en: '{file} does not exist. Check the name and the directory.',
  },
  'unreadable.missingPasted': {
    nl: '{file} bestaat niet, ook niet zonder wat eromheen staat. Laat dit weg uit het pad: {signs}. Controleer de naam en de map.',
    en: '{file} does not exist, nor does it without what is around it. Leave this out of the path: {signs}. Check the name and the directory.',
  },
  'unreadable.noPermission': {
    nl: 'Je mag {file} niet lezen. Vraag de eigenaar om leesrechten of maak een kopie.',
    en: 'You may not read {file}. Ask its owner for permission, or make a copy.',
  },
  'unreadable.directory': {
    nl: '{file} is een map. Geef een bestand op.',
    en: '{file} is a directory. Name a file in it.',
  },
  'unreadable.noTemporary': {
    nl: 'In de map voor tijdelijke bestanden ({folder}) kan niets worden gemaakt ({reason}). Laat TMPDIR naar een map wijzen waar dat wel kan.',
    en: 'Nothing can be made in the folder for temporary files ({folder}: {reason}). Let TMPDIR point to one where it can.',
  },
  'unreadable.failed': {
    nl: '{file} kan niet worden gelezen ({reason}). Kopieer het bestand naar een andere plaats en probeer het opnieuw.',
    en: '{file} cannot be read ({reason}). Copy it to another place and try again.',
  },
  'unreadable.empty': {
    nl: '{file} is leeg. Geef een bestand op met een kopregel en rijen.',
    en: '{file} is empty. Name a file with a header and rows.',
  },
  'unreadable.stdinIsTerminal': {
    nl: '- leest de standaardinvoer, en die is hier het toetsenbord. Geef een bestand op, of stuur er een door met < bestand.',
    en: '- reads standard input, which is the keyboard here. Name a file, or pass one on with < file.',
  },
  'unreadable.tooLarge': {
    nl: '{file} geeft meer dan {megabytes} MB. Sla de gegevens op als bestand en deel dat op.',
    en: '{file} gives more than {megabytes} MB. Save the data as a file and split it up.',
  },
  'unreadable.changed': {
    nl: '{file} is intussen veranderd. Kies het bestand opnieuw.',
    en: '{file} has changed meanwhile. Choose the file again.',
  },
  'unreadable.xls': {
    nl: '{file} is een oud Excel-bestand (.xls). Open het en sla het op als Excel-werkmap (.xlsx).',
    en: '{file} is an old Excel file (.xls). Open it and save it as an Excel workbook (.xlsx).',
  },
  'unreadable.encrypted': {
    nl: '{file} is beveiligd met een wachtwoord. Open het, verwijder het wachtwoord en sla het opnieuw op als .xlsx.',
    en: '{file} is protected by a password. Open it, remove the password, and save it again as .xlsx.',
  },
  'unreadable.ods': {
    nl: '{file} is een OpenDocument-bestand (.ods). Open het en sla het op als Excel-werkmap (.xlsx) of CSV.',
    en: '{file} is an OpenDocument file (.ods). Open it and save it as an Excel workbook (.xlsx) or CSV.',
  },
  'unreadable.xlsb': {
    nl: '{file} is een binaire Excel-werkmap (.xlsb). Open het en sla het op als Excel-werkmap (.xlsx).',
    en: '{file} is a binary Excel workbook (.xlsb). Open it and save it as an Excel workbook (.xlsx).',
  },
  'unreadable.numbers': {
    nl: '{file} is een Numbers-bestand. Open het en exporteer het als Excel (.xlsx) of CSV.',
    en: '{file} is a Numbers file. Open it and export it as Excel (.xlsx) or CSV.',
  },
  'unreadable.document': {
    nl: '{file} is een Word- of PowerPoint-bestand. Zet de gegevens in een Excel-werkmap (.xlsx).',
    en: '{file} is a Word or PowerPoint file. Put the data in an Excel workbook (.xlsx).',
  },
  'unreadable.otherArchive': {
    nl: '{file} is een zip-bestand, maar geen Excel-werkmap. Pak het uit en geef het bestand op dat erin zit.',
    en: '{file} is a zip file, but no Excel workbook. Unpack it and name the file inside.',
  },
  'unreadable.pdf': {
    nl: '{file} is een PDF. Vraag om de gegevens als Excel-werkmap (.xlsx) of CSV.',
    en: '{file} is a PDF. Ask for the data as an Excel workbook (.xlsx) or CSV.',
  },
  'unreadable.html': {
    nl: '{file} is een webpagina, ook als het .xls heet. Open het in Excel en sla het op als Excel-werkmap (.xlsx).',
    en: '{file} is a web page, even if it is called .xls. Open it in Excel and save it as an Excel workbook (.xlsx).',
  },
  'unreadable.xml': {
    nl: '{file} is een XML-bestand. Open het in Excel en sla het op als Excel-werkmap (.xlsx) of CSV.',
    en: '{file} is an XML file. Open it in Excel and save it as an Excel workbook (.xlsx) or CSV.',
  },
  'unreadable.notATable': {
    nl: '{file} is geen tekstbestand en geen Excel-werkmap. Sla de gegevens op als .xlsx of CSV.',
    en: '{file} is neither a text file nor an Excel workbook. Save the data as .xlsx or CSV.',
  },
  'unreadable.brokenWorkbook': {
    nl: '{file} is beschadigd of onvolledig. Open het in Excel of LibreOffice, laat het herstellen en sla het opnieuw op.',
    en: '{file} is damaged or incomplete. Open it in Excel or LibreOffice, let it be repaired, and save it again.',
  },
  'unreadable.brokenCell': {
    nl: '{file} is beschadigd: cel {cell} heeft meer dan één waarde, of gebruikt een tekst of opmaak die niet in de werkmap zit. Open het in Excel of LibreOffice, laat het herstellen, controleer die cel en sla het opnieuw op.',
    en: '{file} is damaged: cell {cell} has more than one value, or uses a text or a format that is not in the workbook. Open it in Excel or LibreOffice, let it be repaired, check that cell, and save it again.',
  },
  'unreadable.bytesInFront': {
    nl: '{file} is een beschadigde werkmap: er staan bytes voor het begin, of het begin ontbreekt. Download of kopieer het bestand opnieuw.',
    en: '{file} is a damaged workbook: there are bytes before its beginning, or the beginning is missing. Download or copy it again.',
  },
  'unreadable.zipBomb': {
    nl: '{file} pakt uit tot veel meer dan een lijst met gebruikers. Het is niet verder gelezen. Kopieer de rijen naar een nieuwe werkmap.',
    en: '{file} unpacks to far more than a list of users. It was not read any further. Copy the rows to a new workbook.',
  },
  'unreadable.hostileXml': {
    nl: '{file} bevat XML die niet in een werkmap hoort. Het is niet verder gelezen. Kopieer de rijen naar een nieuwe werkmap.',
    en: '{file} holds XML that does not belong in a workbook. It was not read any further. Copy the rows to a new workbook.',
  },
  'unreadable.cellTooLong': {
    nl: '{file} bevat een cel van meer dan {characters} tekens. Verwijder die cel.',
    en: '{file} has a cell of more than {characters} characters. Remove that cell.',
  },
  'unreadable.recordTooLong': {
    nl: '{file}, rij {row}: de rij heeft meer dan {characters} tekens. Controleer de regeleinden en de aanhalingstekens.',
    en: '{file}, row {row}: the row has more than {characters} characters. Check the line ends and the quotes.',
  },
  'unreadable.tooManyColumns': {
    nl: '{file}, rij {row}: er zijn meer dan {most} kolommen. Verwijder de kolommen die niet nodig zijn, of kies een ander scheidingsteken.',
    en: '{file}, row {row}: there are more than {most} columns. Remove those that are not needed, or choose another delimiter.',
  },
  'unreadable.quote': {
    nl: '{file}, rij {row}: een aanhalingsteken (") opent een cel die niet goed wordt gesloten, zodat rijen eronder erin zouden verdwijnen. Verdubbel of verwijder het aanhalingsteken.',
    en: '{file}, row {row}: a quote (") opens a cell that is not properly closed, so the rows below would disappear into it. Double the quote or remove it.',
  },
  'unreadable.emptySheet': {
    nl: 'Tabblad "{sheet}" van {file} is leeg. Kies een ander tabblad.',
    en: 'Sheet "{sheet}" of {file} is empty. Choose another sheet.',
  },
  'unreadable.noSuchSheet': {
    nl: '{file} heeft geen tabblad "{sheet}". Er zijn: {sheets}.',
    en: '{file} has no sheet "{sheet}". There are: {sheets}.',
  },
  'unreadable.unknownEncoding': {
    nl: 'Tekenset "{encoding}" is onbekend. Kies utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, cp850, cp437 of macintosh.',
    en: 'Encoding "{encoding}" is not known. Choose utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, cp850, cp437 or macintosh.',
  },
  'unreadable.notInEncoding': {
    nl: '{file}, rij {row}: hier staat iets (byte {bytes}) dat in {encoding} niet bestaat. Het bestand is beschadigd of afgebroken: exporteer of download het opnieuw. Is het een andere tekenset, kies die dan: --encoding cp850 (DOS), macintosh of een andere.',
    en: '{file}, row {row}: there is something here (byte {bytes}) that does not exist in {encoding}. The file is damaged or was cut off: export or download it again. If it is in another encoding, choose that: --encoding cp850 (DOS), macintosh or another.',
  },
  'unreadable.delimiter': {
    nl: '"{delimiter}" kan geen scheidingsteken zijn. Geef één teken op, bijvoorbeeld ; of tab.',
    en: '"{delimiter}" cannot be a delimiter. Give one character, for example ; or tab.',
  },
  'unreadable.noWidths': {
    nl: 'In {file} zijn geen vaste kolommen te herkennen. Geef de kolombreedtes op.',
    en: 'No fixed columns were found in {file}. Give the widths of the columns.',
  },
  'unreadable.isWorkbook': {
    nl: '{file} is een Excel-werkmap en kan niet als {format} worden gelezen. Laat het formaat herkennen of kies xlsx.',
    en: '{file} is an Excel workbook and cannot be read as {format}. Let the format be detected, or choose xlsx.',
  },
  'unreadable.isText': {
    nl: '{file} is een tekstbestand en kan niet als xlsx worden gelezen. Laat het formaat herkennen.',
    en: '{file} is a text file and cannot be read as xlsx. Let the format be detected.',
  },

  // What has to be settled before there is a mapping.
  'mapping.unknownField': {
    nl: 'Er is geen veld "{field}". Gebruik een veldnaam uit het importsjabloon.',
    en: 'There is no field "{field}". Use a name of a field from the template.',
  },
  'mapping.unknownFieldNear': {
    nl: 'Er is geen veld "{field}". Bedoel je {nearest}?',
    en: 'There is no field "{field}". Did you mean {nearest}?',
  },
  'mapping.unknownColumn': {
    nl: 'Het bestand heeft geen kolom "{column}". Er zijn: {columns}.',
    en: 'The file has no column "{column}". There are: {columns}.',
  },
  'mapping.columnTwice': {
    nl: 'Het bestand heeft meer dan één kolom "{column}". Kies met het nummer: {first} of {second}.',
    en: 'The file has more than one column "{column}". Choose by number: {first} or {second}.',
  },
  'mapping.twoSources': {
    nl: '{nl} kan maar uit één bron komen, niet uit zowel {first} als {second}. Negeer een van beide.',
    en: '{en} can have one source only, not both {first} and {second}. Ignore one of them.',
  },
  'mapping.skippedAndMapped': {
    nl: '{nl} wordt overgeslagen en kan dan niet ook een kolom of vaste waarde hebben.',
    en: '{en} is skipped, so it cannot have a column or a fixed value too.',
  },
  'mapping.userSkipped': {
    nl: 'Gebruiker kan niet worden overgeslagen: daaraan wordt de gebruiker herkend.',
    en: 'User cannot be skipped: it tells which user a row is about.',
  },
  'mapping.composedOfPassword': {
    nl: 'De kolom {column} bevat wachtwoorden: die worden nergens anders voor gebruikt, want ze zouden te lezen zijn.',
    en: 'The column {column} holds passwords: they are used for nothing else, as they could be read.',
  },
  'mapping.composedPassword': {
    nl: 'Wachtwoord kan niet worden samengesteld of uit een lijst komen: dan was het te raden. Zet wachtwoorden in een kolom.',
    en: 'Password cannot be composed or come from a list: it could be guessed. Put passwords in a column.',
  },
  'mapping.listWithoutSource': {
    nl: '{nl}: een lijst met waarden hoort bij een veld met een kolom. Koppel eerst een kolom met --map.',
    en: '{en}: a list of values is of a field with a column. Map a column first with --map.',
  },
  'mapping.valueTwice': {
    nl: 'De waarde "{value}" van {field} wordt in de lijst zowel {first} als {second}. Kies er één.',
    en: 'The value "{value}" of {field} becomes both {first} and {second} in the list. Choose one.',
  },
  'mapping.template.unclosed': {
    nl: '{template}: bij teken {at} wordt een accolade geopend en niet gesloten ({part}). Schrijf {{ voor een accolade zelf.',
    en: '{template}: at character {at} a brace is opened and not closed ({part}). Write {{ for a brace itself.',
  },
  'mapping.template.unopened': {
    nl: '{template}: bij teken {at} wordt een accolade gesloten die niet is geopend. Schrijf }} voor een accolade zelf.',
    en: '{template}: at character {at} a brace is closed that was not opened. Write }} for a brace itself.',
  },
  'mapping.template.noColumn': {
    nl: '{template}: bij teken {at} staat tussen accolades geen kolom ({part}).',
    en: '{template}: at character {at} no column stands within the braces ({part}).',
  },
  'mapping.template.unknownFunction': {
    nl: '{template}: bij teken {at} staat een bewerking die er niet is: {part}. Kies uit {functions}.',
    en: '{template}: at character {at} stands a function that there is not: {part}. Choose from {functions}.',
  },
  'mapping.template.notANumber': {
    nl: '{template}: bij teken {at}: {part} vraagt een aantal, zoals first:3.',
    en: '{template}: at character {at}: {part} needs a number, such as first:3.',
  },
  'mapping.fixedPassword': {
    nl: 'Wachtwoord kan geen vaste waarde hebben: die zou worden bewaard, en voor iedereen gelden. Zet wachtwoorden in een kolom.',
    en: 'Password cannot have a fixed value: it would be stored, and hold for everyone. Put passwords in a column.',
  },
  'mapping.notAvailable': {
    nl: '{nl} is niet beschikbaar onder {typeNl}. Gebruik de functie {otherNl} (--type {other}), of negeer de kolom.',
    en: '{en} is not available in {typeEn}. Use the function {otherEn} (--type {other}), or ignore the column.',
  },

  // Why a file cannot be written.
  'output.exists': {
    nl: '{file} bestaat al. Kies een andere naam, of vervang het met --force.',
    en: '{file} is there already. Choose another name, or replace it with --force.',
  },
  'output.deliveryExists': {
    nl: '{file} bestaat al, en is niet het bestand dat eerder is aangeleverd. Kies een andere naam: --force levert opnieuw aan, en vervangt alleen dat bestand.',
    en: '{file} is there already, and is not the file that was delivered before. Choose another name: --force delivers again, and replaces that file alone.',
  },
  'output.notAFile': {
    nl: '{file} is een map, snelkoppeling of apparaat. Kies de naam van een gewoon bestand, of - voor standaarduitvoer.',
    en: '{file} is a directory, link or device. Choose the name of an ordinary file, or - for standard output.',
  },
  'output.noDirectory': {
    nl: 'De map van {file} bestaat niet. Maak die eerst, of kies een andere.',
    en: 'The directory of {file} does not exist. Make it first, or choose another.',
  },
  'output.noPermission': {
    nl: 'Je mag in de map van {file} niet schrijven. Kies een andere map.',
    en: 'You may not write in the directory of {file}. Choose another directory.',
  },
  'output.noSpace': {
    nl: 'De schijf is vol: {file} is niet gemaakt. Maak ruimte en probeer het opnieuw.',
    en: 'The disk is full: {file} was not made. Make room and try again.',
  },
  'output.unknownExtension': {
    nl: '{file}: kies een naam die eindigt op een van {known}.',
    en: '{file}: choose a name that ends in one of {known}.',
  },
  'output.failed': {
    nl: '{file} is niet geschreven ({reason}). Kies een andere plaats en probeer het opnieuw.',
    en: '{file} was not written ({reason}). Choose another place and try again.',
  },
  'output.otherFormat': {
    nl: '{file}: afgekeurde rijen houden de vorm van het bronbestand. Kies een naam die eindigt op {extension}.',
    en: '{file}: rejected rows keep the format of their source. Choose a name that ends in {extension}.',
  },
  'output.formulaInCsv': {
    nl: '{file}: de waarde "{value}" zou in een spreadsheet een formule worden. Kies een naam die eindigt op .xlsx; daarin blijft het tekst.',
    en: '{file}: a spreadsheet would take the value "{value}" for a formula. Choose a name that ends in .xlsx, where it stays text.',
  },

  // What is wrong with the text of an import definition.
  'definition.notYaml': {
    nl: '{file}, regel {line}: dit is geen geldige YAML. Controleer het inspringen en de aanhalingstekens.',
    en: '{file}, line {line}: this is not valid YAML. Check the indentation and the quotes.',
  },
  'definition.tooLong': {
    nl: '{file} is te lang voor een importdefinitie.',
    en: '{file} is too long for an import definition.',
  },
  'definition.unknownKey': {
    nl: '{file}, regel {line}: "{key}" hoort niet in een importdefinitie. Verwijder het of verbeter de naam.',
    en: '{file}, line {line}: "{key}" does not belong in an import definition. Remove it or correct the name.',
  },
  'definition.notAllowed': {
    nl: '{file}, regel {line}: {place} kan alleen zijn: {allowed}.',
    en: '{file}, line {line}: {place} can only be: {allowed}.',
  },
  'definition.wrongFilter': {
    nl: '{file}, regel {line}: {place} is geen filter: {term} zegt niets. De velden zijn {known}.',
    en: '{file}, line {line}: {place} is no filter: {term} says nothing. The fields are {known}.',
  },
  'definition.notInCheck': {
    nl: '{file}, regel {line}: {place} vraagt naar {term}, en dat kan een controle niet.',
    en: '{file}, line {line}: {place} asks for {term}, which a check cannot.',
  },
  'definition.checkTwice': {
    nl: '{file}, regel {line}: er zijn twee controles met de naam {name}. Geef een ervan een andere naam.',
    en: '{file}, line {line}: two checks are called {name}. Give one of them another name.',
  },
  'definition.wrongTemplate': {
    nl: '{file}, regel {line}: {place} kan niet worden gelezen:',
    en: '{file}, line {line}: {place} cannot be read:',
  },
  'definition.wrongValue': {
    nl: '{file}, regel {line}: de waarde van {place} past daar niet.',
    en: '{file}, line {line}: the value of {place} does not fit there.',
  },
  'definition.missing': {
    nl: '{file}, regel {line}: {place} ontbreekt.',
    en: '{file}, line {line}: {place} is missing.',
  },
  'definition.password': {
    nl: '{file}, regel {line}: een wachtwoord staat niet in een importdefinitie. Koppel het aan een kolom.',
    en: '{file}, line {line}: a password is not kept in an import definition. Map it to a column.',
  },
  'definition.notAvailable': {
    nl: '{file}, regel {line}: het veld {field} is niet beschikbaar bij de soort {type}.',
    en: '{file}, line {line}: the field {field} is not available in type {type}.',
  },
  'definition.skippedAndMapped': {
    nl: '{file}, regel {line}: het veld {field} wordt overgeslagen en is ook gekoppeld. Verwijder een van beide.',
    en: '{file}, line {line}: the field {field} is skipped and mapped too. Remove one of them.',
  },

  // What a template says.
  'template.sheet': { nl: 'Gebruikers', en: 'Users' },
  'template.groupsSheet': { nl: 'Groepen', en: 'Groups' },
  'template.helpSheet': { nl: 'Toelichting', en: 'Explanation' },
  'template.code': { nl: 'Code', en: 'Code' },
  'template.meaning': { nl: 'Betekenis', en: 'Meaning' },
  'template.chooseFromList': { nl: 'Kies een waarde uit de lijst.', en: 'Choose a value from the list.' },
  'template.maxLength': { nl: 'Ten hoogste {length} tekens.', en: 'At most {length} characters.' },
  'template.yesNo': { nl: 'J of N.', en: 'Y or N.' },
  'template.identity': {
    nl: 'Altijd invullen: een lege cel wist de waarde, ook bij gekoppelde gebruikers in andere omgevingen.',
    en: 'Always fill in: an empty cell clears the value, also of linked users in other environments.',
  },
  'template.keeps': {
    nl: 'Leeg: een bestaande gebruiker houdt zijn waarde.',
    en: 'Empty: an existing user keeps its value.',
  },
  'template.rule.user': {
    nl: 'Verplicht. Deelnemersnummer, punt en code, bijvoorbeeld 12345.BKR; zonder nummer komt dat van de omgeving ervoor. Het nummer telt mee voor de lengte. Geen @ bij toegang tot Profit.',
    en: 'Required. Participant number, dot and code, for example 12345.BKR; without a number, that of the environment is put in front. The number counts for the length. No @ with access to Profit.',
  },
  'template.rule.mutationCode': {
    nl: 'Wat er met de gebruiker gebeurt; zie het tabblad Toelichting. Leeg betekent 0: blokkeren en uit alle groepen.',
    en: 'What happens to the user; see the sheet Explanation. Empty means 0: block, and remove from all groups.',
  },
  'template.rule.newUser': {
    nl: 'Alleen bij mutatiecode 4: de code die de gebruiker krijgt.',
    en: 'With mutation code 4 only: the code that the user gets.',
  },
  'template.rule.description': {
    nl: 'Naam van de gebruiker. Verplicht bij een nieuwe gebruiker.',
    en: 'Name of the user. Required for a new user.',
  },
  'template.rule.email': {
    nl: 'E-mailadres van de gebruiker. Nodig bij toegang tot OutSite.',
    en: 'E-mail address of the user. Needed with access to OutSite.',
  },
  'template.rule.upn': {
    nl: 'Aanmeldnaam voor single sign-on, van niemand anders. Een nieuwe gebruiker krijgt hem met een tweede import.',
    en: "Sign-on name for single sign-on, nobody else's. A new user gets it in a second import.",
  },
  'template.rule.person': {
    nl: 'Code van een persoon die al in het CRM staat.',
    en: 'Code of a person who is in the CRM already.',
  },
  'template.rule.group': {
    nl: 'Bij mutatiecode 1 een groep die er is, bij 3 ook een nieuwe. Een rij per groep.',
    en: 'With mutation code 1 a group that is there, with 3 a new one too. One row a group.',
  },
  'template.rule.groupDescription': {
    nl: 'Omschrijving van een nieuwe groep, bij mutatiecode 3.',
    en: 'Description of a new group, with mutation code 3.',
  },
  'template.rule.password': {
    nl: 'Alleen bij mutatiecode 5, ten minste 12 tekens. Bewaar dit bestand niet langer dan nodig.',
    en: 'With mutation code 5 only, at least 12 characters. Do not keep this file longer than needed.',
  },
  'template.rule.profit': { nl: 'Toegang tot Profit.', en: 'Access to Profit.' },
  'template.rule.inSite': { nl: 'Toegang tot InSite.', en: 'Access to InSite.' },
  'template.rule.outSite': {
    nl: 'Toegang tot OutSite; daarvoor is een e-mailadres nodig.',
    en: 'Access to OutSite, which needs an e-mail address.',
  },
  'template.rule.connector': { nl: 'Toegang met connectoren.', en: 'Access with connectors.' },
  'template.rule.commandLine': { nl: 'Toegang met de commandline.', en: 'Access with the command line.' },
  'template.rule.accept': { nl: 'Toegang tot AFAS Accept.', en: 'Access to AFAS Accept.' },
  'template.rule.portalAdmin': {
    nl: 'Beheerder van de AFAS Online Portal.',
    en: 'Administrator of the AFAS Online Portal.',
  },
  'template.rule.siteLanguage': {
    nl: 'Taal van InSite en OutSite: 1031 Duits, 1036 Frans, 1043 Nederlands, 2057 Engels, 2067 Vlaams.',
    en: 'Language of InSite and OutSite: 1031 German, 1036 French, 1043 Dutch, 2057 English, 2067 Flemish.',
  },
  // The mutation codes (docs/rules.md, *Mutation codes*), in the words of the manual.
  'template.code.0': {
    nl: 'De gebruiker wordt geblokkeerd en verwijderd uit alle groepen, behalve Iedereen.',
    en: 'The user is blocked and removed from all groups but Iedereen.',
  },
  'template.code.1': {
    nl: 'Gebruiker importeren en in de groep zetten. De groep moet bestaan.',
    en: 'Import the user and add it to the group. The group must exist.',
  },
  'template.code.2': {
    nl: 'Gebruiker importeren, blokkeren en laten staan in zijn groepen.',
    en: 'Import the user, block it and leave it in its groups.',
  },
  'template.code.3': {
    nl: 'Gebruiker importeren en in de groep zetten. Bestaat de groep niet, dan wordt die toegevoegd.',
    en: 'Import the user and add it to the group. A group that does not exist is created.',
  },
  'template.code.4': {
    nl: 'De gebruikerscode wijzigen in de nieuwe gebruikerscode. Tokens vervallen en moeten opnieuw worden uitgedeeld.',
    en: 'Change the user code into the new user code. Tokens are removed and must be handed out again.',
  },
  'template.code.5': { nl: 'Het wachtwoord wijzigen.', en: 'Change the password.' },
  'template.code.6': { nl: 'De gebruiker deblokkeren.', en: 'Unblock the user.' },
  'template.shortCode.0': { nl: 'blokkeren, uit alle groepen', en: 'block, out of all groups' },
  'template.shortCode.1': { nl: 'importeren, groep bestaat', en: 'import, group exists' },
  'template.shortCode.2': { nl: 'importeren, blokkeren, groepen blijven', en: 'import, block, groups stay' },
  'template.shortCode.3': { nl: 'importeren, groep zo nodig nieuw', en: 'import, group made if needed' },
  'template.shortCode.4': { nl: 'hernoemen', en: 'change code' },
  'template.shortCode.5': { nl: 'wachtwoord wijzigen', en: 'change password' },
  'template.shortCode.6': { nl: 'deblokkeren', en: 'unblock' },
} as const satisfies Texts;

export type FileTextKey = keyof typeof fileTexts;
