/** The window gets another size, in each step: what is then on the screen is what would be drawn at that size. */
import { expect, it } from 'vitest';
import { picture } from './picture.js';
import { startWizard } from './wizardProgram.js';
import { LAST_STEP, walkTo } from './wizardSteps.js';

type Size = readonly [columns: number, rows: number];

const SIZES: readonly Size[] = [
  [120, 40],
  [80, 24],
  [60, 20],
];

/** Each step, drawn whole on a terminal that had this size from the start. */
async function pictures([columns, rows]: Size): Promise<ReadonlyMap<string, string>> {
  const terminal = startWizard({ columns, rows });
  const seen = new Map<string, string>();
  await walkTo(terminal, LAST_STEP, async ({ name }) => {
    await terminal.settled();
    const before = terminal.received;
    terminal.press('ctrl+l');
    await terminal.waitFor(() => terminal.received > before);
    await terminal.settled();
    seen.set(name, picture(terminal));
  });
  return seen;
}

it('shows in each step and at each size what is drawn whole at that size, and says what it needs where it is too small', async () => {
  const whole = await Promise.all(SIZES.map(pictures));
  const terminal = startWizard({ columns: 80, rows: 24 });
  await walkTo(terminal, LAST_STEP, async ({ name }) => {
    const resized = async (at: number): Promise<void> => {
      const [columns, rows] = SIZES[at]!;
      const expected = whole[at]!.get(name);
      terminal.resize(columns, rows);
      await terminal
        .waitFor(() => picture(terminal) === expected)
        .catch(() => expect(picture(terminal), `${name} at ${columns}×${rows}`).toBe(expected));
    };
    await resized(0);
    await resized(1);
    await resized(2);
    terminal.resize(59, 19);
    await terminal.waitFor(/^Dit venster is 59×19\..*60×20/su);
    await resized(1);
  });
});

it('is left while the window is too small, by the key that it names', async () => {
  const terminal = startWizard({ columns: 40, rows: 10 });
  await terminal.waitFor('40×10');
  terminal.press('enter', 'down');
  terminal.resize(80, 24);
  await terminal.waitFor('▸ i  Importeren');
  terminal.resize(40, 10);
  await terminal.waitFor(/Ctrl\+C\s+stopt/u);
  terminal.press('ctrl+c');
  expect(await terminal.exit).toEqual({ code: 0 });
});
