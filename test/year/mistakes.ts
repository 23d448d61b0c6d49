/** What an administrator does wrong now and then, and puts right the same day. */
import { expect } from 'vitest';
import type { Company } from './company.js';
import { AT_ONCE, DEFINITION, NIGHTLY, PRODUCTION, REASON, type Desk } from './office.js';
import { TEST } from './start.js';

export type Mistake = (desk: Desk, company: Company) => Promise<void>;

const HEADER = 'Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN';

/** Each does something that is wrong, sees it, and undoes it. */
export const MISTAKES: readonly Mistake[] = [
  async function wrongMutationCode(desk, { regular }) {
    const rows = regular
      .slice(3, 6)
      .map(({ number, first, last, mail }) => `${number};0;${first} ${last};${mail};${mail}`);
    const file = await desk.leave('correctie.csv', [HEADER, ...rows, ''].join('\n'));
    const { run } = await desk.done('import', file, '--type', 'user', '--import-again', ...AT_ONCE);
    await desk.takeBack(run);
  },

  async function wrongEnvironment(desk, company) {
    const file = await desk.leave('test.csv', company.export());
    const order = ['--definition', DEFINITION, '--yes', '--import-again'];
    const { status, run } = await desk.line('import', file, '--env', TEST, ...order);
    expect(status).toBe(4);
    await desk.applyAll(run);
    await desk.takeBack(run);
  },

  async function blocksTooMany(desk) {
    const said = await desk.line('user', 'block', '--where', '-group:EXTERN system:no', ...AT_ONCE);
    expect(said.status).toBe(4);
    await desk.applyAll(said.run);
    await desk.takeBack(said.run);
  },

  async function forgetsColumns(desk, { regular }) {
    const file = await desk.leave(
      'half.csv',
      ['Gebruiker;Mutatiecode', ...regular.map((one) => `${one.number};1`)].join('\n'),
    );
    expect((await desk.line('import', file, '--type', 'user', ...AT_ONCE)).status).toBe(4);
  },

  async function renamesTheWrongOne(desk, { regular }) {
    const [person] = regular.slice(7);
    const { run } = await desk.done('user', 'rename', person?.number ?? '', '9999', ...AT_ONCE);
    await desk.takeBack(run);
  },

  async function forgetsTheReason(desk, company) {
    const file = await desk.leave('hr.csv', `${company.export()}\r\n`);
    const words = NIGHTLY.filter((word) => !REASON.includes(word));
    expect((await desk.line('import', file, '--import-again', ...words)).status).toBe(2);
  },

  async function blocksWhoIsProtected(desk) {
    expect((await desk.line('user', 'block', 'ACC', ...AT_ONCE)).status).toBe(3);
  },

  async function raisesTheLimits(desk) {
    await desk.done('env', 'set', PRODUCTION, '--max-absent', '100%');
    await desk.done('env', 'set', PRODUCTION, '--max-absent', '5%');
  },
];
