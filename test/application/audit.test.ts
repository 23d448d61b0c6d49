/** Every attempt to change something is recorded, in a chain that shows what was done to it afterwards. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { AuditRecord } from '../../src/application/ports/auditLog.js';
import { choicesOf, createDefinitions, definitionOf } from '../../src/application/definitions.js';
import { createDefinitionText } from '../../src/files/definitions/definitionText.js';
import { DirectoryFaults } from '../../src/application/ports/directoryFaults.js';
import type { UseCases } from '../../src/application/useCases.js';
import type { Engine } from '../support/engine.js';
import { stopOf } from '../support/engine.js';
import { person } from '../support/people.js';
import { freshEngine } from '../support/engineTest.js';
import { delivered } from '../support/deliveries.js';
import { planRows, planSetOf } from '../support/engineRows.js';

const JAN = { user: 'JBO', mutationCode: '1', description: 'Jan Bosch', email: 'jan@voorbeeld.nl', upn: '' };
const NEW = { ...JAN, user: 'NIEUW', email: 'nieuw@voorbeeld.nl', upn: 'nieuw@voorbeeld.nl' };

async function recordsOf({ useCases }: Engine, after = 0): Promise<AuditRecord[]> {
  const records: AuditRecord[] = [];
  for await (const chunk of useCases.audited({ after })) records.push(...chunk);
  return records;
}

/** What only looks. */
const LOOKS: readonly (keyof UseCases)[] = [
  ...([
    'environments',
    'environment',
    'inspect',
    'map',
    'identityAtRisk',
    'sample',
    'answer',
    'runs',
    'history',
    'rows',
  ] as const),
  ...([
    'kinds',
    'messages',
    'rowsOfKinds',
    'rowsToMend',
    'valueList',
    'columnValues',
    'testChecks',
    'rowNumbers',
    'countRows',
    'absentNow',
    'absentPage',
    'countAbsentNow',
    'lastChanges',
    'mendedBy',
    'rowsByNumber',
    'sourcesByNumber',
    'sources',
  ] as const),
  ...(['revokedTokens', 'audited', 'auditHead'] as const),
  ...(['exportDirectory', 'drift', 'leftovers', 'groupsOf', 'personsLike'] as const),
  ...(['checkDatabase', 'templateContent'] as const),
  ...(['users', 'userPage', 'countUsers', 'protectedUsers', 'userAccounts', 'userHistory', 'waiting'] as const),
];

/** What changes something, done and refused; answers what has to be recorded. */
const CHANGES: Readonly<Record<string, (engine: Engine) => Promise<readonly string[]>>> = {
  async plan(engine) {
    await planRows(engine.useCases, { rows: [JAN] });
    await stopOf(planRows(engine.useCases, { rows: [JAN], environment: 'NERGENS' }));
    return ['plan done 0', 'plan refused 2'];
  },
  async planSet(engine) {
    await planSetOf(engine.useCases, { rows: [JAN] }, ['T12345AA', 'T12345AB']);
    await stopOf(planSetOf(engine.useCases, { rows: [JAN] }, ['T12345AA', 'NERGENS']));
    return ['plan done 0', 'plan done 0', 'plan refused 2'];
  },
  async planAgain(engine) {
    const { run } = await planRows(engine.useCases, { rows: [JAN] });
    await engine.useCases.planAgain(run.id, {});
    return ['plan done 0', 'plan done 0', 'discard done 0'];
  },
  async exclude(engine) {
    const { run } = await planRows(engine.useCases, { rows: [JAN] });
    await engine.useCases.exclude(run.id, { out: [2] });
    await stopOf(engine.useCases.exclude(run.id, { out: [99] }));
    return ['plan done 0', 'exclude done 0', 'exclude refused 2'];
  },
  async mend(engine) {
    const { run } = await planRows(engine.useCases, { rows: [{ ...JAN, mutationCode: '9' }] });
    await engine.useCases.mend(run.id, { rows: [2], values: [{ place: 'mutationCode', value: '1' }] });
    return ['plan done 3', 'mend done 0'];
  },
  async approve(engine) {
    await engine.store.directory.setEnvironment('T12345AA', { approval: 'second-person' });
    const { run } = await planRows(engine.useCases, { rows: [JAN] });
    await stopOf(engine.useCases.approve({ run: run.id }));
    await engine.as('piet').approve({ run: run.id });
    return ['plan done 0', 'approve refused 4', 'approve done 0'];
  },
  async apply(engine) {
    const { run } = await planRows(engine.useCases, { rows: [{ ...JAN, mutationCode: '' }] });
    await stopOf(engine.useCases.apply({ run: run.id }));
    await engine.useCases.apply({ run: run.id, guards: { acceptEmptyCode: true } });
    await stopOf(engine.useCases.apply({ run: run.id }));
    return ['plan done 0', 'apply refused 4', 'raise done 0', 'apply done 0', 'apply refused 2'];
  },
  async deliver(engine) {
    const { run } = await planRows(engine.useCases, { rows: [{ ...JAN, mutationCode: '' }] });
    await stopOf(delivered(engine, { run: run.id, guards: {} }));
    await delivered(engine, { run: run.id, guards: { acceptEmptyCode: true } });
    await stopOf(delivered(engine, { run: run.id }));
    return ['plan done 0', 'deliver refused 4', 'raise done 0', 'deliver done 0', 'deliver refused 2'];
  },
  async verify(engine) {
    const { run } = await planRows(engine.useCases, { rows: [JAN] });
    await stopOf(engine.useCases.verify(run.id));
    return ['plan done 0', 'verify refused 2'];
  },
  async discard(engine) {
    const { run } = await planRows(engine.useCases, { rows: [JAN] });
    await engine.useCases.discard(run.id);
    return ['plan done 0', 'discard done 0'];
  },
  async act(engine) {
    const { useCases } = engine;
    await useCases.act({ act: 'block', environment: 'T12345AA', users: ['JBO'] });
    await stopOf(useCases.act({ act: 'rename', environment: 'T12345AA', users: ['JBO'] }));
    return ['plan done 0', 'plan refused 2'];
  },
  async undo(engine) {
    const { run } = await planRows(engine.useCases, { rows: [JAN] });
    await stopOf(engine.useCases.undo(run.id));
    await engine.useCases.apply({ run: run.id });
    await engine.useCases.undo(run.id);
    return ['plan done 0', 'undo refused 2', 'apply done 0', 'undo done 0'];
  },
  async secondPass(engine) {
    const { run } = await planRows(engine.useCases, { rows: [NEW] });
    await engine.useCases.apply({ run: run.id });
    await engine.useCases.secondPass(run.id);
    return ['plan done 0', 'apply done 0', 'plan done 0'];
  },
  async align(engine) {
    await stopOf(engine.useCases.align('NERGENS'));
    return ['plan refused 2'];
  },
  async blockElsewhere(engine) {
    const { run } = await planRows(engine.useCases, { rows: [{ ...JAN, user: 'BBA', mutationCode: '0' }] });
    await engine.useCases.blockElsewhere(run.id);
    await engine.useCases.blockElsewhere(run.id);
    return ['plan done 0', 'plan done 0', 'plan done 0', 'discard done 0'];
  },
  async prune(engine) {
    const { run } = await planRows(engine.useCases, { rows: [JAN] });
    await engine.useCases.apply({ run: run.id });
    engine.clock.now = new Date('2027-06-01T09:00:00Z');
    await engine.useCases.prune(30);
    return ['plan done 0', 'apply done 0', 'history.prune done 0'];
  },
  async importDirectory(engine) {
    const read = {
      directory: { persons: [{ environment: 'T12345AA', code: '7', name: 'Zeven' }] },
      faults: new DirectoryFaults(),
    };
    await engine.useCases.importDirectory(read, { dryRun: true });
    await engine.useCases.importDirectory(read);
    return ['directory.import done 0'];
  },
  async addEnvironment(engine) {
    await engine.useCases.addEnvironment('T12345AZ', { name: 'Zeven' });
    await stopOf(engine.useCases.addEnvironment('T12345AZ', {}));
    return ['env.add done 0', 'env.add refused 2'];
  },
  async setEnvironment(engine) {
    await engine.useCases.setEnvironment('T12345AA', { approval: 'second-person', name: 'Zeven' });
    await engine.useCases.setEnvironment('T12345AA', { approval: 'none' });
    return ['env.set done 0', 'env.set planned 4'];
  },
  async removeEnvironment(engine) {
    await engine.useCases.removeEnvironment('T12345AB');
    await stopOf(engine.useCases.removeEnvironment('T12345AB'));
    return ['env.remove done 0', 'env.remove refused 2'];
  },
  async connectEnvironment(engine) {
    const request = { url: 'https://localhost', secret: { variable: 'SECRET' } };
    await stopOf(engine.useCases.connectEnvironment('NERGENS', request));
    return ['env.connect refused 2'];
  },
  async disconnectEnvironment(engine) {
    await stopOf(engine.useCases.disconnectEnvironment('T12345AA'));
    return ['env.disconnect refused 2'];
  },
  async pullEnvironment(engine) {
    await stopOf(engine.useCases.pullEnvironment('T12345AA'));
    return ['env.pull refused 2'];
  },
  async clearLeftoverUpn(engine) {
    await stopOf(engine.useCases.clearLeftoverUpn('niemand@voorbeeld.nl'));
    return ['leftover.clear-upn refused 2'];
  },
};

test('each use case that changes something records it, done or refused', async () => {
  const { useCases } = await freshEngine();
  expect(
    Object.keys(useCases)
      .filter((name) => !LOOKS.includes(name as keyof UseCases))
      .sort(),
  ).toEqual(Object.keys(CHANGES).sort());
});

test.each(Object.entries(CHANGES))('%s', async (_, change) => {
  const engine = await freshEngine();
  const expected = await change(engine);
  const records = await recordsOf(engine);
  expect(records.map(({ what, outcome, exit }) => `${what} ${outcome} ${exit}`)).toEqual(expected);
  expect(records.map(({ number }) => number)).toEqual(expected.map((_one, at) => at + 1));
  expect(JSON.stringify(records), 'no names, addresses or UPNs').not.toMatch(/Jan Bosch|@voorbeeld|Zeven/u);
  expect(await engine.store.directory.check()).toEqual([]);
});

test('a definition that is saved or deleted is recorded by its name, and not what is in it', async () => {
  const engine = await freshEngine();
  const { store, clock } = engine;
  const context = { audit: store.audit, operator: person('jan'), origin: '', now: () => clock.now };
  const definitions = createDefinitions(context, store.definitions, createDefinitionText());
  const choices = { name: 'HR', type: 'user', overrides: { map: [{ field: 'user', column: 'Zeven' }] } } as const;
  await definitions.save(definitionOf(choices, () => 'user'));
  const other = { ...choices, overrides: { map: [{ field: 'user', column: 'Acht' }] } } as const;
  await expect(definitions.save(definitionOf(other, () => 'user'))).rejects.toMatchObject({
    key: 'definitions.exists',
  });
  await definitions.save(
    definitionOf(other, () => 'user'),
    { replace: true },
  );
  const replacing = await recordsOf(engine);
  const [first, , third] = replacing;
  expect(replacing).toMatchObject([
    { what: 'definition.save', old: null, new: { definition: 'HR' }, outcome: 'done' },
    { what: 'definition.save', outcome: 'refused', exit: 2 },
    { what: 'definition.save', old: first!.new, new: { definition: 'HR' }, outcome: 'done' },
  ]);
  expect(third!.new).not.toEqual(third!.old);
  expect(third!.new).toMatchObject({ sha256: (await definitions.list())[0]!.sha256 });
  await definitions.save(
    definitionOf(choices, () => 'user'),
    { replace: true },
  );
  await definitions.use('hr');
  expect(await definitions.names()).toEqual(['HR']);
  expect(choicesOf((await definitions.find('hr'))!)).toMatchObject(choices);
  expect(await definitions.delete('nergens')).toBeUndefined();
  expect(await definitions.delete('hr')).toBe('HR');
  const records = await recordsOf(engine, 3);
  expect(records).toMatchObject([
    { what: 'definition.save', new: { definition: 'HR' }, outcome: 'done' },
    { what: 'definition.delete', old: { definition: 'HR' }, outcome: 'done' },
  ]);
  expect(JSON.stringify(records)).not.toContain('Zeven');
});

test('who, what and which run are told, and found by', async () => {
  const engine = await freshEngine();
  const { run } = await planRows(engine.useCases, { rows: [JAN] });
  await engine.as('piet').apply({ run: run.id });
  expect(await recordsOf(engine, 1)).toMatchObject([
    { number: 2, login: 'piet', what: 'apply', run: run.id, environment: 'T12345AA', at: '2027-01-04T09:00:00.000Z' },
  ]);
  const found = async (filter: Parameters<UseCases['audited']>[0]): Promise<number[]> => {
    const numbers: number[] = [];
    for await (const chunk of engine.useCases.audited(filter)) numbers.push(...chunk.map(({ number }) => number));
    return numbers;
  };
  expect(await found({ login: 'jan' })).toEqual([1]);
  expect(await found({ run: run.id })).toEqual([1, 2]);
  expect(await found({ since: '2027-01-05T00:00:00Z' })).toEqual([]);
});

test.each([
  ['a record that was changed', "update audit set login = 'piet' where number = 2", 'check.auditChanged', 2],
  ['its hash as well', "update audit set login = 'piet', hash = 'ab' where number = 2", 'check.auditChanged', 2],
  ['a record that was taken out', 'delete from audit where number = 2', 'check.auditGap', 2],
  [
    'two that changed place',
    'update audit set number = case number when 1 then 900 else number end; update audit set number = 1 where number = 2; update audit set number = 2 where number = 900',
    'check.auditChanged',
    1,
  ],
  ['an end that was cut off', 'delete from audit where number = 3', 'check.auditCut', 2],
  [
    'an end that was cut off, and its head set back',
    'delete from audit where number = 3; update audit_head set number = 2',
    'check.auditChanged',
    2,
  ],
  ['a head that was taken away', 'delete from audit_head', 'check.auditHead', 3],
])('db check tells of %s', async (_, sql, key, number) => {
  const engine = await freshEngine({}, { onDisk: true });
  for (let times = 0; times < 3; times++) await planRows(engine.useCases, { rows: [JAN] });
  expect(await engine.store.directory.check()).toEqual([]);
  const database = new DatabaseSync(join(engine.folder, 'engine.db'));
  database.exec(sql);
  database.close();
  expect(await engine.store.directory.check()).toMatchObject([{ key, params: { number } }]);
});
