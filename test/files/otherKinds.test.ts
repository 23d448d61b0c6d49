/** Files that are no table are named for what they are, whatever they are called. */
import { expect, test } from 'vitest';
import { fileTexts } from '../../src/language/files.js';
import { fileOf, readWhole } from './reading.js';

const TABLE = 'Gebruiker;Omschrijving\n12345.A;Jan\n';

test.each([
  ['unreadable.mail', 'MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<html>'],
  ['unreadable.mail', 'From: bea@voorbeeld.nl\nTo: hr@voorbeeld.nl\nSubject: lijst\n\nzie bijlage\n'],
  ['unreadable.html', '<div><table><tr><td>Gebruiker</td></tr></table></div>'],
  ['unreadable.html', '\ufeff<!-- export -->\n<table>'],
  ['unreadable.html', '<style>td{}</style><table>'],
  ['unreadable.html', '<P>Lijst</P>'],
  ['unreadable.sylk', 'ID;PWXL;N;E\nC;Y1;X1;K"Gebruiker"\nE\n'],
  ['unreadable.dif', 'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,5\r\n'],
  ['unreadable.json', '[{"Gebruiker":"12345.BBA"}]'],
  ['unreadable.json', '{\n  "users": []\n}'],
  ['unreadable.ldif', 'version: 1\n\ndn: cn=Bea,dc=voorbeeld\ncn: Bea\n'],
  ['unreadable.base64', `UEsDBBQABgAIAAAAIQ${'A'.repeat(58)}\n${'B'.repeat(76)}\n`],
  ['unreadable.archive', Buffer.from('1f8b0800000000000003', 'hex')],
  ['unreadable.archive', Buffer.from('377abcaf271c0004', 'hex')],
  ['unreadable.bytesInFront', '\nPK\x03\x04\x14\x00'],
  ['unreadable.document', '{\\rtf1\\ansi'],
] as const)('%s', async (key, content) => {
  await expect(readWhole(fileOf(content, 'lijst.xls'))).rejects.toMatchObject({ key, params: { file: 'lijst.xls' } });
});

test.each(['~$lijst.xlsx', '.~lock.lijst.xlsx#'])('%s is the lock of an open file', async (name) => {
  await expect(readWhole(fileOf(TABLE, name))).rejects.toMatchObject({
    key: 'unreadable.lockFile',
    params: { file: name, locked: 'lijst.xlsx' },
  });
});

test('lines that Excel cut at 240 characters are refused, and whole ones read', async () => {
  const line = (user: string, name: string, upn: string): string => user.padEnd(20) + name.padEnd(200) + upn.padEnd(40);
  const lines = [line('Gebruiker', 'Omschrijving', 'UPN'), line('12345.A', 'Jan', 'jan.de.boer.van.dam@voorbeeld.nl')];
  const cut = [...lines.map((one) => one.slice(0, 240)), ...lines.map((one) => one.slice(240))].join('\r\n');
  await expect(readWhole(fileOf(cut, 'lijst.prn'))).rejects.toMatchObject({ key: 'unreadable.cutLines' });
  const whole = await readWhole(fileOf(lines.join('\r\n'), 'lijst.prn'));
  expect(whole.rows[0]?.cells).toEqual(['12345.A', 'Jan', 'jan.de.boer.van.dam@voorbeeld.nl']);
});

test.each([
  'Gebruiker;Omschrijving\n12345.A;<b>Jan</b>\n',
  'From;Gebruiker\nx;12345.A\n',
  'Gebruiker;Omschrijving\n12345.A;[HRM] {x}\n',
  'ID;Gebruiker\n1;12345.A\n',
])('a table is none of them: %j', async (content) => {
  expect((await readWhole(fileOf(content))).rows.length).toBe(1);
});

test('what is told of them has both languages', () => {
  for (const [key, text] of Object.entries(fileTexts))
    if (key.startsWith('unreadable.')) expect(text.nl).not.toBe(text.en);
});
