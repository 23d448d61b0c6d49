/** Users that a plan takes out of the directory, and that come back: the same on both databases. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Context } from '../../src/application/context.js';
import { reachOf } from '../../src/application/environments.js';
import { newRun } from '../../src/application/newRun.js';
import type { AppliedUser, Reach, StaleRow } from '../../src/application/ports/planStore.js';
import { writeAndPublish } from '../../src/application/writePlan.js';
import { STANDARD_DEFAULTS } from '../../src/domain/fields.js';
import { NOTHING_PLANNED } from '../../src/domain/plannedRow.js';
import { PlanTally } from '../../src/domain/planTally.js';
import type { Run, RunKind } from '../../src/domain/run.js';
import type { ImportSettings } from '../../src/domain/settings.js';
import { caseKey } from '../../src/domain/sourceRow.js';
import { confusableKey } from '../../src/domain/userCode.js';
import { NO_GROUPS, newUserState, type UserState } from '../../src/domain/userState.js';
import { WorkingDirectory, type WorkingUser } from '../../src/domain/workingDirectory.js';
import { openStore, type Store } from '../../src/store/openStore.js';
import { directoryOf, readDirectory } from '../support/engineDirectory.js';
import { inEmptyMemory } from '../support/emptyDatabase.js';
import { PostgresServer } from '../support/postgres.js';
import { person } from '../support/people.js';

const BEA = '12345.BEA';
const START = directoryOf({
  environments: { T12345AA: {}, T12345AB: {} },
  persons: { T12345AA: ['100001'], T12345AB: ['200002'] },
  groups: { 'T12345AA HRM': '', 'T12345AB HRM': '', 'T12345AB FIN': '' },
  users: {
    [`T12345AA ${BEA}`]: {
      description: 'Bea',
      upn: 'bea@x.nl',
      person: '100001',
      groups: ['HRM'],
      tokens: ['Pocket / a'],
    },
    [`T12345AB ${BEA}`]: {
      description: 'Bea',
      upn: 'bea@x.nl',
      person: '200002',
      blocked: true,
      groups: ['HRM', 'FIN'],
    },
    'T12345AA 12345.CAS': { description: 'Cas', system: true },
  },
});
const AT = '2027-01-04T09:00:00Z';
const NEEDS = { userKeys: [], codes: [], upnKeys: [], personKeys: [], groupKeys: [], everywhere: true };

let server: PostgresServer | undefined;
beforeAll(async () => {
  server = await PostgresServer.start();
}, 60_000);
afterAll(() => server?.remove());

describe.each([
  ['SQLite', () => inEmptyMemory(() => openStore(':memory:'))],
  ['PostgreSQL', async () => openStore((await server?.createEmpty()) ?? '')],
] as const)('on %s', (_name, open) => {
  let store: Store;
  let reach: Reach;
  beforeEach(async () => {
    store = await open();
    await store.directory.import(START);
    reach = await reachOf(store.directory, 'T12345AA');
  });
  afterEach(() => store.close());

  interface Given {
    readonly kind: RunKind;
    readonly parent?: number | null;
    readonly onlyUser?: string;
  }
  type Chunk = (directory: WorkingDirectory) => readonly WorkingUser[];

  /** A plan of a row for each chunk, which is about the users that it answers, the target first. */
  async function planned({ kind, parent = null, onlyUser }: Given, ...chunks: readonly Chunk[]): Promise<Run> {
    const context = {
      directory: store.directory,
      plans: store.plans,
      mirror: store.mirror,
      now: () => new Date(AT),
      operator: person('jan'),
      origin: '',
    } as Context;
    const settings: ImportSettings = {
      type: 'mutation',
      mapping: {},
      defaults: STANDARD_DEFAULTS,
      emptyRules: {},
      ...(onlyUser !== undefined && { onlyUser }),
    };
    return writeAndPublish(
      store.plans,
      reach,
      async (writer) => {
        const tally = new PlanTally('undo');
        const directory = new WorkingDirectory(reach.target, reach.environments);
        for (const chunk of chunks) {
          const userKeys = [caseKey(BEA), '12345.cas'];
          directory.load(await writer.load({ ...NEEDS, userKeys, groupKeys: ['hrm', 'fin'] }));
          const [target, ...linked] = chunk(directory);
          const row = tally.rows + 2;
          if (target) directory.trackDependency(target, linked);
          const user = target?.state.code ?? '';
          const done = { ...NOTHING_PLANNED, row, user, outcome: 'update', planUser: target?.planId ?? null } as const;
          tally.add(done);
          await writer.save({
            rows: [{ planned: done, source: { row, cells: [] } }],
            secrets: [],
            ...directory.touched(),
          });
        }
        return tally;
      },
      (written) =>
        written.plan.publish(
          newRun(context, reach, { kind, settings, file: { name: '', sha256: '', blank: 0 }, parent }, written),
          [],
        ),
    );
  }

  const apply = (run: Run): Promise<readonly StaleRow[]> =>
    store.plans.apply(
      run.id,
      run.plan,
      AT,
      { people: [], raisedBy: [], guards: [] },
      () => undefined,
      new AbortController().signal,
    );

  async function done(run: Run): Promise<Run> {
    expect(await apply(run)).toEqual([]);
    return run;
  }

  async function applied(run: Run): Promise<AppliedUser[]> {
    const users: AppliedUser[] = [];
    for await (const chunk of store.plans.applied(run.id, 10)) users.push(...chunk);
    return users;
  }

  const beas = (directory: WorkingDirectory): readonly WorkingUser[] => directory.usersWithCode(caseKey(BEA));

  /** Bea goes, everywhere. */
  const remove: Chunk = (directory) => {
    const users = [...beas(directory)];
    for (const user of users) {
      user.tokensRevoked = user.tokens;
      directory.remove(user);
    }
    return users;
  };

  const change = (values: Partial<UserState>): Chunk =>
    function changing(directory) {
      const target = directory.findTarget(caseKey(BEA));
      if (target) directory.change(target, { ...target.state, ...values });
      return target ? [target, ...directory.findLinked(caseKey(BEA))] : [];
    };

  /** Bea comes back as she was told of. */
  const bringBack =
    (gone: readonly AppliedUser[], groups: (code: string) => string = (code) => code): Chunk =>
    (directory) =>
      gone.map(({ userId, version, uses, environmentId, fields, groupsRemoved }) => {
        const environment = reach.environments.find(({ id }) => id === environmentId)!;
        const values = Object.fromEntries(fields.map(([field, had]) => [field, had]));
        const state: UserState = {
          ...newUserState(STANDARD_DEFAULTS),
          code: String(values['user']),
          description: String(values['description']),
          upn: String(values['upn']),
          blocked: values['blocked'] === true,
          groups: new Map(groupsRemoved.map((code) => [caseKey(groups(code)), groups(code)])),
        };
        const user = directory.addCreated(state, confusableKey(state.code), {
          id: userId!,
          version,
          uses,
          environment,
        });
        return user;
      });

  const stored = async (): Promise<readonly WorkingUser[]> =>
    (await store.plans.read(reach, { ...NEEDS, userKeys: [caseKey(BEA)] })).users;

  test('who is removed is gone with groups and tokens, and the plan has all that there was', async () => {
    const run = await planned({ kind: 'hand' }, remove);
    expect(run.counts).toMatchObject({ blocks: 1, creates: 0 });
    expect(run.summary.environments).toEqual({ T12345AA: { users: 1 }, T12345AB: { users: 1 } });
    await done(run);
    const { users, groups } = await readDirectory(store.directory);
    expect([Object.keys(users), Object.keys(groups).length]).toEqual([['T12345AA 12345.CAS'], 3]);
    expect(await store.plans.revokedTokens(run.id)).toEqual([
      { user: BEA, environment: 'T12345AA', application: 'Pocket', device: 'a' },
    ]);
    const [here, there] = await applied(run);
    expect(here).toMatchObject({
      removed: true,
      created: false,
      counted: 0,
      uses: 0,
      tokensRevoked: 1,
      groupsRemoved: ['HRM'],
    });
    expect(here?.fields).toEqual(
      expect.arrayContaining([
        ['user', BEA, null],
        ['upn', 'bea@x.nl', null],
        ['person', '100001', null],
        ['siteLanguage', '1043', null],
        ['blocked', false, null],
      ]),
    );
    expect(there).toMatchObject({ removed: true, counted: 0, groupsRemoved: ['HRM', 'FIN'] });
  });

  test('who comes back is the same one, with groups everywhere and what was counted', async () => {
    const block = await planned({ kind: 'hand' }, change({ blocked: true }));
    await done(block);
    const before = await stored();
    expect(before.map(({ uses }) => uses)).toEqual([1, 0]);
    const removal = await planned({ kind: 'hand' }, remove);
    expect(removal.counts.blocks).toBe(0);
    await done(removal);
    const undo = await planned({ kind: 'undo', parent: removal.id }, bringBack(await applied(removal)));
    expect(undo.counts).toMatchObject({ creates: 1, updates: 0 });
    await done(undo);
    expect((await store.plans.run(removal.id)).undoneBy).toBe(undo.id);
    const after = await stored();
    const known = ({ id, uses, state }: WorkingUser): unknown => [
      id,
      uses,
      state.upn,
      state.blocked,
      [...state.groups.values()],
    ];
    expect(after.map(known)).toEqual(before.map(known));
    // A plan of before the removal still sees that something happened.
    expect(after.every(({ version }, at) => version > before[at]!.version)).toBe(true);
    expect(await applied(undo)).toMatchObject([
      { created: true, counted: 0 },
      { created: true, counted: 0 },
    ]);
  });

  test('later rows of a plan find nobody who is removed, and who comes back', async () => {
    const seen: unknown[] = [];
    const look: Chunk = (directory) => {
      seen.push([
        beas(directory).map(({ id, createdHere }) => [id !== null, createdHere]),
        directory.usersWithUpn('bea@x.nl').length,
      ]);
      return [];
    };
    const removal = await planned({ kind: 'hand' }, remove, look, look);
    await done(removal);
    await planned({ kind: 'undo', parent: removal.id }, bringBack(await applied(removal)), look, look);
    const back = [
      [
        [true, true],
        [true, true],
      ],
      2,
    ];
    expect(seen).toEqual([[[], 0], [[], 0], back, back]);
  });

  test('a removal is stale when the user changed or is gone, and a return when somebody or no group is there', async () => {
    const [late, later] = [await planned({ kind: 'hand' }, remove), await planned({ kind: 'hand' }, remove)];
    await done(await planned({ kind: 'hand' }, change({ description: 'Beatrix' })));
    expect(await apply(late)).toMatchObject([{ row: 2, user: BEA, reason: 'userChanged', subject: 'T12345AA' }]);
    const removal = await planned({ kind: 'hand' }, remove);
    await done(removal);
    expect((await apply(later)).map(({ reason }) => reason)).toEqual(['userGone', 'userGone']);
    const gone = await applied(removal);
    const noGroup = await planned(
      { kind: 'undo', parent: removal.id },
      bringBack(gone, (code) => `${code}-WEG`),
    );
    expect((await apply(noGroup)).map(({ reason, subject }) => `${reason} ${subject}`).sort()).toEqual([
      'group FIN-WEG',
      'group HRM-WEG',
    ]);
    const [first, second] = [
      await planned({ kind: 'undo', parent: removal.id }, bringBack(gone)),
      await planned({ kind: 'undo', parent: removal.id }, bringBack(gone)),
    ];
    await done(first);
    expect((await apply(second)).filter(({ reason }) => reason === 'userAppeared').length).toBeGreaterThan(1);
  });

  test('a plan of before is stale for who was removed and came back', async () => {
    const before = await planned({ kind: 'hand' }, (directory) => {
      const users = change({ personId: null, person: null })(directory);
      directory.trackDependency(users[0]!, [], true);
      return users;
    });
    const removal = await planned({ kind: 'hand' }, remove);
    await done(removal);
    await done(await planned({ kind: 'undo', parent: removal.id }, bringBack(await applied(removal))));
    expect((await apply(before)).map(({ reason }) => reason)).toContain('userChanged');
  });

  test('what a run does itself counts as a use, what follows and a second pass do not, and an undo takes it away', async () => {
    const uses = async (): Promise<number[]> => (await stored()).map((user) => user.uses);
    const everywhere: Chunk = (directory) => {
      const users = [...beas(directory)].sort((one) => (one.environment.id === reach.target.id ? -1 : 1));
      for (const user of users) directory.change(user, { ...user.state, description: `${user.state.description}!` });
      return users;
    };
    const run = await planned({ kind: 'import' }, everywhere);
    await done(run);
    expect(await uses()).toEqual([1, 0]);
    await done(await planned({ kind: 'second-pass', parent: run.id }, everywhere));
    expect(await uses()).toEqual([1, 0]);
    const back = (sign: -1 | 1): Chunk =>
      function undoing(directory) {
        const users = everywhere(directory);
        users[0]!.counted = sign;
        users[1]!.counted = 0;
        return users;
      };
    const undo = await done(await planned({ kind: 'undo', parent: run.id, onlyUser: BEA }, back(-1)));
    expect((await store.plans.run(run.id)).undoneBy).toBeNull();
    expect(await uses()).toEqual([0, 0]);
    expect((await applied(undo)).map(({ counted }) => counted)).toEqual([-1, 0]);
    await done(await planned({ kind: 'undo', parent: undo.id }, back(1)));
    expect(await uses()).toEqual([1, 0]);
    // Groups of a linked user are its environment's own.
    const join: Chunk = (directory) => {
      const [here, there] = beas(directory);
      directory.change(there!, { ...there!.state, groups: NO_GROUPS });
      return [here!, there!];
    };
    await done(await planned({ kind: 'hand' }, join));
    expect(await uses()).toEqual([1, 1]);
    await store.plans.prune('2028-01-01T00:00:00Z');
    expect(await uses()).toEqual([1, 1]);
  });

  test('a system user becomes an ordinary one by a plan, and is told so', async () => {
    const run = await planned({ kind: 'hand' }, (directory) => {
      const cas = directory.findTarget('12345.cas')!;
      directory.change(cas, { ...cas.state, system: false });
      return [cas];
    });
    await done(run);
    expect((await readDirectory(store.directory)).users['T12345AA 12345.CAS']).toMatchObject({ system: false });
    expect((await applied(run))[0]?.fields).toEqual([['system', true, false]]);
  });
});
