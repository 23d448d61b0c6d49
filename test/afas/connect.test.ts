/** `env connect`, `disconnect` and `pull` as a script runs them, against the stand-in. */
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { startProgram, type Ended, type Program } from '../commands/program.js';
import { StandIn } from '../support/afas/standIn.js';
import { CODE, FEW } from './support.js';

interface Script {
  readonly program: Program;
  readonly standIn: StandIn;
  readonly client: { readonly id: string; readonly secret: string };
  readonly run: (words: string, env?: Readonly<Record<string, string>>) => Promise<Ended>;
  /** The words that connect, with the secret of `client` in a file of its owner's alone. */
  readonly connect: string;
}

async function script(): Promise<Script> {
  const standIn = await StandIn.start(FEW);
  onTestFinished(() => standIn.close());
  const program = await startProgram();
  const client = standIn.access.addClient(CODE);
  await writeFile(program.path('secret'), `${client.secret}\n`, { mode: 0o600 });
  await writeFile(program.path('ca.pem'), standIn.ca);
  const run: Script['run'] = (words, env = {}) =>
    program.run(words.split(' '), { env: { NODE_EXTRA_CA_CERTS: program.path('ca.pem'), ...env } });
  await run(`env add ${CODE}`);
  const at = `env connect ${CODE} --url ${standIn.url}`;
  return {
    program,
    standIn,
    client,
    run,
    connect: `${at} --client-id ${client.id} --secret-file ${program.path('secret')}`,
  };
}

// What each of them holds is what the tests look at.
const answerOf = ({ stdout }: Ended): any => JSON.parse(stdout); // eslint-disable-line @typescript-eslint/no-explicit-any
const errorOf = ({ stderr }: Ended): unknown =>
  (JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as { error: unknown }).error;

test('an environment is connected, read, and let go', async () => {
  const { program, standIn, client, run, connect } = await script();
  standIn.tokenExpiry = '2027-03-01T00:00:00Z';
  expect(answerOf(await run(`${connect} --users Instroom_Users --field users.email=email_werk --json`))).toEqual({
    format: '1.0',
    environment: CODE,
    connection: {
      url: standIn.url,
      secret: { file: program.path('secret') },
      clientId: client.id,
      connectors: {
        users: 'Instroom_Users',
        groups: 'Profit_UserGroups',
        memberships: 'Profit_UserGroups',
        persons: 'Profit_OrgPer',
      },
      fields: expect.objectContaining({ 'users.email': 'Email_werk', 'users.user': 'UsId' }),
      unknown: [],
      tokenExpiry: '2027-03-01T00:00:00Z',
    },
  });
  const created = (count: number): object => ({ created: count, changed: 0, gone: 0, same: 0 });
  expect(answerOf(await run(`env pull ${CODE} --json`))).toMatchObject({
    users: created(5),
    groups: created(2),
    memberships: created(4),
    persons: created(2),
  });
  const users = await run(`user list --env ${CODE} --json`);
  expect(users.stdout).toContain('12345.BKR');
  expect(answerOf(await run(`env disconnect ${CODE} --json`))).toEqual({
    format: '1.0',
    environment: CODE,
    connection: null,
  });
  expect(errorOf(await run(`env pull ${CODE} --json`))).toMatchObject({ code: 'pull.notConnected', exit: 2 });
  expect((await run(`user list --env ${CODE} --json`)).stdout).toBe(users.stdout);
  const audited = (await run('audit --json')).stdout.trimEnd().split('\n');
  expect(audited.map((line) => JSON.parse(line) as { what: string; outcome: string })).toMatchObject([
    { what: 'env.add' },
    { what: 'env.connect', outcome: 'done', new: { connection: { url: standIn.url } } },
    { what: 'env.pull', outcome: 'done' },
    { what: 'env.disconnect', outcome: 'done', new: { connection: null } },
    { what: 'env.pull', outcome: 'refused' },
  ]);
});

test('people see which field gives what, and what stays unknown', async () => {
  const { run, connect } = await script();
  const { stdout, status } = await run(`${connect} --lang en`);
  expect(status).toBe(0);
  expect(stdout).toContain(`Environment ${CODE} is connected.`);
  expect(stdout).toMatch(/users\.profit +Profit_Users\.Windows/u);
  expect(stdout).toContain('Of users stays unknown: commandLine, accept, portalAdmin, siteLanguage.');
  expect(stdout).toContain('Only groups that somebody is in can be seen');
});

test('a secret is in no output, no database and no record', async () => {
  const { program, client, run, connect, standIn } = await script();
  standIn.fail(/^metainfo$/u, { kind: 'status', status: 500, body: `Geheim ${client.secret}` });
  const ended = [await run(connect), await run(connect), await run(`env pull ${CODE}`), await run('audit --json')];
  expect(ended.map(({ status }) => status)).toEqual([1, 0, 0, 0]);
  const written = ended.map(({ stdout, stderr }) => stdout + stderr).join('\n');
  const stored = await readFile(program.path('instroom.db'), 'latin1');
  for (const secret of [client.secret, Buffer.from(client.secret).toString('base64'), ...standIn.access.given]) {
    expect(written).not.toContain(secret);
    expect(stored).not.toContain(secret);
  }
});

test('a secret that others can read is refused before anything is sent, and so is none at all', async () => {
  const { program, standIn, client, run, connect } = await script();
  for (const mode of [0o640, 0o604, 0o620]) {
    await chmod(program.path('secret'), mode);
    expect(errorOf(await run(`${connect} --json`))).toMatchObject({ code: 'secret.othersRead', exit: 2 });
  }
  await chmod(program.path('secret'), 0o600);
  await writeFile(program.path('secret'), 'een\ntwee\n');
  expect(errorOf(await run(`${connect} --json`))).toMatchObject({ code: 'secret.notOneLine', exit: 2 });
  expect(errorOf(await run(`${connect}2 --json`))).toMatchObject({ code: 'secret.noFile', exit: 2 });
  const byVariable = `env connect ${CODE} --url ${standIn.url} --client-id ${client.id} --secret-env AFAS_SECRET`;
  expect(errorOf(await run(`${byVariable} --json`))).toMatchObject({ code: 'secret.noVariable', exit: 2 });
  expect(errorOf(await run(`${byVariable} --secret-file x --json`))).toMatchObject({ code: 'usage.flagsClash' });
  expect(errorOf(await run(`env connect ${CODE} --json`))).toMatchObject({ code: 'usage.missing', exit: 2 });
  expect(errorOf(await run(`${connect} --users none --json`))).toMatchObject({ code: 'usage.connectorNeeded' });
  expect(standIn.requests).toEqual([]);
  const secret = { AFAS_SECRET: client.secret };
  expect((await run(byVariable, secret)).status).toBe(0);
  expect((await run(`env pull ${CODE}`, secret)).status).toBe(0);
  expect(errorOf(await run(`env pull ${CODE} --json`))).toMatchObject({ code: 'secret.noVariable' });
});

test('where a second person is asked for, connecting is a plan that shows what would be read', async () => {
  const { standIn, run, connect } = await script();
  await run(`env set ${CODE} --approval second-person`);
  const planned = await run(`${connect} --json`);
  expect(planned.status).toBe(4);
  expect(answerOf(planned)).toMatchObject({
    kind: 'settings',
    settings: { old: { connection: null }, new: { connection: { url: standIn.url } } },
  });
  expect((await run('show 1 --lang en')).stdout).toContain(`Connection: not connected → ${standIn.url}`);
  expect(errorOf(await run(`env pull ${CODE} --json`))).toMatchObject({ code: 'pull.notConnected' });
});

test('nothing is connected that is another environment, or that is not to be trusted', async () => {
  const { standIn, run, connect } = await script();
  standIn.saysItIs = 'O12345AA';
  expect(errorOf(await run(`${connect} --json`))).toMatchObject({ code: 'afas.otherEnvironment', exit: 2 });
  expect(errorOf(await run(`${connect} --json`, { NODE_EXTRA_CA_CERTS: '' }))).toMatchObject({
    code: 'afas.certificate',
    exit: 1,
  });
  expect(errorOf(await run(`env disconnect ${CODE} --json`))).toMatchObject({ code: 'pull.notConnected', exit: 2 });
});
