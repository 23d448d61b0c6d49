/** One of several processes that plan and apply at the same time: `node worker.js DATABASE FOLDER NAME START ROUNDS`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createUseCases } from '../../../src/application/createUseCases.js';
import { UserError } from '../../../src/application/userError.js';
import type { UseCases } from '../../../src/application/useCases.js';
import { STANDARD_DEFAULTS } from '../../../src/domain/fields.js';
import { createImportFiles } from '../../../src/files/importFiles.js';
import { openStore, type Store } from '../../../src/store/openStore.js';
import { person } from '../../support/people.js';
import { timePasses } from '../../support/waiting.js';

/** What became of one thing that was tried: a run that was applied, or the key of a `UserError`. */
export interface Attempt {
  readonly worker: string;
  readonly run?: number;
  readonly ended: string;
}

const [target = '', folder = '', name = '', start = '0', rounds = '1'] = process.argv.slice(2);
/** Different for each process, the same at each run of the test. */
let seed = [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
const below = (most: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * most);
};

const attempts: Attempt[] = [];

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    const run = await work();
    attempts.push({ worker: name, ended: 'done', ...(typeof run === 'number' && { run }) });
  } catch (error) {
    const ended =
      error instanceof UserError ? error.key : error instanceof Error ? (error.stack ?? error.message) : String(error);
    attempts.push({ worker: name, ended });
  }
}

/** Four rows: three of users that there are, and one that everybody creates. */
function content(round: number): string {
  const rows = Array.from({ length: 3 }, (_, at) => {
    const user = `U${below(30)}`;
    return `${user};3;${name} ${round} ${at};${user}@x.nl;G${below(4)}`;
  });
  const shared = `N${below(12)}`;
  return `Gebruiker;Mutatiecode;Omschrijving;E-mail;Groep;UPN\n${[...rows, `${shared};1;${name} ${round} n;${shared}@x.nl;`].map((row) => `${row};`).join('\n')}\n`;
}

async function planAndApply(useCases: UseCases, round: number): Promise<number> {
  const path = join(folder, `${name}-${round}.csv`);
  await writeFile(path, content(round));
  const file = await useCases.inspect(path, {}, 'user');
  const { mapping } = useCases.map(file, 'user', {});
  const settings = { type: 'user' as const, mapping, defaults: STANDARD_DEFAULTS, emptyRules: {} };
  const environment = below(2) === 0 ? 'T12345AA' : 'T12345AB';
  const { run } = await useCases.plan({ file, environment, settings });
  const applied = await useCases.apply({
    run: run.id,
    guards: { maxClears: 100, maxBlocks: 100, maxRejected: '100%', maxCreates: 1000 },
  });
  return applied.run.id;
}

/** Everything else that writes: environments, the directory, other people's plans. */
async function disturb(store: Store, useCases: UseCases, round: number): Promise<void> {
  const user = { ...GUEST, user: `12345.Z${round % 5}`, description: `z ${round}` };
  await attempt(() => store.directory.import({ users: [user] }));
  await attempt(() => store.directory.setEnvironment('T12345AB', { name: `naam ${round}` }));
  await attempt(async () => (await store.directory.clearLeftoverUpn('12345.OUD')) > 0);
  await attempt(async () => {
    const [latest] = await useCases.runs({ statuses: ['planned'], limit: 1 });
    if (latest) await useCases.exclude(latest.id, { out: [2] });
  });
}

const ACCESS = {
  profit: true,
  inSite: true,
  outSite: false,
  connector: false,
  commandLine: false,
  accept: false,
  portalAdmin: false,
};
const GUEST = {
  environment: 'T12345AA',
  email: '',
  upn: '',
  person: null,
  system: false,
  blocked: false,
  access: ACCESS,
  siteLanguage: '1043',
  groups: [],
  tokens: [],
};

const store = await openStore(target);
const useCases = createUseCases({
  ...store,
  files: createImportFiles(),
  hashPassword: (password) => Promise.resolve(password),
  now: () => new Date(),
  operator: person(name),
  origin: '',
});
await timePasses(Math.max(0, Number(start) - Date.now()));
for (let round = 0; round < Number(rounds); round++) {
  if (name === 'disturber') await disturb(store, useCases, round);
  else await attempt(() => planAndApply(useCases, round));
}
await store.close();
process.stdout.write(JSON.stringify(attempts));
