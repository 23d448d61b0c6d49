// Makes samples/nul-weggevallen.xlsx: user codes that a spreadsheet took for numbers.
//   node data/makeWorkbook.js
import exceljs from 'exceljs';

const workbook = new exceljs.Workbook();
const sheet = workbook.addWorksheet('Gebruikers');
sheet.addRow(['Gebruiker', 'Mutatiecode', 'Omschrijving', 'E-mail', 'UPN']);
sheet.addRow(['12345.BBA', 1, 'Bea Bakker', { text: 'bea.bakker@voorbeeld.nl', hyperlink: 'mailto:bea.bakker@voorbeeld.nl' }, 'bea.bakker@voorbeeld.nl']);
sheet.addRow([12345.1, 1, 'Was 12345.10', 'tien@voorbeeld.nl', '']);
sheet.addRow([12345, 1, 'Een heel getal is een code', 'heel@voorbeeld.nl', '']);
sheet.addRow(['12345.JYI', 1, 'Jan Yılmaz', { error: '#N/A' }, 'jan.yilmaz@voorbeeld.nl']);
await workbook.xlsx.writeFile(new URL('../samples/nul-weggevallen.xlsx', import.meta.url).pathname);
