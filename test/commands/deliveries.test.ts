/** `deliver` and `verify`, by the program itself. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { startProgram, type Program } from './program.js';
import { temporaryFolder } from '../support/temporaryFolder.js';
import { directoryOf } from '../support/engineDirectory.js';

const DIRECTORY = directoryOf({
  environments: { T12345AA: {}, T12345AB: {} },
  persons: { T12345AA: ['100001'] },
  groups: { 'T12345AA INKOOP': 'Inkoop', 'T12345AA FIN': '' },
  users: {
    'T12345AA 12345.JAN': { description: 'Jan', email: 'jan@x.nl', upn: 'jan@x.nl', groups: ['INKOOP'] },
    'T12345AB 12345.JAN': { description: 'Jan', email: 'jan@x.nl', upn: 'jan@x.nl' },
    'T12345AA 12345.EVA': { description: 'Eva', email: 'eva@x.nl', upn: '' },
    'T12345AB 12345.EVA': { description: 'Eva', email: 'eva@elders.nl', upn: '' },
    'T12345AB 12345.NEW': { description: 'Nieuw', email: 'new@x.nl', upn: 'new@x.nl' },
  },
});

const HEADER =
  'Gebruiker;Mutatiecode;Nieuwe gebruikerscode;Omschrijving;E-mail;UPN;Persoon;Groep;Groep omschrijving;Profit;InSite;OutSite;Connector;Commandline;AFAS Accept;AFAS Online Portal-beheerder;Voorkeur site';

const directory = join(temporaryFolder('deliveries'), 'directory.json');
let program: Program;

beforeEach(async () => {
  await writeFile(directory, JSON.stringify(DIRECTORY));
  program = await startProgram(directory);
});

async function plan(text: string, ...more: string[]): Promise<void> {
  await writeFile(program.path('in.csv'), text);
  const words = ['plan', program.path('in.csv'), '--env', 'T12345AA', '--type', 'user', ...more];
  const { status, stderr } = await program.run(words);
  expect([0, 3], stderr).toContain(status);
}

async function answered(words: string[]): Promise<{ status: number | null; json: Record<string, unknown> }> {
  const { status, stdout, stderr } = await program.run([...words, '--json']);
  return {
    status,
    json: JSON.parse(stdout === '' ? (stderr.trim().split('\n').at(-1) ?? '') : stdout) as Record<string, unknown>,
  };
}

const deliver = (...more: string[]): ReturnType<typeof answered> =>
  answered(['deliver', '1', '-o', program.path('out.csv'), ...more]);

const linesOf = async (name = 'out.csv'): Promise<string[]> =>
  (await readFile(program.path(name), 'utf8')).split('\r\n').slice(0, -1);

describe('a delivered file', () => {
  it('has every value written out, and a new user carries the UPN of its linked users', async () => {
    await plan(
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Groep\nJAN;3;Jan Jansen;jan@x.nl;jan@x.nl;NIEUW\nNEW;1;Nieuw;new@x.nl;other@x.nl;INKOOP\n',
    );
    const { status, json } = await deliver();
    expect({ status, ...json }).toMatchObject({
      status: 0,
      run: 1,
      as: 'user',
      rows: 2,
      refused: [],
      told: [{ row: 3, code: 'UPN_LATER' }],
    });
    expect(await linesOf()).toEqual([
      HEADER,
      '12345.JAN;3;;Jan Jansen;jan@x.nl;jan@x.nl;;NIEUW;;J;J;N;N;N;N;N;1043',
      '12345.NEW;1;;Nieuw;new@x.nl;new@x.nl;;INKOOP;;J;J;N;N;N;N;N;1043',
    ]);
  });

  it('says nothing on a code of what the code ignores, and writes out an empty code', async () => {
    await plan(
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Profit\nJAN;;Jan;jan@x.nl;jan@x.nl;N\n',
      '--accept-empty-code',
    );
    expect((await deliver()).status).toBe(0);
    expect((await linesOf()).slice(1)).toEqual(['12345.JAN;0;;Jan;jan@x.nl;jan@x.nl;;;;;;;;;;;']);
  });

  it('holds no formula guard, and tells what is beyond ASCII', async () => {
    await plan('Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nJAN;1;=Zoë;jan@x.nl;jan@x.nl\n');
    const { stdout, stderr, status } = await program.run(['deliver', '1', '-o', '-', '--encoding', 'windows-1252']);
    expect(status).toBe(0);
    expect(stdout).toContain('=Zo\ufffd');
    expect(stderr).toMatch(/1 row has letters beyond ASCII \(the first: 12345.JAN\).*windows-1252/u);
  });

  it('refuses a row whose letters the encoding does not have, and the rest goes', async () => {
    await plan('Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nJAN;1;Łukasz;jan@x.nl;jan@x.nl\nPIET;1;Piet;;\n');
    const { status, json } = await deliver('--encoding', 'windows-1252');
    expect(status).toBe(3);
    expect(json).toMatchObject({ rows: 1, refused: [{ row: 2, user: '12345.JAN', code: 'NOT_IN_ENCODING' }] });
  });

  it('leaves out the password of a new user, which is told, and refuses a new one', async () => {
    await plan(
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Wachtwoord\nPIET;1;Piet;;;lang-genoeg-zo\nJAN;5;Jan;jan@x.nl;jan@x.nl;lang-genoeg-zo\n',
    );
    const { status, json } = await deliver();
    expect(status).toBe(3);
    expect(json).toMatchObject({
      rows: 1,
      refused: [{ row: 3, code: 'PASSWORD_NEW' }],
      told: [{ row: 2, code: 'PASSWORD_LEFT_OUT' }],
    });
    expect(await readFile(program.path('out.csv'), 'utf8')).not.toContain('lang-genoeg');
  });

  it('refuses an identity value that is kept here while a linked environment has another', async () => {
    await plan('Gebruiker;Mutatiecode;Omschrijving;UPN\nEVA;2;Eva;\nPIET;1;Piet;\n', '--empty', 'email=keep');
    const { status, json } = await deliver();
    expect(status).toBe(3);
    expect(json).toMatchObject({ rows: 1, refused: [{ row: 2, user: '12345.EVA', code: 'KEPT_DIFFERS' }] });
    expect(JSON.stringify(json)).toContain('T12345AB');
  });

  it('refuses a new user that stays without e-mail while its linked user has one', async () => {
    await plan('Gebruiker;Mutatiecode;Omschrijving;UPN\nNEW;1;Nieuw;\nPIET;1;Piet;\n', '--empty', 'email=keep');
    expect((await deliver()).json).toMatchObject({ refused: [{ row: 2, user: '12345.NEW', code: 'NEW_EMPTY' }] });
  });

  it('is not made where nothing can be delivered, and the run stays a plan', async () => {
    await program.run(['user', 'leave', 'JAN', 'INKOOP', '--env', 'T12345AA']);
    const { status, json } = await deliver();
    expect(status).toBe(2);
    expect(json).toMatchObject({ error: { code: 'deliver.nothing', details: [{ code: 'delivery.GROUP_LEFT' }] } });
    await expect(readFile(program.path('out.csv'))).rejects.toThrow('ENOENT');
    expect((await answered(['show', '1'])).json).toMatchObject({ status: 'planned', delivered: null });
  });

  it('has a row for each group that an act joins', async () => {
    await program.run(['user', 'join', 'JAN', 'FIN', '--env', 'T12345AA']);
    expect((await deliver()).json).toMatchObject({ rows: 1, refused: [] });
    expect((await linesOf()).at(-1)).toBe('12345.JAN;1;;Jan;jan@x.nl;jan@x.nl;;FIN;;J;J;N;N;N;N;N;1043');
  });

  it('goes as messages where the name ends in .jsonl, a line each, with what differs alone', async () => {
    await plan(
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Connector\nJAN;1;Jan J;jan@x.nl;jan@x.nl;\nEVA;1;Eva;eva@x.nl;;J\n',
    );
    const words = ['deliver', '1', '-o', program.path('out.jsonl')];
    const { status, json } = await answered(words);
    expect(status).toBe(3);
    expect(json).toMatchObject({ as: 'kn-user', rows: 1, refused: [{ row: 3, code: 'FIELD_NOT_CARRIED' }] });
    expect(await readFile(program.path('out.jsonl'), 'utf8')).toBe(
      '{"KnUser":{"Element":{"@UsId":"12345.JAN","Fields":{"MtCd":"1","Nm":"Jan J"}}}}\n',
    );
    expect((await answered([...words, '--as', 'user'])).json).toMatchObject({ error: { code: 'deliver.messages' } });
  });

  it('warns of a user with a UPN who is renamed', async () => {
    await plan('Gebruiker;Mutatiecode;Nieuwe gebruikerscode;Omschrijving;E-mail;UPN\nJAN;4;JJ;Jan;jan@x.nl;jan@x.nl\n');
    const { status, json } = await deliver('--max-renames', '100%');
    expect({ status, ...json }).toMatchObject({ status: 0, told: [{ row: 2, code: 'RENAME_WITH_UPN' }] });
  });

  it('as mutation holds what that function does, and refuses the rest', async () => {
    await plan('Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nJAN;1;Jan J;jan@x.nl;jan@x.nl\nPIET;1;Piet;;\n');
    const { json } = await deliver('--as', 'mutation');
    expect(json).toMatchObject({ as: 'mutation', rows: 1, refused: [{ row: 3, code: 'FORM_CANNOT' }] });
    expect((await linesOf())[0]?.startsWith('Gebruiker;Omschrijving;E-mail;UPN;Persoon;Profit')).toBe(true);
  });
});

describe('the second import of a run that is delivered', () => {
  const NEW =
    'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nPIET;1;Piet;piet@x.nl;piet@x.nl\nJAN;1;Jan J;jan@x.nl;jan@x.nl\n';
  const second = (...more: string[]): ReturnType<typeof answered> =>
    answered(['deliver', '1', '-o', program.path('second.csv'), '--as', 'second-pass', ...more]);

  it('is a file at once, which is made again only when asked and leaves the run as it is', async () => {
    await plan(NEW);
    expect((await second()).json).toMatchObject({ error: { code: 'deliver.firstPass' } });
    const { stdout } = await program.run(['deliver', '1', '-o', program.path('out.csv')]);
    expect(stdout).toContain('1 UPN waits for the second import');
    expect(stdout).toContain('deliver 1 --as second-pass');
    expect(await second()).toMatchObject({ status: 0, json: { as: 'second-pass', rows: 1, refused: [] } });
    expect(await linesOf('second.csv')).toEqual([
      'Gebruiker;Omschrijving;E-mail;UPN',
      '12345.PIET;Piet;piet@x.nl;piet@x.nl',
    ]);
    expect((await second()).json).toMatchObject({ error: { code: 'deliver.secondAgain' } });
    expect((await second('--force')).status).toBe(0);
    expect((await answered(['show', '1'])).json).toMatchObject({
      status: 'delivered',
      delivered: { as: 'user', rows: 2, second: { rows: 1 } },
    });
  });

  it('goes as messages as well, each with the UPN alone, and without who is not there by a row that was refused', async () => {
    await plan(
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Connector\nPIET;1;Piet;piet@x.nl;piet@x.nl;\nKEES;1;Kees;kees@x.nl;kees@x.nl;J\n',
    );
    const first = await program.run(['deliver', '1', '-o', program.path('one.jsonl')]);
    expect(first.stdout).toContain('--as second-pass -o FILE.jsonl');
    const words = ['deliver', '1', '--as', 'second-pass', '-o', program.path('two.jsonl')];
    expect(await answered(words)).toMatchObject({
      status: 3,
      json: { as: 'kn-user', rows: 1, refused: [{ row: 3, user: '12345.KEES', code: 'FOLLOWS_REFUSED' }] },
    });
    expect(await readFile(program.path('two.jsonl'), 'utf8')).toBe(
      '{"KnUser":{"Element":{"@UsId":"12345.PIET","Fields":{"MtCd":"1","Upn":"piet@x.nl"}}}}\n',
    );
    expect((await answered(words)).json).toMatchObject({ error: { code: 'deliver.secondAgain' } });
  });

  it('has no user of whom a row was not delivered, with the reason', async () => {
    await plan(
      [
        'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Wachtwoord',
        'PIET;1;Piet;piet@x.nl;piet@x.nl;',
        'PIET;5;Piet;piet@x.nl;piet@x.nl;lang-genoeg-zo',
        'KEES;1;Kees;kees@x.nl;kees@x.nl;',
        '',
      ].join('\n'),
    );
    expect(await deliver()).toMatchObject({ status: 3, json: { rows: 2 } });
    expect(await second()).toMatchObject({
      status: 3,
      json: { rows: 1, refused: [{ row: 3, user: '12345.PIET', code: 'FOLLOWS_REFUSED' }] },
    });
    expect((await linesOf('second.csv')).slice(1)).toEqual(['12345.KEES;Kees;kees@x.nl;kees@x.nl']);
  });

  it('is a run of its own once the users are there, delivered and verified by itself', async () => {
    await plan(NEW);
    await deliver();
    expect((await answered(['verify', '1'])).json).toMatchObject({
      waiting: [{ user: '12345.PIET', upn: 'piet@x.nl', found: null }],
    });
    expect((await answered(['second-pass', '1'])).json).toMatchObject({ error: { code: 'secondPass.notThere' } });
    const there = async (upn: string, jan = 'Jan'): Promise<void> => {
      const users = [
        {
          environment: 'T12345AA',
          user: '12345.PIET',
          description: 'Piet',
          email: 'piet@x.nl',
          upn,
          access: { profit: true, inSite: true },
        },
        { environment: 'T12345AA', user: '12345.JAN', description: jan },
      ];
      await writeFile(program.path('now.json'), JSON.stringify({ users }));
      expect((await program.run(['directory', 'import', program.path('now.json')])).status).toBe(0);
    };
    await there('');
    expect((await answered(['second-pass', '1'])).json).toMatchObject({ run: 2, kind: 'second-pass' });
    expect(await answered(['deliver', '2', '-o', program.path('two.csv')])).toMatchObject({
      status: 0,
      json: { as: 'second-pass', rows: 1 },
    });
    expect((await second()).json).toMatchObject({ error: { code: 'secondPass.exists' } });
    await there('piet@x.nl', 'Jan J');
    expect((await answered(['verify', '2'])).json).toMatchObject({ status: 'applied', counts: { so: 1 } });
    expect((await answered(['verify', '1'])).json).toMatchObject({ status: 'applied', waiting: [] });
  });

  it('keeps no run from being applied: the UPNs are told as waiting', async () => {
    await plan('Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nPIET;1;Piet;piet@x.nl;piet@x.nl\n');
    await deliver();
    const users = [
      {
        environment: 'T12345AA',
        user: '12345.PIET',
        description: 'Piet',
        email: 'piet@x.nl',
        access: { profit: true, inSite: true },
      },
    ];
    await writeFile(program.path('now.json'), JSON.stringify({ users }));
    await program.run(['directory', 'import', program.path('now.json')]);
    expect((await answered(['verify', '1'])).json).toMatchObject({
      status: 'applied',
      waiting: [{ user: '12345.PIET', upn: 'piet@x.nl', found: '' }],
    });
    expect((await second()).json).toMatchObject({ error: { code: 'deliver.secondPlan' } });
    expect((await answered(['second-pass', '1'])).json).toMatchObject({ run: 2, kind: 'second-pass' });
    // By the file of the second import, which has no run of its own.
    await writeFile(program.path('now.json'), JSON.stringify({ users: [{ ...users[0], upn: 'piet@x.nl' }] }));
    await program.run(['directory', 'import', program.path('now.json')]);
    expect(await answered(['verify', '1'])).toMatchObject({ status: 0, json: { status: 'applied', waiting: [] } });
  });
});

describe('a delivered file and its name', () => {
  const ROW = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nJAN;1;Jan Jansen;jan@x.nl;jan@x.nl\n';

  it('is no workbook, and says so', async () => {
    await plan(ROW);
    const { json } = await answered(['deliver', '1', '-o', program.path('out.xlsx')]);
    expect(json).toMatchObject({ error: { code: 'output.unknownExtension' } });
    expect(JSON.stringify(json)).toContain('.csv');
    expect((await answered(['show', '1'])).json).toMatchObject({ status: 'planned' });
  });

  it('replaces no file but the one that was delivered before, whatever is asked', async () => {
    await plan(ROW);
    await writeFile(program.path('out.csv'), 'mine');
    for (const more of [[], ['--force']])
      expect((await deliver(...more)).json).toMatchObject({ error: { code: 'output.deliveryExists' } });
    expect(await readFile(program.path('out.csv'), 'utf8')).toBe('mine');
    expect((await answered(['show', '1'])).json).toMatchObject({ status: 'planned' });
  });

  it('of a run that is applied already is refused as a delivery', async () => {
    await plan(ROW);
    await program.run(['apply', '1']);
    expect((await deliver()).json).toMatchObject({ error: { code: 'deliver.notPlanned' } });
  });
});

describe('a delivered run', () => {
  const ROW = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nJAN;1;Jan Jansen;jan@x.nl;jan@x.nl\n';

  it('is not applied, is delivered again only when asked, and can be discarded', async () => {
    await plan(ROW);
    await deliver();
    expect((await answered(['apply', '1'])).json).toMatchObject({ error: { code: 'apply.delivered', exit: 2 } });
    expect((await answered(['exclude', '1', '--row', '2'])).status).toBe(2);
    expect((await deliver()).json).toMatchObject({ error: { code: 'deliver.again' } });
    expect((await deliver('--force')).status).toBe(0);
    const { json } = await answered(['history', '--status', 'delivered']);
    expect(json).toMatchObject({
      runs: [{ run: 1, status: 'delivered', delivered: { as: 'user', rows: 1, refused: 0 } }],
    });
    expect((await answered(['discard', '1'])).json).toMatchObject({ status: 'discarded' });
  });

  it('delivered again in a form that can do less, is still what the first file may have done', async () => {
    await plan('Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nJAN;1;Jan Jansen;jan@x.nl;jan@x.nl\nPIET;0;Piet;;\n');
    await deliver();
    const first = (await answered(['show', '1'])).json as { delivered: { refused: number } };
    await deliver('--force', '--as', 'mutation');
    expect((await answered(['show', '1'])).json).toMatchObject({ delivered: { refused: first.delivered.refused } });
    expect((await answered(['verify', '1'])).json).toMatchObject({ status: 'delivered' });
  });

  it('is stopped by what stops an apply', async () => {
    await plan('Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nJAN;;Jan;jan@x.nl;jan@x.nl\n');
    expect(await deliver()).toMatchObject({ status: 4, json: { error: { code: 'apply.guarded' } } });
    await plan(ROW);
    await plan(ROW, '--import-again');
    await program.run(['apply', '2']);
    const stale = await answered(['deliver', '3', '-o', program.path('out.csv')]);
    expect(stale).toMatchObject({ status: 5, json: { error: { code: 'apply.stale' } } });
    await expect(readFile(program.path('out.csv'))).rejects.toThrow('ENOENT');
  });

  it('is told by a plan that changes the same user', async () => {
    await plan(ROW);
    await deliver();
    await plan('Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\nJAN;1;J. Jansen;jan@x.nl;jan@x.nl\n');
    expect((await answered(['show', '2'])).json).toMatchObject({ undecided: [{ run: 1, users: 1 }] });
    expect((await answered(['verify', '2'])).json).toMatchObject({ error: { code: 'verify.notDelivered' } });
    expect((await program.run(['show', '2'])).stdout).toContain('1 user of this plan changes in run 1 too');
  });

  it('is verified change by change, and applied when all is so', async () => {
    await plan(
      'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Groep\nJAN;1;Jan Jansen;j.jansen@x.nl;jan@x.nl;FIN\nPIET;1;Piet;;;\n',
    );
    await deliver();
    const first = await answered(['verify', '1']);
    expect(first).toMatchObject({
      status: 0,
      json: { status: 'delivered', counts: { so: 0, otherwise: 0, notSeen: 2 } },
    });
    const users = (description: string): unknown => ({
      users: [
        { environment: 'T12345AA', user: '12345.JAN', description, email: 'j.jansen@x.nl', groups: ['INKOOP', 'FIN'] },
        { environment: 'T12345AA', user: '12345.PIET', description: 'Piet', access: { profit: true, inSite: true } },
      ],
    });
    const read = async (description: string): Promise<void> => {
      await writeFile(program.path('now.json'), JSON.stringify(users(description)));
      expect((await program.run(['directory', 'import', program.path('now.json')])).status).toBe(0);
    };
    await read('Iemand');
    const second = (await answered(['verify', '1'])).json;
    expect(second).toMatchObject({ status: 'delivered', counts: { notYet: 0, otherwise: 1 } });
    expect(second['changes']).toContainEqual({
      row: 2,
      environment: 'T12345AA',
      user: '12345.JAN',
      field: 'description',
      from: 'Jan',
      to: 'Jan Jansen',
      found: 'Iemand',
      state: 'otherwise',
    });
    await read('Jan Jansen');
    expect((await answered(['verify', '1'])).json).toMatchObject({
      status: 'applied',
      counts: { notYet: 0, otherwise: 0 },
    });
    expect((await answered(['show', '1'])).json).toMatchObject({ status: 'applied' });
    expect((await answered(['verify', '1'])).json).toMatchObject({ status: 'applied', counts: { notYet: 0 } });
  });
});
