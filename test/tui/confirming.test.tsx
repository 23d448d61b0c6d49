/** What is asked before a plan is applied: with the rows that it is about, and nothing where nothing changes. */
import { expect, it } from 'vitest';
import { ALL_CODES } from './support/smallDirectory.js';
import { toPreview, wizardWith } from './support/walk.js';

it('a guard names the rows that it counts', async () => {
  const terminal = await wizardWith(ALL_CODES);
  await toPreview(terminal);
  const empty: number[] = [];
  for await (const rows of terminal.engine.useCases.rows(1, { mark: 'defaulted' }))
    empty.push(...rows.map(({ row }) => row));
  expect(empty).toHaveLength(1);
  await terminal.press('enter');
  await terminal.waitFor('geen mutatiecode');
  await terminal.waitFor(`Toegestaan: 0. Rij ${empty[0]}.`);
});

it('a plan that changes nothing says so, and asks for nothing to type', async () => {
  const terminal = await wizardWith(
    'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\r\n12345.AAA;1;Naam van AAA;aaa@voorbeeld.nl;aaa@voorbeeld.nl\r\n',
  );
  await toPreview(terminal);
  await terminal.press('enter');
  await terminal.waitFor('Dit plan wijzigt niets: er is niets uit te voeren.');
  terminal.look();
  await terminal.press('enter');
  expect(terminal.text()).not.toContain('Typ ');
  expect((await terminal.engine.useCases.runs({}))[0]?.status).toBe('planned');
});

it('one code is told as a code, and an undo is told as one', async () => {
  const terminal = await wizardWith(
    'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\r\n12345.AAA;1;Anders;aaa@voorbeeld.nl;aaa@voorbeeld.nl\r\n',
  );
  await toPreview(terminal);
  const apply = async (): Promise<void> => {
    await terminal.press('enter');
    await terminal.waitFor('Typ ja');
    terminal.look();
    await terminal.press('j', 'a', 'enter');
    await terminal.waitFor('is uitgevoerd');
  };
  await apply();
  await terminal.waitFor(/Uitkomst +│ code 1 │/u);
  expect(terminal.text()).toContain('1 gebruiker in T12345AA');
  await terminal.press('u');
  await terminal.waitFor('[Bekijken]');
  await apply();
  await terminal.waitFor('Run 2 (terugdraaien) in T12345AA is uitgevoerd');
  expect(terminal.text()).toMatch(/Uitkomst +│ aantal │/u);
});

it('what happens is told by kind of change, the biggest first, and with what only a few rows do', async () => {
  const terminal = await wizardWith(
    [
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN',
      ...['AAA', 'BBB', 'CCC'].map(
        (code) => `12345.${code};1;Naam van ${code};${code.toLowerCase()}@nieuw.nl;${code.toLowerCase()}@voorbeeld.nl`,
      ),
      '12345.EEE;2;Naam van EEE;eee@voorbeeld.nl;eee@voorbeeld.nl',
    ].join('\r\n'),
  );
  await toPreview(terminal);
  await terminal.press('enter');
  await terminal.waitFor(/ 3 {2}E-mail @voorbeeld\.nl → @nieuw\.nl {2}T12345AA, T12345AB/u);
  const text = terminal.text();
  expect(text.lastIndexOf('blokkeren')).toBeGreaterThan(text.indexOf('@nieuw.nl'));
});

it('a few rows are applied first, and the rest is one key away', async () => {
  const terminal = await wizardWith(
    [
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN',
      ...['AAA', 'BBB', 'CCC'].map((code) => {
        const small = code.toLowerCase();
        return `12345.${code};1;Anders ${code};${small}@voorbeeld.nl;${small}@voorbeeld.nl`;
      }),
    ].join('\r\n'),
  );
  await toPreview(terminal);
  await terminal.press('enter');
  await terminal.waitFor('Tab eerst een paar');
  await terminal.press('tab');
  await terminal.waitFor('Hoeveel van de 3 rijen');
  await terminal.press('enter');
  await terminal.waitFor('Dit voert 2 rijen uit; de andere blijven als een eigen plan wachten.');
  terminal.look();
  await terminal.press('j', 'a', 'enter');
  await terminal.waitFor('De andere zijn plan 3: r gaat daarmee verder.');
  expect((await terminal.engine.useCases.answer(2)).run).toMatchObject({ status: 'applied', rest: 3 });
  await terminal.press('r');
  await terminal.waitFor('Dit wijzigt 2 gebruikers. Uitvoeren?');
});

it('why is asked last where the environment wants it, and a blank says nothing', async () => {
  const terminal = await wizardWith(
    'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\r\n12345.AAA;1;Anders;aaa@voorbeeld.nl;aaa@voorbeeld.nl\r\n',
  );
  const { useCases } = terminal.engine;
  await useCases.setEnvironment('T12345AA', { requireReason: true });
  await toPreview(terminal);
  await terminal.press('enter');
  await terminal.waitFor('vraagt om een reden');
  terminal.look();
  await terminal.press('j', 'a', 'enter');
  await terminal.waitFor('Waarom?');
  await terminal.press('space', 'enter');
  expect(terminal.text()).toContain('Waarom?');
  await terminal.press('I', 'N', 'C', '-', '7', 'enter');
  await terminal.waitFor('is uitgevoerd');
  expect((await useCases.answer(1)).run).toMatchObject({ status: 'applied', reason: 'INC-7' });
});
