/** The mapping: what was guessed shows that it was, what is a code is explained, and all that is said can be read. */
import { expect, it } from 'vitest';
import { toMapping, wizardWith } from './support/walk.js';

const WHOLE = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\r\n12345.AAA;1;Naam;aaa@voorbeeld.nl;aaa@voorbeeld.nl\r\n';

it('a guess is marked, until it was looked at', async () => {
  const terminal = await wizardWith(WHOLE.replace('Mutatiecode', 'Actie'));
  await toMapping(terminal);
  expect(terminal.text()).toMatch(/Mutatiecode +\? Actie/u);
  expect(terminal.text()).toMatch(/Gebruiker +Gebruiker/u);
  expect(terminal.text()).toContain('? = geraden');
  await terminal.press('down', 'space');
  await terminal.waitFor('▸ Actie');
  await terminal.press('enter');
  await terminal.waitFor(/Mutatiecode +Actie/u);
  expect(terminal.text()).not.toContain('geraden');
});

it('a column of names is not taken for persons', async () => {
  const persons = WHOLE.replace('UPN', 'UPN;Medewerker').replace(/nl\r\n$/u, 'nl;Bea Bakker\r\n');
  const terminal = await wizardWith(persons);
  await toMapping(terminal);
  await terminal.waitFor('niet overgenomen als Persoon: “Bea Bakker” is geen persoon');
  await terminal.waitFor(/Persoon +niet geïmporteerd/u);
  await terminal.waitFor('1 kolom zonder veld: Medewerker');
});

it('an old code and a new one are a rename', async () => {
  const terminal = await wizardWith(
    'Oude code;Nieuwe code;Omschrijving;E-mail;UPN\r\n12345.AAA;12345.ZZZ;Naam;aaa@voorbeeld.nl;aaa@voorbeeld.nl\r\n',
  );
  await toMapping(terminal);
  await terminal.waitFor(/Mutatiecode +\? = 4 hernoemen/u);
  await terminal.waitFor('1 hernoemen');
});

it('a code, yes or no and a language are chosen from what they mean', async () => {
  const terminal = await wizardWith(WHOLE.replace('Mutatiecode', 'Opmerking'));
  await toMapping(terminal);
  await terminal.press('down', 'f');
  await terminal.waitFor(/▸ 0 +blokkeren, weg uit alle groepen/u);
  await terminal.press('6');
  await terminal.waitFor('Zoek: 6');
  expect(terminal.text()).not.toContain('blokkeren, weg');
  await terminal.press('enter');
  await terminal.waitFor(/Mutatiecode += 6 deblokkeren/u);
  await terminal.press('end', 'f');
  await terminal.waitFor(/Nederlands +1043/u);
  await terminal.press('e', 'n', 'g', 'enter');
  await terminal.waitFor(/Voorkeur site += Engels/u);
  expect(terminal.text()).not.toContain('1043');
});

it('a column that is taken says by what, and a long list is gone through', async () => {
  const terminal = await wizardWith(WHOLE);
  await toMapping(terminal);
  await terminal.press('space');
  await terminal.waitFor(/E-mail +\(al voor E-mail\) aaa@voorbeeld.nl/u);
  await terminal.press('end');
  await terminal.waitFor('▸ vaste waarde');
  await terminal.press('home');
  await terminal.waitFor('▸ Gebruiker');
  await terminal.press('o', 'p');
  await terminal.waitFor('Niets gevonden.');
  await terminal.press('enter', 'backspace');
  await terminal.waitFor(/▸ Omschrijving/u);
});

it('one key keeps what the file does not hold, and an empty cell that is not there does nothing', async () => {
  const terminal = await wizardWith('Gebruiker;Mutatiecode\r\n12345.AAA;0\r\n12345.BBB;0\r\n');
  await toMapping(terminal);
  await terminal.waitFor('Omschrijving niet geïmporteerd: verdwijnt bij 2 gebruikers');
  await terminal.press('d');
  await terminal.waitFor(
    /UPN niet geïmporteerd: verdwijnt bij 2 gebruikers in T12345AA,\s+2\s+gebruikers\s+in\s+T12345AB/u,
  );
  await terminal.waitFor('Eerste 2 rijen: 2 blokkeren');
  await terminal.press('d', 'K');
  await terminal.waitFor(/UPN +niet geïmporteerd +blijft/u);
  expect(terminal.text()).not.toContain('verdwijnt');
  await terminal.press('end', 'e');
  await terminal.waitFor('wordt niet geïmporteerd, en blijft dus');
});

it('the values of a column are listed, what we do not have first, and pointed at what we have', async () => {
  const rows = ['AAA;Ink', 'BBB;Ink', 'CCC;INKOOP', 'DDD;Zzz']
    .map((row) => row.split(';'))
    .map(([user = '', group = '']) => `12345.${user};1;Naam van ${user};;;${group}\r\n`);
  const terminal = await wizardWith(`Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Afdeling\r\n${rows.join('')}`);
  await toMapping(terminal);
  for (let moved = 0; moved < 8 && !/▸ Groep /u.test(terminal.text()); moved++) await terminal.press('down');
  await terminal.press('space');
  await terminal.waitFor('Afdeling');
  await terminal.press('A', 'f', 'd', 'enter');
  await terminal.waitFor(/▸ Groep +Afdeling/u);
  await terminal.press('v');
  await terminal.waitFor(/▸ Ink +2 × \?/u);
  expect(terminal.text()).toMatch(/INKOOP +1 ×/u);
  await terminal.press('enter');
  await terminal.waitFor('Wat wordt "Ink"?');
  // The one group that begins so is proposed.
  await terminal.waitFor(/INKOOP/u);
  await terminal.press('enter');
  // The next one that we do not have is asked of the same list.
  await terminal.waitFor(/Ink +2 × → INKOOP/u);
  await terminal.waitFor(/▸ Zzz +1 × \?/u);
  await terminal.press('enter');
  await terminal.waitFor('Wat wordt "Zzz"?');
  await terminal.burst('INKOOP');
  await terminal.press('enter');
  await terminal.waitFor(/▸ Groep +Afdeling \(2\) +Ink → IN/u);
  await terminal.waitFor(/Eerste 4 rijen: (?!.*afgekeurd)/u);
  await terminal.press('v');
  await terminal.waitFor(/Zzz +1 × → INKOOP/u);
  await terminal.press('escape');
});

it('a source is composed of columns, with what it makes of the first row beside it', async () => {
  const terminal = await wizardWith(WHOLE.replace('E-mail', 'Nummer').replace('aaa@voorbeeld.nl', '4711'));
  await toMapping(terminal);
  for (let moved = 0; moved < 8 && !/▸ E-mail /u.test(terminal.text()); moved++) await terminal.press('down');
  await terminal.press('t');
  await terminal.waitFor('E-mail samenstellen');
  await terminal.press(
    'backspace',
    'backspace',
    'backspace',
    'backspace',
    'backspace',
    'backspace',
    'backspace',
    'backspace',
  );
  for (const letter of '{Nummer}@x.nl'.split('')) await terminal.press(letter);
  await terminal.press('enter');
  await terminal.waitFor(/▸ E-mail +\{Nummer\}@x\.nl +4711@x\.nl/u);
  await terminal.press('t');
  await terminal.waitFor('{Nummer}@x.nl');
  await terminal.press('backspace', '|', 'enter');
  await terminal.waitFor(/4711@x\.n\|/u);
  await terminal.waitFor('E-mail: samengesteld uit Nummer 4711 → 4711@x.n|');
  // What is no template is told, and stays to be changed; of a long one the end is in sight.
  await terminal.press('t');
  await terminal.burst(`{Nummer|groot}${'y'.repeat(90)}z`);
  await terminal.waitFor(/^….*yyyz▏/mu);
  await terminal.press('enter');
  await terminal.waitFor(/niet is: groot/u);
  expect(terminal.text()).toMatch(/^….*yyyz▏/mu);
  await terminal.press('escape');
  await terminal.waitFor(/▸ E-mail +\{Nummer\}@x\.n\| /u);
});
