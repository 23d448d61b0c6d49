/** What a script gets: the JSON of docs/cli.md, the exit statuses, stdout for the answer and stderr for all else. */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

const planning = (name: string, ...more: string[]): string[] => [
  'plan',
  sample(name),
  '--env',
  'T12345AA',
  '--type',
  'user',
  ...more,
];

it('a plan is one JSON object, and stdout holds nothing else', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const { status, stdout } = await program.run([...planning('alle-mutatiecodes.csv'), '--json']);
  expect(status).toBe(3);
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  expect(JSON.parse(stdout)).toMatchObject({
    run: 1,
    status: 'planned',
    type: 'user',
    environment: 'T12345AA',
    environmentType: 'test',
    file: { name: 'alle-mutatiecodes.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), rows: 20, blank: 0 },
    operator: expect.any(String),
    approvedBy: null,
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
    appliedAt: null,
    defaults: {
      profit: true,
      inSite: true,
      outSite: false,
      connector: false,
      commandLine: false,
      accept: false,
      portalAdmin: false,
      siteLanguage: '1043',
    },
    summary: {
      outcomes: {
        create: 3,
        update: 4,
        block: 3,
        unblock: 1,
        rename: 1,
        password: 1,
        unchanged: 1,
        rejected: 6,
        excluded: 0,
      },
      codes: { 0: { block: 2, rejected: 1 }, 1: { create: 1, update: 3 }, 4: { rename: 1 }, 6: { unblock: 1 } },
      cleared: { email: 0, description: 0, upn: 0 },
      environments: { T12345AA: { users: 12 }, T12345AB: { users: 1 } },
      tokensRevoked: 2,
      groupsCreated: 1,
      newGroups: ['PROJECT-X'],
    },
    guards: [
      { guard: 'empty-code', limit: 0, allowed: 0, count: 1, tripped: true },
      { guard: 'unmapped-identity', count: 0, tripped: false },
      { guard: 'clears', limit: '10%', tripped: false },
      { guard: 'blocks', limit: '10%', count: 3, tripped: false },
      { guard: 'renames', limit: '10%', count: 1, tripped: false },
      { guard: 'rejected', limit: '50%', allowed: 10, count: 6, tripped: false },
      { guard: 'creates', tripped: false },
      { guard: 'updates', tripped: false },
    ],
    secondPass: { rows: 1, run: null, status: null },
  });
});

it('groups that are made are named, each as one: ten on the screen, a thousand in JSON', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const file = program.path('groepen.csv');
  const groups = ['Team Oost', ...Array.from({ length: 1099 }, (_, at) => `NIEUW-${at}`)];
  const rows = groups.map((group, at) => `12345.N${at};3;Naam ${at};n${at}@voorbeeld.nl;n${at}@voorbeeld.nl;${group}`);
  await writeFile(file, ['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Groep', ...rows, ''].join('\n'));
  const planned = await program.json(['plan', file, '--env', 'T12345AA', '--type', 'user']);
  expect(planned.summary.groupsCreated).toBe(1100);
  expect(planned.summary.newGroups).toEqual(groups.slice(0, 1000));
  const { stdout } = await program.run(['show', '1']);
  expect(stdout.replace(/\s+/gu, ' ')).toContain(
    'Groups to be added: 1100 ("Team Oost", NIEUW-0, NIEUW-1, NIEUW-2, NIEUW-3, NIEUW-4, NIEUW-5, NIEUW-6, NIEUW-7, NIEUW-8 and 1090 more)',
  );
});

it('type mutation has one key in its codes, and no code on its rows', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const planned = await program.json([
    'plan',
    sample('gebruiker-mutatie.csv'),
    '--env',
    'T12345AA',
    '--type',
    'mutation',
  ]);
  expect(Object.keys(planned.summary.codes)).toEqual(['mutation']);
  const { stdout } = await program.run(['show', '1', '--rows', '--json']);
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(rows.map(({ code }) => code)).toEqual([null, null, null, null, null]);
});

it('show --rows is one object a line, with flat changes and the message in the language asked for', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(planning('alle-mutatiecodes.csv'));
  const { stdout, status } = await program.run(['show', '1', '--rows', '--json', '--lang', 'nl']);
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(status).toBe(0);
  expect(rows).toHaveLength(20);
  expect(rows[8]).toEqual({
    row: 10,
    user: '12345.FKU',
    name: expect.stringMatching(/^F/u),
    code: '0',
    codeDefaulted: true,
    outcome: 'block',
    changes: [{ environment: 'T12345AA', user: '12345.FKU', field: 'blocked', from: false, to: true }],
    groups: { added: [], removed: ['INKOOP'], created: [] },
    tokensRevoked: 0,
    messages: [
      {
        code: 'CODE_DEFAULTED',
        level: 'warning',
        field: 'mutationCode',
        text: expect.stringMatching(/^De mutatiecode is leeg/u),
        params: {},
      },
    ],
  });
  const only = async (...filter: string[]): Promise<number[]> =>
    (await program.run(['show', '1', '--rows', '--json', ...filter])).stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).row);
  expect(await only('--outcome', 'rename')).toEqual([7]);
  expect(await only('--code', '5')).toEqual([8, 19]);
  expect(await only('--message', 'CODE_DEFAULTED')).toEqual([10]);
  expect(await only('--code', '4', '--outcome', 'rejected')).toEqual([18]);
});

it('a guard stops an apply with 4 until its flag is given; then 3 for the rejected rows', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(planning('alle-mutatiecodes.csv'));
  const before = await exported(program);
  expect(await program.error(['apply', '1'])).toMatchObject({
    code: 'apply.guarded',
    exit: 4,
    run: 1,
    guards: [
      { guard: 'empty-code', count: 1, allowed: 0, tripped: true, flags: '--accept-empty-code' },
      {},
      {},
      {},
      {},
      {},
      {},
      {},
    ],
  });
  expect(await exported(program)).toBe(before);
  const applied = await program.run(['apply', '1', '--accept-empty-code', '--json']);
  expect(applied.status).toBe(3);
  expect(JSON.parse(applied.stdout)).toMatchObject({
    run: 1,
    status: 'applied',
    guards: [{ guard: 'empty-code', tripped: false }, {}, {}, {}, {}, {}, {}, {}],
  });
  expect(await exported(program)).not.toBe(before);
  expect((await program.run(['apply', '1', '--accept-empty-code'])).status).toBe(2);
});

it('import without --yes stores the plan; with it, plans and applies', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const words = ['import', sample('vijf-groepen.csv'), '--env', 'T12345AA', '--type', 'user'];
  expect(await program.json(words)).toMatchObject({ run: 1, status: 'planned' });
  const told = await program.run([...words, '--yes']);
  expect(told.status).toBe(0);
  expect(told.stdout).toContain('Run 2 · applied');
  expect(await program.json(['show', '2'])).toMatchObject({ status: 'applied', appliedAt: expect.any(String) });
});

it('a stale plan is refused with 5, and says which rows', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(planning('vijf-groepen.csv'));
  await program.run([
    'import',
    sample('codes-wisselen.csv'),
    '--env',
    'T12345AA',
    '--type',
    'user',
    '--yes',
    '--max-renames',
    '9',
  ]);
  expect(await program.error(['apply', '1'])).toMatchObject({
    code: 'apply.stale',
    exit: 5,
    run: 1,
    rows: expect.arrayContaining([{ row: 2, user: '12345.BEA', reason: 'userChanged', subject: 'T12345AA' }]),
  });
  const { status, stderr } = await program.run(['apply', '1']);
  expect(status).toBe(5);
  expect(stderr).toMatch(/plan --again 1\n\s+Row 2: user 12345\.BE?B?A was changed in T12345AA/u);
  const again = await program.json(['plan', '--again', '1']);
  expect(again).toMatchObject({ again: 1, status: 'planned', differences: expect.any(Array) });
  expect(again.differences.length).toBeGreaterThan(0);
});

it('the same content is refused with 6, unless it is asked for, or was undone', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const words = ['import', sample('vijf-groepen.csv'), '--env', 'T12345AA', '--type', 'user', '--yes'];
  expect((await program.run(words)).status).toBe(0);
  const again = await program.run(words);
  expect(again).toMatchObject({ status: 6, stdout: '' });
  expect(again.stderr).toContain('--import-again');
  expect(again.stderr).toMatch(/\(run 1, (?:today|yesterday) \d\d:\d\d\)/u);
  expect(await program.json([...words, '--import-again'])).toMatchObject({ summary: { outcomes: { unchanged: 5 } } });
});

it('exclude, discard, undo and history', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(planning('vijf-groepen.csv'));
  expect(await program.json(['exclude', '1', '--row', '4,5'])).toMatchObject({
    summary: { outcomes: { excluded: 2, rejected: 1 } },
  });
  expect((await program.run(['exclude', '1', '--row', '99'])).status).toBe(2);
  expect((await program.run(['discard', '1'])).status).toBe(0);
  expect((await program.run(['apply', '1'])).status).toBe(2);
  const before = await exported(program);
  await program.run(['import', sample('codes-wisselen.csv'), '--env', 'T12345AA', '--type', 'user', '--yes']);
  expect(await program.json(['undo', '2'])).toMatchObject({ run: 3, kind: 'undo', status: 'planned', parent: 2 });
  expect((await program.run(['apply', '3'])).status).toBe(0);
  expect(withoutTokens(await exported(program))).toBe(withoutTokens(before));
  expect(await program.json(['history'])).toMatchObject({
    format: '1.0',
    runs: [{ run: 3 }, { run: 2, undoneBy: 3 }, { run: 1, status: 'discarded' }],
  });
  expect(await program.json(['history', '--env', 'O12345AA'])).toEqual({ format: '1.0', runs: [] });
});

it('an undo says which groups go, in the plan, on the row, and when it is done', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(['import', sample('vijf-groepen.csv'), '--env', 'T12345AA', '--type', 'user', '--yes']);
  const made = ['WERKGROEP-1', 'WERKGROEP-2'];
  const nl = { env: { LANG: 'nl_NL.UTF-8' } };
  expect((await program.run(['show', '1'], nl)).stdout).toContain('Groepen die zijn toegevoegd: 2');
  for (const words of [
    ['undo', '1'],
    ['show', '2'],
  ]) {
    const { stdout } = await program.run(words, nl);
    expect(stdout).toMatch(/die worden\s+verwijderd\s+als\s+er\s+verder\s+niemand\s+in\s+zit:/u);
    for (const group of made) expect(stdout).toContain(group);
    expect(stdout).not.toMatch(/code\.|Per mutatiecode/u);
  }
  const rows = await program.json(['show', '2', '--rows']);
  expect(rows.messages.filter(({ code }: { code: string }) => code === 'UNDO_GROUP')).toHaveLength(made.length);
  expect((await program.run(['apply', '2'], nl)).stdout).toMatch(/die\s+zijn\s+verwijderd/u);
});

it('a plan that needs a second person waits with 4', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const words = ['import', sample('goedkeuring.csv'), '--env', 'O67890AA', '--type', 'user', '--yes'];
  const waiting = await program.error(words);
  expect(waiting).toMatchObject({ code: 'apply.approvalNeeded', exit: 4, run: 1 });
  const { digest } = await program.json(['show', '1']);
  expect(waiting.digest).toBe(digest);
  expect((await program.run(['approve', '1', '--digest', digest])).status).toBe(4);
  expect(await program.run(['approve', '1'])).toMatchObject({ status: 2 });
});

it('the second pass gives its UPN to a user that the run created', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const applied = await program.json([
    'import',
    sample('single-sign-on.csv'),
    '--env',
    'T12345AA',
    '--type',
    'user',
    '--yes',
    '--second-pass',
  ]);
  expect(applied).toMatchObject({ secondPass: { rows: 2, run: 2, status: 'applied' } });
  const { stdout } = await program.run(['directory', 'export']);
  const users: { user: string; upn: string }[] = JSON.parse(stdout).users;
  expect(users.find(({ user }) => user === '12345.TDO')?.upn).toBe('tess.doorn@voorbeeld.nl');
  // Undone, the first run takes its users away, with the UPN of the second; who was used since stays, and keeps it.
  expect(await program.json(['undo', '1'])).toMatchObject({ summary: { outcomes: { delete: 2 } } });
  await program.run(['user', 'accept', 'TDO', 'yes', '--env', 'T12345AA', '--yes']);
  expect((await program.run(['undo', '1'])).stdout).toContain('UPNs of the second import (run 2) stay.');
  expect((await program.run(['show', '5', '--message', 'UNDO_INCOMPLETE'])).stdout).toMatch(
    /UPN tess\.doorn@voorbeeld\.nl was recorded[^]*instroom undo\s+2/u,
  );
});

it('environments, leftovers and drift', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  expect(await program.json(['env', 'add', 'T12345AC', '--name', 'Nog een'])).toMatchObject({
    code: 'T12345AC',
    type: 'test',
    participant: '12345',
    approval: 'none',
    users: 0,
  });
  expect(
    await program.json(['env', 'set', 'T12345AC', '--approval', 'second-person', '--max-blocks', '3']),
  ).toMatchObject({ approval: 'second-person', guards: { maxBlocks: 3 } });
  expect(await program.json(['env', 'remove', 'T12345AB', '--yes'])).toMatchObject({
    environment: 'T12345AB',
    leftovers: 62,
  });
  expect((await program.json(['leftover', 'list'])).leftovers).toHaveLength(65);
  expect(await program.json(['leftover', 'clear-upn', '12345.OUD2'])).toMatchObject({ user: '12345.OUD2', cleared: 1 });
  expect(await program.json(['env', 'drift'])).toMatchObject({ drift: [{ user: '12345.SPE', fields: ['email'] }] });
  for (const more of [[], ['--type', 'production']])
    expect(await program.json(['env', 'drift', '--align', 'O12345AA', ...more])).toMatchObject({
      kind: 'align',
      environment: 'O12345AA',
    });
  expect(await program.json(['db', 'check'])).toEqual({ format: '1.0', sound: true, broken: [] });
});

it('files of a run are written for their owner alone, and never over another', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run([
    'import',
    sample('alle-mutatiecodes.csv'),
    '--env',
    'T12345AA',
    '--type',
    'user',
    '--yes',
    '--accept-empty-code',
  ]);
  for (const [words, file] of [
    [['rejected', '1'], 'rejected.csv'],
    [['report', '1'], 'report.csv'],
    [['tokens', '1'], 'tokens.csv'],
    [['template', 'user'], 'template.xlsx'],
  ] as const) {
    const path = program.path(file);
    expect(await program.run([...words, '-o', path]), file).toMatchObject({ status: 0 });
    expect((await stat(path)).mode & 0o777, file).toBe(0o600);
    expect((await program.run([...words, '-o', path])).status, file).toBe(2);
  }
  expect(await readFile(program.path('rejected.csv'), 'utf8')).toContain('Mutation code 8 does not exist');
  expect(await readFile(program.path('tokens.csv'), 'utf8')).toContain('12345.ZKOSTER');
});

it('a report speaks the language of its reader, yes and no included', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(planning('alle-mutatiecodes.csv'));
  const said = { en: 'Blocked: no → yes', nl: 'Geblokkeerd: nee → ja' };
  for (const [language, text] of Object.entries(said)) {
    const path = program.path(`${language}.csv`);
    await program.run(['report', '1', '-o', path, '--lang', language]);
    const report = await readFile(path, 'utf8');
    expect(report).toContain(text);
    expect(report).not.toMatch(/true|false/u);
  }
});

it('a definition is saved, exported, imported and used', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const mapping = [
    '--map',
    'user=Inlognaam',
    '--map',
    'person=Medewerkernummer',
    '--map',
    'Nm=Volledige naam',
    '--map',
    'email=Zakelijk e-mailadres',
    '--map',
    'group=Autorisatiegroep',
    '--map',
    'mutationCode=Actie',
    '--ignore-column',
    'Kostenplaats',
  ];
  expect((await program.run(['definition', 'save', 'hr', '--type', 'user', ...mapping])).status).toBe(0);
  expect((await program.run(['definition', 'export', 'HR', '-o', program.path('hr.yaml')])).status).toBe(0);
  expect((await program.run(['definition', 'delete', 'hr'])).status).toBe(0);
  expect((await program.run(['definition', 'import', program.path('hr.yaml')])).status).toBe(0);
  expect(await program.json(['definition', 'list'])).toMatchObject({ definitions: [{ name: 'hr', type: 'user' }] });
  const planned = await program.json(['plan', sample('hr-export.csv'), '--env', 'T12345AA', '--definition', 'hr']);
  expect(planned).toMatchObject({ type: 'user', summary: { outcomes: { update: 2 } } });
});

it('a field has the same names in a plan and in a definition', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const named = ['--map', 'E.mail=E-mail', '--empty', 'E.mail=keep', '--empty', 'ÚPN=keep', '--default', 'out/site=J'];
  // Rows of the sample are rejected; its flags are not.
  expect((await program.run([...planning('single-sign-on.csv'), ...named])).status).toBe(3);
  const saved = await program.run(['definition', 'save', 'names', '--type', 'user', ...named]);
  expect(saved).toMatchObject({ status: 0, stderr: '' });
  await program.run(['definition', 'export', 'names', '-o', program.path('names.yaml')]);
  const text = await readFile(program.path('names.yaml'), 'utf8');
  for (const line of ['email:', 'email: keep', 'upn: keep', 'outSite: true']) expect(text).toContain(line);
});

it('a template with users comes back unchanged', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  for (const [type, file] of [
    ['user', 'users.xlsx'],
    ['mutation', 'users.csv'],
  ] as const) {
    await program.run(['template', type, '-o', program.path(file), '--env', 'A12345AA', '--with-users']);
    const { summary } = await program.json(['plan', program.path(file), '--env', 'A12345AA', '--type', type]);
    expect(summary.outcomes).toMatchObject({ create: 0, update: 0, block: 0, rejected: 0 });
    expect(summary.outcomes.unchanged).toBeGreaterThan(9);
  }
});

it('a mutation code is found as it was typed; one that is nowhere is refused', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  await program.run(planning('alle-mutatiecodes.csv'));
  expect((await program.run(['show', '1', '--code', '8'])).stdout).toContain('Mutation code 8 does not exist');
  const nowhere = await program.run(['show', '1', '--code', '9']);
  expect(nowhere).toMatchObject({ status: 2, stdout: '' });
  expect(nowhere.stderr).toContain('--code cannot be 9; choose from 0, 1, 2, 3, 4, 5, 6.');
});

it('a default that does nothing is told', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const words = ['plan', sample('gebruiker-mutatie.csv'), '--env', 'T12345AA', '--type', 'mutation'];
  const said = '--default does nothing with User mutation';
  expect((await program.run(words)).stderr).not.toContain(said);
  const { status, stderr } = await program.run([...words, '--default', 'OutSite=J']);
  expect(stderr).toContain(said);
  expect([0, 3]).toContain(status);
});

it('standard input is a file as any other', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const stdin =
    'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN\r\n12345.BBA;6;Bea Bakker;bea.bakker@voorbeeld.nl;bea.bakker@voorbeeld.nl\r\n';
  const { status, stdout } = await program.run(['plan', '-', '--env', 'T12345AA', '--type', 'user', '--json'], {
    stdin,
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ file: { rows: 1 }, summary: { outcomes: { unchanged: 1 } } });
});

async function exported(program: Program): Promise<string> {
  return (await program.run(['directory', 'export'])).stdout;
}

/** Removed tokens do not come back. */
function withoutTokens(text: string): string {
  return text.replace(/"tokens":\[[^\]]*\]/gu, '');
}

it('commands that are proposed go to the database that was named, and as they stand', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  const database = program.path('my data.db');
  const named = ['--db', database];
  await program.run([...named, 'directory', 'import', DEMO_DIRECTORY]);
  const { stdout } = await program.run([...named, ...planning('single-sign-on.csv')]);
  const call = `instroom --db '${database}'`;
  expect(stdout).toContain(`${call} show 1 --rows`);
  expect(stdout).toContain(`${call} apply 1`);
  expect((await program.run([...named, 'show', '9'])).stderr).toContain(`${call} history`);
  expect((await program.run(['show', '9'])).stderr).toContain('with instroom history');
});

it('a database that was made is told, once, beside the answer', async () => {
  const program = await startProgram();
  const named = ['--db', program.path('new.db')];
  const first = await program.run(['env', 'add', 'T12345AA', ...named]);
  expect(first.status).toBe(0);
  expect(first.stderr).toContain('new.db; a new, empty one was made.');
  expect(await program.run(['env', 'add', 'T12345AB', ...named])).toMatchObject({ status: 0, stderr: '' });
});
