/** The samples together show every mutation code, every trap and every message (samples/README.md). */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { CODES_OF_FILES } from '../support/messageCodes.js';
import { DEMO_DIRECTORY, sample, startProgram, type Program } from './program.js';

const SAMPLES = fileURLToPath(new URL('../../samples', import.meta.url));

interface Row {
  readonly row: number;
  readonly code: string | null;
  readonly outcome: string;
  readonly messages: readonly { readonly code: string }[];
}

interface Plan {
  readonly run: number;
  readonly approvalNeeded: boolean;
  readonly guards: readonly { readonly guard: string; readonly tripped: boolean }[];
  readonly summary: { readonly cleared: unknown; readonly environments: unknown };
  readonly secondPass: { readonly rows: number };
}

async function planned(program: Program, name: string, ...more: string[]): Promise<{ rows: Row[]; plan: Plan }> {
  const type = more.includes('--type') ? [] : ['--type', 'user'];
  const environment = more.includes('--env') ? [] : ['--env', 'T12345AA'];
  const plan = await program.json(['plan', sample(name), ...environment, ...type, ...more]);
  const { stdout } = await program.run(['show', String(plan.run), '--rows', '--json']);
  return {
    plan,
    rows: stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

const outcomes = ({ rows }: { rows: Row[] }): string[] => rows.map(({ outcome }) => outcome);
const tripped = ({ plan }: { plan: Plan }): string[] =>
  plan.guards.filter((guard) => guard.tripped).map((guard) => guard.guard);

it('every sample does what its README says, and every message code is shown', async () => {
  const program = await startProgram(DEMO_DIRECTORY);

  const codes = await planned(program, 'alle-mutatiecodes.csv');
  expect(new Set(codes.rows.map(({ code }) => code))).toEqual(new Set(['0', '1', '2', '3', '4', '5', '6', '8']));
  expect(outcomes(codes)).toEqual([
    'block',
    'update',
    'update',
    'block',
    'update',
    'rename',
    'password',
    'unblock',
    'block',
    'unchanged',
    'update',
    'create',
    'create',
    'create',
    ...Array<string>(6).fill('rejected'),
  ]);
  expect(tripped(codes)).toEqual(['empty-code']);

  const forgotten = await planned(program, 'vergeten-email.csv');
  expect(tripped(forgotten)).toEqual(['unmapped-identity']);
  expect(forgotten.plan.summary.cleared).toEqual({ description: 0, email: 4, upn: 0 });
  expect(forgotten.plan.summary.environments).toEqual({ T12345AA: { users: 4 }, T12345AB: { users: 2 } });

  const without = await planned(program, 'zonder-mutatiecode.csv');
  expect(outcomes(without)).toEqual(['block', 'block', 'block']);
  expect(tripped(without)).toEqual(['empty-code']);

  const shifted = await planned(program, 'verschoven-rij.csv');
  expect(outcomes(shifted)).toEqual(['update', 'rejected', 'rejected']);

  const numbers = await planned(program, 'nul-weggevallen.xlsx');
  expect(numbers.rows.map(({ messages }) => messages[0]?.code)).toEqual([
    undefined,
    'USER_NUMERIC',
    'USER_NUMERIC',
    'VALUE_INVALID',
  ]);

  const signOn = await planned(program, 'single-sign-on.csv');
  expect(outcomes(signOn)).toEqual(['create', 'create', 'rejected']);
  expect(signOn.plan.secondPass.rows).toBe(2);

  expect(outcomes(await planned(program, 'codes-wisselen.csv'))).toEqual([
    'rename',
    'rename',
    'rename',
    'rename',
    'rename',
    'unchanged',
    'rename',
  ]);
  expect(outcomes(await planned(program, 'vijf-groepen.csv'))).toEqual([
    'update',
    'update',
    'update',
    'update',
    'unchanged',
  ]);

  const mutation = await planned(program, 'gebruiker-mutatie.csv', '--type', 'mutation');
  expect(outcomes(mutation)).toEqual(['update', 'update', 'update', 'rejected', 'rejected']);

  const approval = await planned(program, 'goedkeuring.csv', '--env', 'O67890AA');
  expect(approval.plan.approvalNeeded).toBe(true);

  await program.run(['definition', 'import', sample('hr-personeel.yaml')]);
  const composed = await planned(program, 'hr-personeel.csv', '--definition', 'HR personeel');
  expect(outcomes(composed)).toEqual(['create', 'create', 'create', 'create', 'rejected', 'rejected']);

  const all = [codes, numbers, composed, await planned(program, 'alle-meldingen.csv')];
  const told = new Set(all.flatMap(({ rows }) => rows.flatMap(({ messages }) => messages.map(({ code }) => code))));
  expect(CODES_OF_FILES.filter((code) => !told.has(code))).toEqual([]);
});

it('every sample is in samples/README.md', async () => {
  const readme = await readFile(sample('README.md'), 'utf8');
  const names = (await readdir(SAMPLES)).filter((name) => /\.(csv|xlsx|txt)$/u.test(name));
  expect(names.filter((name) => !readme.includes(name))).toEqual([]);
});

it('the demo runs as a script as often as one likes, raises its guards by name and says so', async () => {
  const program = await startProgram(DEMO_DIRECTORY);
  for (const language of ['en', 'nl']) {
    const { status, stdout } = await program.run(['demo', '--lang', language]);
    expect(status).toBe(0);
    expect(stdout).toContain('--accept-empty-code');
    expect(stdout).toMatch(/The demo itself raises|De demo staat zelf toe/u);
    expect(stdout).toMatch(/Run 1 · (applied|uitgevoerd)/u);
  }
  expect(await program.json(['history'])).toMatchObject({ runs: [] });
});
