/**
 * A file that says who there are is cut off at every share of its length, and rows of it are rejected at every share: whom the
 * whole file does not block, such a file does not either, but by a guard that is raised.
 */
import { afterAll, expect, test } from 'vitest';
import { Random } from '../support/breakRandom.js';
import { runLine } from '../support/commandLine.js';
import { Company } from './company.js';
import { AT_ONCE, Desk, DEFINITION, PRODUCTION } from './office.js';
import { startingDirectory } from './start.js';

const STEP = Number(process.env['CUT_STEP'] ?? 5);
const SHARES = process.env['CUT_STEP'] === undefined ? [0, 0.05, 0.5] : [0, 0.02, 0.05, 0.1, 0.25, 0.5, 1];

let open: Desk | undefined;
afterAll(() => open?.engine.close());

test('cut and rejected at every share, nobody is blocked in silence whom the whole file would not block', async () => {
  const random = new Random(19);
  const company = new Company(random, 40);
  const desk = (open = await Desk.open(startingDirectory(company)));
  const leaver = company.regular[20]?.number ?? '';
  await desk.done('import', await desk.leave('before.csv', company.export()), '--definition', DEFINITION, ...AT_ONCE);
  company.people.delete(leaver);
  const whole = company.export();
  let stopped = 0;
  for (let percent = STEP; percent < 100; percent += STEP)
    for (const share of SHARES) {
      const bytes = Buffer.from(rejecting(whole, share, random), 'utf8');
      const cut = bytes.subarray(0, Math.floor((bytes.length * percent) / 100));
      const { blocked, trips } = await planned(desk, cut);
      const more = blocked.filter((user) => user !== `12345.${leaver}`);
      const place = `${percent}% of the file, ${share} of it rejected`;
      if (more.length > 0) expect(trips, `${place}: ${more.join(', ')}`).not.toEqual([]);
      stopped += trips.length > 0 ? 1 : 0;
    }
  expect(stopped).toBeGreaterThan(0);
  expect(await planned(desk, Buffer.from(whole))).toEqual({ blocked: [`12345.${leaver}`], trips: [] });
});

/** The file with a share of its rows without a status, or without a number. */
function rejecting(file: string, share: number, random: Random): string {
  return file
    .split('\r\n')
    .map((line, at) => {
      if (at === 0 || line === '' || !random.chance(share)) return line;
      return random.chance(0.5) ? line.replace(/[^;]*$/u, '#N/A') : line.replace(/^[^;]*/u, '#N/A');
    })
    .join('\r\n');
}

async function planned(desk: Desk, file: Buffer): Promise<{ blocked: string[]; trips: string[] }> {
  const path = await desk.leave('hr.csv', file);
  const { stdout, stderr, run } = await desk.line('plan', path, '--env', PRODUCTION, '--definition', DEFINITION);
  if (stdout === '') return { blocked: [], trips: [stderr] };
  const { guards } = JSON.parse(stdout) as { guards: { guard: string; tripped: boolean }[] };
  const shown = await runLine(desk.engine, ['show', String(run), '--rows', '--outcome', 'block', '--json']);
  const blocked = shown.stdout
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [(JSON.parse(line) as { user: string }).user]));
  return { blocked, trips: guards.flatMap(({ guard, tripped }) => (tripped ? [guard] : [])) };
}
