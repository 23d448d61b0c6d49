/** The wizard on a plan of 100,000 rows: how soon a key is seen, and how much is sent for it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal, type TestTerminal } from './harness.js';
import { timePasses } from '../support/waiting.js';

const ROWS = 100_000;
const folder = mkdtempSync(join(tmpdir(), 'instroom-speed-'));
const database = join(folder, 'speed.db');

function instroom(...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, ['dist/instroom.js', '--db', database, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`instroom ${args.join(' ')}: ${status} ${stderr}`);
}

beforeAll(() => {
  const environment = {
    code: 'T12345AA',
    type: 'test',
    name: 'Test',
    participant: '12345',
    approval: 'none',
    deleted: false,
  };
  const group = { environment: 'T12345AA', code: 'INKOOP', description: 'Inkoop' };
  writeFileSync(join(folder, 'directory.json'), JSON.stringify({ environments: [environment], groups: [group] }));
  const lines = Array.from(
    { length: ROWS },
    (_, row) => `U${row};${row % 5 === 0 ? 2 : 1};Naam ${row} de Vries;naam${row}@voorbeeld.nl;;INKOOP`,
  );
  writeFileSync(
    join(folder, 'rows.csv'),
    ['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Groep', ...lines].join('\r\n'),
  );
  instroom('directory', 'import', join(folder, 'directory.json'));
  instroom('plan', join(folder, 'rows.csv'), '--env', 'T12345AA', '--type', 'user');
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openPreview(columns: number, rows: number): Promise<TestTerminal> {
  const terminal = openTerminal({
    args: ['dist/instroom.js', '--db', database],
    columns,
    rows,
    env: { LANG: 'en_US.UTF-8' },
  });
  await terminal.waitFor('go on');
  terminal.press('down', 'down', 'down', 'down');
  await terminal.settled();
  terminal.press('enter');
  await terminal.waitFor('[By kind]');
  terminal.press('=');
  await terminal.waitFor('12345.U3');
  await terminal.settled(300);
  return terminal;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Presses a key and waits until the place in the list is what it has to be; in milliseconds. */
async function pressed(terminal: TestTerminal, key: string, shown: string): Promise<number> {
  const at = performance.now();
  terminal.press(key);
  await terminal.waitFor(shown);
  return performance.now() - at;
}

describe('100,000 rows', () => {
  it('shows a key within a frame, and sends little for it', async () => {
    const terminal = await openPreview(120, 40);
    const times: number[] = [];
    const bytes: number[] = [];
    for (let row = 1; row <= 100; row++) {
      const before = terminal.received;
      times.push(await pressed(terminal, 'j', ` ${row + 1}/100,000`));
      await terminal.settled(30);
      bytes.push(terminal.received - before);
    }
    console.log(`key to screen: median ${median(times).toFixed(1)} ms, worst ${Math.max(...times).toFixed(1)} ms`);
    console.log(`bytes a cursor move at 120x40: median ${median(bytes)}, worst ${Math.max(...bytes)}`);
    expect(median(times)).toBeLessThan(30);
  });

  it('stays as small from the first to the last row', async () => {
    const terminal = await openPreview(80, 24);
    const memory = (): number =>
      Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${terminal.pid}/status`, 'utf8'))?.[1]) / 1000;
    const before = memory();
    const last = await pressed(terminal, 'G', ' 100,000/100,000');
    for (let screen = 0; screen < 400; screen++) {
      terminal.press('pageup');
      await timePasses(10);
    }
    await terminal.settled();
    console.log(
      `to the last row: ${last.toFixed(1)} ms; memory ${before.toFixed(0)} MB before, ${memory().toFixed(0)} MB after 400 screens`,
    );
    const idle = terminal.received;
    await timePasses(2000);
    expect(terminal.received).toBe(idle);
  });
});
