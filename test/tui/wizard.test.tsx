/** The wizard from its first screen to its last, over a real engine. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunFiles } from '../../src/application/runFiles.js';
import { runFileTexts } from '../../src/presentation/runFileTexts.js';
import { createOutputFiles } from '../../src/files/writers/outputFiles.js';
import { fileTexts } from '../../src/language/files.js';
import { openEngine, type Engine } from '../support/engine.js';
import { openFakeTerminal, type FakeTerminal, type FakeTerminalOptions } from './support/fakeTerminal.js';
import { ALL_CODES, SMALL_DIRECTORY } from './support/smallDirectory.js';

async function engineWith(files: Readonly<Record<string, string>>): Promise<Engine> {
  const engine = await openEngine({ directory: SMALL_DIRECTORY, onDisk: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(engine.folder, name), text);
  return engine;
}

async function begun(
  options: Partial<FakeTerminalOptions> = {},
  files: Readonly<Record<string, string>> = { 'alles.csv': ALL_CODES },
): Promise<FakeTerminal> {
  const engine = await engineWith(files);
  return openFakeTerminal({ directory: SMALL_DIRECTORY, engine, ...options });
}

/** On the mapping of the file, in an environment. */
async function atMapping(terminal: FakeTerminal, environment = 'T12345AA'): Promise<void> {
  await terminal.press('enter');
  await terminal.waitFor(environment);
  const order = ['O12345AA', 'T12345AA', 'T12345AB', 'A12345AA'];
  await terminal.waitFor('▸ │ O12345AA');
  await terminal.press(...order.slice(0, order.indexOf(environment)).map(() => 'down'), 'enter');
  await terminal.waitFor('Welk bestand?');
  await terminal.burst(join(terminal.engine.folder, 'alles.csv'));
  await terminal.press('enter');
  await terminal.waitFor('zoals ze gelezen worden');
  await terminal.press('enter');
  await terminal.waitFor('Komt uit');
}

async function atPreview(terminal: FakeTerminal, environment?: string): Promise<void> {
  await atMapping(terminal, environment);
  await terminal.press('enter');
  await terminal.waitFor('Wat er wijzigt');
  await terminal.waitFor('12345.AAA');
}

describe('the whole way', () => {
  it('imports a file, with the keyboard alone', async () => {
    const terminal = await begun();
    await terminal.waitFor('Wat wil je importeren?');
    await atPreview(terminal);
    expect(terminal.text()).toMatch(/\[Alle 10\].*Afgekeurd 2/u);
    await terminal.press('enter');
    await terminal.waitFor('HOUDT TEGEN');
    terminal.look();
    await terminal.press('1', 'enter');
    await terminal.waitFor('Typ ja');
    terminal.look();
    await terminal.press('j', 'a', 'enter');
    await terminal.waitFor('is uitgevoerd');
    expect(terminal.text()).toContain('2 rijen zijn afgekeurd');
    const [run] = await terminal.engine.useCases.runs({});
    expect(run).toMatchObject({ status: 'applied', environment: 'T12345AA' });
    await terminal.press('q');
    const { lines, exitStatus } = await terminal.end;
    expect(exitStatus).toBe(3);
    expect(lines.join('\n')).toContain('Import 1 in T12345AA is uitgevoerd');
  });

  it('goes back with Escape and loses nothing', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.press('down', 'space');
    await terminal.waitFor('1 rij weggelaten');
    for (const expected of [
      'Komt uit',
      'zoals ze gelezen worden',
      'Welk bestand?',
      'In welke omgeving?',
      'Wat wil je importeren?',
    ]) {
      await terminal.press('escape');
      await terminal.waitFor(expected);
    }
    await terminal.press('enter');
    await terminal.waitFor(/▸ │ T12345AA/u);
    await terminal.press('enter');
    await terminal.waitFor('zoals ze gelezen worden');
    await terminal.press('enter');
    await terminal.waitFor('Komt uit');
    await terminal.press('enter');
    await terminal.waitFor(/▸ +3 {2}12345\.BBB.*weggelaten/u);
    expect(await terminal.engine.useCases.runs({})).toHaveLength(1);
  });

  it('is there in English too', async () => {
    const terminal = await begun({ language: 'en' });
    await terminal.waitFor('What do you want to import?');
    await terminal.press('?');
    await terminal.waitFor('Keys on this screen');
  });
});

describe('before the database is open', () => {
  it('takes keys, and does what they ask for when it is', async () => {
    let open = (): void => undefined;
    const terminal = await begun({ opening: new Promise((resolve) => (open = resolve)) });
    await terminal.waitFor('Wat wil je importeren?');
    await terminal.press('enter');
    expect(terminal.text()).toContain('[Omgeving]');
    expect(terminal.text()).not.toContain('O12345AA');
    open();
    await terminal.waitFor('▸ │ O12345AA');
  });

  it('ends with what is wrong with it, and leaves the alternate screen', async () => {
    let refuse = (_why: Error): void => undefined;
    const terminal = await begun({ opening: new Promise((_resolve, reject) => (refuse = reject)) });
    await terminal.waitFor('Wat wil je importeren?');
    const ended = expect(terminal.end).rejects.toThrow('no database');
    refuse(new Error('no database'));
    await ended;
    expect(terminal.sent()).toContain('\u001b[?1049l');
  });
});

describe('the mapping', () => {
  it('never leaves out the field that a user is recognised by', async () => {
    const terminal = await begun();
    await atMapping(terminal);
    expect(terminal.text()).not.toContain('x niet importeren');
    await terminal.press('x');
    await terminal.waitFor('Gebruiker moet worden geïmporteerd');
    expect(terminal.text()).toMatch(/▸ Gebruiker +Gebruiker/u);
    await terminal.press('down', 'down', 'down', 'x');
    await terminal.waitFor(/▸ Omschrijving +GEEN: wordt gewist/u);
  });

  it('tells what comes of a file without mutation codes', async () => {
    const terminal = await begun(
      {},
      { 'alles.csv': 'Gebruiker;Omschrijving;E-mail;UPN\r\n12345.AAA;Anna;aaa@voorbeeld.nl;aaa@voorbeeld.nl\r\n' },
    );
    await atMapping(terminal);
    await terminal.waitFor(/Mutatiecode +GEEN: telt als 0/u);
    expect(terminal.text().replace(/\s+/gu, ' ')).toMatch(/elke rij telt als code 0 .*bedoelde je .*mutatie\?/u);
    await terminal.press('down', 'f', '1', 'enter');
    await terminal.waitFor(/Mutatiecode += 1/u);
    expect(terminal.text()).not.toContain('telt als');
  });

  it('tells whole what stops a row, and first how to go on', async () => {
    const terminal = await begun(
      {},
      {
        'alles.csv': [
          'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Persoon;Roepnaam van de medewerker;Achternaam van de medewerker;Opmerking van HR',
          '12345.AAA;1;Naam van AAA;aaa@voorbeeld.nl;aaa@voorbeeld.nl;999999;Anna;Ahmed;',
          '',
        ].join('\r\n'),
      },
    );
    await atMapping(terminal);
    const shown = (): string => terminal.text().replace(/\s+/gu, ' ');
    await terminal.waitFor('Eerste 1 rij');
    expect(shown()).toMatch(/Rij 2: Persoon 999999 bestaat niet in T12345AA; [^…]*\. /u);
    await terminal.press('enter');
    await terminal.waitFor('Nog eens Enter gaat zo verder: 3 kolommen');
    expect(shown()).toContain('Achternaam van de medewerker, Opmerking van HR.');
  });
});

describe('confirming', () => {
  it('takes no Enter alone, no paste, and nothing that was typed ahead', async () => {
    const terminal = await begun();
    await atPreview(terminal, 'O12345AA');
    await terminal.press('enter');
    await terminal.waitFor('HOUDT TEGEN');
    // Typed ahead: before the screen was there for a moment.
    await terminal.burst('1\r');
    await terminal.press('enter');
    expect(terminal.text()).toContain('Typ 1');
    terminal.look();
    await terminal.press('enter');
    expect(terminal.text()).toContain('Typ precies 1');
    terminal.look();
    await terminal.paste('1\r');
    expect(terminal.text()).toContain('Plakken bevestigt niets');
    terminal.look();
    await terminal.press('1', 'enter');
    await terminal.waitFor('Typ O12345AA');
    terminal.look();
    // The code and Enter in one read type the code, and do not confirm it.
    await terminal.burst('O12345AA\r');
    expect(terminal.text()).toMatch(/Typ O12345AA › O12345AA/u);
    expect((await terminal.engine.useCases.runs({}))[0]?.status).toBe('planned');
    await terminal.press('enter');
    await terminal.waitFor('is uitgevoerd');
  });

  it('waits for somebody else where that is asked', async () => {
    const terminal = await begun();
    await atPreview(terminal, 'A12345AA');
    await terminal.press('enter');
    await terminal.waitFor('wacht op goedkeuring');
    await terminal.press('a');
    // What stops the plan is raised by whoever approves it.
    await terminal.waitFor('geen mutatiecode');
    terminal.look();
    await terminal.press('1', 'enter');
    await terminal.waitFor('Typ het nummer van de run');
    terminal.look();
    await terminal.press('2', 'enter');
    await terminal.waitFor('Typ precies 1');
    terminal.look();
    await terminal.press('1', 'enter');
    await terminal.waitFor('Plan 1 is mede van jan');
    await terminal.press('escape');
    await terminal.waitFor('wacht op goedkeuring');
    await terminal.engine.as('piet').approve({ run: 1 });
    await terminal.press('ctrl+r');
    await terminal.waitFor(/Typ \d|Typ ja/u);
  });
});

describe('the preview', () => {
  it('has a tab for each code and each thing to look at', async () => {
    const terminal = await begun({ columns: 120, rows: 40 });
    await atPreview(terminal);
    const seen: string[] = [];
    for (let tab = 0; tab < 14; tab++) {
      seen.push(/\[[^\]]*\]/u.exec(terminal.text().split('\n')[3] ?? '')?.[0] ?? '');
      await terminal.press('tab');
    }
    expect(seen.slice(0, 8)).toEqual([
      '[Alle 10]',
      '[Code 0: 2]',
      '[Code 1: 3]',
      '[Code 2: 1]',
      '[Code 3: 1]',
      '[Code 4: 1]',
      '[Code 6: 1]',
      '[Afgekeurd 2]',
    ]);
    // Nothing was left out: that has no tab.
    expect(seen.slice(8)).toEqual([
      '[Let op 4]',
      '[Geblokkeerd 3]',
      '[Hernoemd 1]',
      '[Gewist 1]',
      '[Niet in bestand 3]',
      '[Alle 10]',
    ]);
  });

  it('searches, and leaves out all that match', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.press('/', 'N', 'I', 'E', 'U', 'W', 'E', 'enter');
    await terminal.waitFor('met “NIEUWE”');
    expect(terminal.text()).toMatch(/▸ +9 {2}12345\.NIEUW/u);
    await terminal.press('X');
    await terminal.waitFor('weggelaten.');
    // The list comes anew, after that is told.
    await terminal.waitFor(/▸ +9 {2}12345\.NIEUW +Nieuwe gebr… +1 +weggelaten/u);
    await terminal.press('B');
    await terminal.waitFor('teruggenomen.');
  });

  it('takes back what a search left out, and nothing that was left out by hand', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.press('down', 'space');
    await terminal.waitFor('1 rij weggelaten.');
    await terminal.press('/');
    await terminal.burst('Naam van');
    await terminal.press('enter');
    // The one that was left out is found by the name that it has now.
    await terminal.waitFor('9 rijen met');
    // Also another one that the search finds.
    await terminal.press('down', 'space');
    await terminal.waitFor('1 rij weggelaten.');
    await terminal.press('X');
    await terminal.waitFor('7 rijen weggelaten.');
    await terminal.press('X');
    await terminal.waitFor('al gedaan');
    await terminal.press('B');
    await terminal.waitFor('7 rijen teruggenomen.');
    expect((await terminal.engine.useCases.answer(1)).run.summary.outcomes.excluded).toBe(2);
    await terminal.press('n');
    expect(terminal.text()).not.toContain('Zoek eerst');
  });

  it('asks before it changes a whole tab, with the count of what really changes', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    const excluded = async (): Promise<number> =>
      (await terminal.engine.useCases.answer(1)).run.summary.outcomes.excluded;
    await terminal.press('B');
    await terminal.waitFor('niets terug te nemen');
    await terminal.press('space');
    await terminal.waitFor('1 rij weggelaten.');
    await terminal.waitFor('→ weggelaten');
    await terminal.press('X');
    await terminal.waitFor('de hele tab, 9 rijen, weglaten?');
    terminal.look();
    await terminal.press('n');
    expect(await excluded()).toBe(1);
    await terminal.press('X');
    await terminal.waitFor('weglaten?');
    terminal.look();
    await terminal.press('y');
    await terminal.waitFor('9 rijen weggelaten.');
    // The rows are listed anew: until then there is no tab to take back.
    await terminal.waitFor(/(?:weggelaten[^]*){5}/u);
    await terminal.press('B');
    await terminal.waitFor('10 rijen terugnemen?');
    terminal.look();
    await terminal.press('y');
    await terminal.waitFor('10 rijen teruggenomen.');
    expect(await excluded()).toBe(0);
  });

  it('says after a search without matches that nothing was found, and lets it be put right', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.press('n');
    await terminal.waitFor('Zoek eerst met /.');
    await terminal.press('/');
    await terminal.burst('+finn');
    await terminal.press('enter');
    await terminal.waitFor('Geen rij met “+finn”');
    await terminal.press('n');
    await terminal.waitFor('Niets gevonden op deze tab');
    await terminal.press('/');
    await terminal.waitFor('Zoek: +finn');
  });

  it('tells that a range is being made, how long it is, and how it ends', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.press('v');
    await terminal.waitFor('Bereik van 1 rij:');
    await terminal.press('down', 'down');
    await terminal.waitFor(/Bereik van 3 rijen: .*Spatie weglaten\/terug, Esc stopt\n/u);
    await terminal.press('escape');
    expect(terminal.text()).not.toContain('Bereik');
    expect(terminal.text()).toContain('[Bekijken]');
  });

  it('shows of a row that was left out who it is about', async () => {
    const terminal = await begun({ columns: 120, rows: 40 });
    await atPreview(terminal);
    await terminal.press('down', 'space');
    await terminal.waitFor('1 rij weggelaten.');
    await terminal.waitFor(/Omschrijving +Bea Béatrix/u);
    expect(terminal.text()).toMatch(/E-mail +bbb@nieuw\.nl/u);
  });

  it('goes from problem to problem', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.press(']');
    await terminal.waitFor(/▸ +4 {2}12345\.CCC/u);
    await terminal.press(']');
    await terminal.waitFor(/▸ +8 {2}12345\.GGG/u);
    await terminal.press('[');
    await terminal.waitFor(/▸ +4 {2}12345\.CCC/u);
  });

  it('reviews what is blocked one by one, and leaves out at the end', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.press('r');
    expect(terminal.text()).toContain('Nalopen kan op de tabs');
    for (let tab = 0; tab < 9; tab++) await terminal.press('tab');
    await terminal.waitFor('[Geblokkeerd 3]');
    await terminal.waitFor(/▸ +2 {2}12345\.AAA/u);
    expect(terminal.text()).toContain('r één voor één nalopen');
    await terminal.press('r');
    await terminal.waitFor('0 van 3 bekeken');
    await terminal.waitFor('Verliest 1 groep: INKOOP');
    await terminal.press('space', 'enter');
    await terminal.waitFor('2 van 3 bekeken');
    await terminal.press('escape');
    await terminal.waitFor('1 rij weggelaten');
    await terminal.waitFor('[Geblokkeerd 2]');
  });

  it('mends a cell of a rejected row', async () => {
    const terminal = await begun(
      {},
      {
        'alles.csv':
          'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\r\n12345.AAA;9;Naam van AAA;aaa@voorbeeld.nl;aaa@voorbeeld.nl\r\n',
      },
    );
    await atPreview(terminal);
    expect(terminal.text()).toContain('afgekeurd');
    // What puts the row right stands in the footer, before keys that work on any row.
    expect(terminal.text()).toMatch(/Enter bevestigen {2}m cel herstellen/u);
    await terminal.press('m');
    // The cell that stops the row is the one under the cursor, with what it holds.
    await terminal.waitFor('Welke cel van rij 2?');
    expect(terminal.text()).toMatch(/▸ Mutatiecode +9/u);
    await terminal.press('enter');
    await terminal.waitFor('Rij 2, Mutatiecode');
    expect(terminal.text()).toMatch(/▸ 9 +geen geldige waarde/u);
    for (let code = 0; code <= 6; code++) await terminal.press('down');
    expect(terminal.text()).toMatch(/▸ 6 +deblokkeren/u);
    await terminal.press('enter');
    await terminal.waitFor('is hersteld');
    expect(terminal.text()).not.toContain('afgekeurd ');
  });
});

describe('mended rows', () => {
  it('are written as they are now, in the layout of the source and without passwords', async () => {
    const engine = await engineWith({
      'alles.csv': [
        'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Wachtwoord',
        '12345.AAA;9;Naam van AAA;aaa@voorbeeld.nl;aaa@voorbeeld.nl;lang-genoeg-zo',
        '12345.BBB;1;Naam van BBB;bbb@voorbeeld.nl;bbb@voorbeeld.nl;',
        '12345.CCC;8;Naam van CCC;ccc@voorbeeld.nl;ccc@voorbeeld.nl;',
        '',
      ].join('\r\n'),
    });
    const runFiles = createRunFiles(engine.useCases, async () => createOutputFiles(fileTexts), runFileTexts('nl'));
    const terminal = await openFakeTerminal({ directory: SMALL_DIRECTORY, engine, services: { runFiles } });
    await atPreview(terminal);
    await terminal.press('w');
    await terminal.waitFor('nog niets hersteld');
    await terminal.press('m');
    await terminal.waitFor('Welke cel van rij 2?');
    await terminal.press('enter');
    await terminal.waitFor('Rij 2, Mutatiecode');
    await terminal.press('down', 'down', 'down', 'down', 'down', 'down');
    expect(terminal.text()).toMatch(/▸ 5 +wachtwoord wijzigen/u);
    await terminal.press('enter');
    await terminal.waitFor('Rij 2 is hersteld');
    // Planned again, the plan is another one, and what was mended is still known.
    await terminal.press('R');
    await terminal.waitFor('Opnieuw gepland als plan 2');
    await terminal.press('w');
    await terminal.waitFor('Herstelde rijen naar: alles-hersteld-2.csv');
    await terminal.press('ctrl+u');
    await terminal.burst(join(engine.folder, 'hersteld.csv'));
    await terminal.press('enter');
    await terminal.waitFor('Geschreven:');
    expect(terminal.text()).toContain('hersteld.csv');
    const [header, ...rows] = readFileSync(join(engine.folder, 'hersteld.csv'), 'utf8').trimEnd().split('\r\n');
    expect(header).toMatch(/^Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Wachtwoord;/u);
    expect(rows).toEqual(['12345.AAA;5;Naam van AAA;aaa@voorbeeld.nl;aaa@voorbeeld.nl;;']);
  });

  it('of the history tell who did what to a run, or tried to', async () => {
    const engine = await engineWith({ 'alles.csv': ALL_CODES });
    const terminal = await openFakeTerminal({ directory: SMALL_DIRECTORY, engine, columns: 100 });
    await atPreview(terminal);
    await engine.useCases.apply({ run: 1 }).catch(() => undefined);
    await engine.useCases.apply({ run: 1, guards: { acceptEmptyCode: true } });
    await terminal.press('escape', 'escape', 'escape', 'escape', 'escape', 'H');
    await terminal.waitFor('Gepland ');
    await terminal.press('L');
    await terminal.waitFor('Logboek van run 1');
    expect(terminal.text()).toMatch(/jan +apply\n.*jan +raise\n.*jan +apply refused \(4\)\n.*jan +plan/u);
    await terminal.press('enter');
    await terminal.waitFor('Gepland ');
  });

  it('are never written over a file: another name is asked, with what was typed', async () => {
    const engine = await engineWith({ 'alles.csv': ALL_CODES });
    const runFiles = createRunFiles(engine.useCases, async () => createOutputFiles(fileTexts), runFileTexts('nl'));
    const terminal = await openFakeTerminal({
      directory: SMALL_DIRECTORY,
      engine,
      columns: 100,
      services: { runFiles },
    });
    await atPreview(terminal);
    await engine.useCases.apply({ run: 1, guards: { acceptEmptyCode: true } });
    await terminal.press('escape', 'escape', 'escape', 'escape', 'escape', 'H');
    await terminal.waitFor('Gepland ');
    const path = join(engine.folder, 'x.csv');
    for (const expected of ['Geschreven:', 'Dat bestand is er al. Andere naam:']) {
      await terminal.press('w', 'ctrl+u');
      await terminal.burst(path);
      await terminal.press('enter');
      await terminal.waitFor(expected);
    }
    expect(terminal.text()).not.toContain('Geschreven');
    await terminal.burst('2');
    await terminal.press('enter');
    await terminal.waitFor('Geschreven:');
    expect(readFileSync(`${path}2`, 'utf8')).toBe(readFileSync(path, 'utf8'));
  });
});

describe("a leftover's UPN", () => {
  it('is cleared where it stops a row, by typing whose it is', async () => {
    const engine = await engineWith({
      'alles.csv': [
        'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN',
        '12345.NIEUW;1;Nieuw;nieuw@voorbeeld.nl;oud@voorbeeld.nl',
        '12345.AAA;1;Naam van AAA;aaa@voorbeeld.nl;aaa@voorbeeld.nl',
        '',
      ].join('\r\n'),
    });
    const [environment] = SMALL_DIRECTORY.environments!;
    const removed = { ...environment!, code: 'T12345AX', type: 'test' as const, deleted: true };
    const left = {
      ...SMALL_DIRECTORY.users![0]!,
      environment: removed.code,
      user: '12345.OUD',
      upn: 'oud@voorbeeld.nl',
    };
    const groups = [{ environment: removed.code, code: 'INKOOP', description: '' }];
    await engine.store.directory.import({ environments: [removed], groups, users: [left] });
    const terminal = await openFakeTerminal({ directory: SMALL_DIRECTORY, engine });
    await atPreview(terminal);
    expect(terminal.text()).toContain('U UPN vrijmaken');
    await terminal.press('U');
    await terminal.waitFor('UPN van 12345.OUD in T12345AX wissen?');
    await terminal.press('enter');
    await terminal.waitFor('Niets gewist');
    expect((await engine.store.directory.leftovers())[0]?.upn).toBe('oud@voorbeeld.nl');
    await terminal.press('U');
    await terminal.waitFor('Typ 12345.OUD');
    await terminal.burst('12345.oud');
    await terminal.press('enter');
    await terminal.waitFor('is gewist');
    expect((await engine.store.directory.leftovers())[0]?.upn).toBe('');
    await terminal.press('j', 'U');
    await terminal.waitFor('geen UPN van een achterblijver');
  });
});

describe('planning again', () => {
  it('tells which rows come out otherwise, and how', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.press('R');
    await terminal.waitFor('0 rijen komen anders uit');
    const groups = [{ environment: 'T12345AA', code: 'PROJECT', description: 'Project' }];
    const users = [{ ...SMALL_DIRECTORY.users![5]!, blocked: true }];
    await terminal.engine.store.directory.import({ groups, users });
    await terminal.press('R');
    await terminal.waitFor('2 rijen komen nu anders uit');
    expect(terminal.text()).toMatch(/5 {2}12345\.DDD +Naam van DDD +wijzigen → wijzigen +\+PROJECT/u);
    expect(terminal.text()).toMatch(/7 {2}12345\.FFF +Naam van FFF +\S.* → deblokkeren/u);
    await terminal.press('escape');
    await terminal.waitFor('Wat er wijzigt');
  });
});

describe('the terminal', () => {
  it('says what it needs when the window is too small, and comes back', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    await terminal.resize(50, 15);
    expect(terminal.text()).toContain('60×20');
    await terminal.resize(60, 20);
    await terminal.waitFor('12345.AAA');
    await terminal.resize(120, 40);
    await terminal.waitFor('Instroom');
  });

  it('uses ASCII alone without UTF-8, and no colour with NO_COLOR', async () => {
    const terminal = await begun({ terminal: { unicode: false, colour: false } });
    await terminal.press('enter');
    await terminal.waitFor('O12345AA');

    expect(terminal.sent()).not.toMatch(/\u001b\[(?:\d+;)*(?:3[0-7]|9[0-7])[;m]/u);
    expect(terminal.text()).toMatch(/^[\n\x20-\x7e]*$/u);
  });

  it('shows what a file holds, and never sends it', async () => {
    const hostile =
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\r\n12345.AAA;1;"a\u001b[31mrood\u001b[2J\u0007b";\u202Eaaa@voorbeeld.nl;aaa@voorbeeld.nl\r\n';
    const terminal = await begun({}, { 'alles.csv': hostile });
    await atPreview(terminal);
    expect(terminal.sent()).not.toContain('\u001b[31mrood');
    expect(terminal.sent()).not.toContain('\u0007');
    expect(terminal.sent()).not.toContain('\u202e');
    expect(terminal.text()).toContain('a␛[31mrood␛[2J␇b');
  });

  it('ends at once when the program has to, and leaves the alternate screen', async () => {
    const terminal = await begun();
    await atPreview(terminal);
    terminal.abort();
    expect((await terminal.end).exitStatus).toBe(130);
    expect(terminal.sent()).toContain('\u001b[?1049l');
    expect(terminal.sent()).toMatch(/\u001b\[\?25h/u);
  });

  it('tells a screen reader in lines of text', async () => {
    const terminal = await begun({ terminal: { screenReader: true } });
    await terminal.press('enter');
    await terminal.waitFor('Code: O12345AA, Soort: PRODUCTIE');
  });
});
