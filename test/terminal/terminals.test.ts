/** Terminals that can do less, or look otherwise: the wizard is as usable, and never asks for more than there is. */
import { describe, expect, it } from 'vitest';
import type { Cell, TerminalOptions } from './harness.js';
import { startWizard, strike, TO_TYPE, type WizardTerminal } from './wizardProgram.js';
import { ANSWERS, walkTo } from './wizardSteps.js';

interface Walk {
  readonly terminal: WizardTerminal;
  /** Cells of the steps, by name. */
  readonly cells: ReadonlyMap<string, readonly Cell[]>;
}

/** All steps up to one, as this terminal shows them. */
async function walkOn(env: TerminalOptions['env'], last = 'confirm'): Promise<Walk> {
  const terminal = startWizard({ env: env ?? {} });
  const cells = new Map<string, readonly Cell[]>();
  await walkTo(terminal, last, ({ name }) => {
    cells.set(name, terminal.cells().flat());
    return Promise.resolve();
  });
  return { terminal, cells };
}

const texts = ({ cells }: Walk): readonly string[] =>
  [...cells].map(([name, all]) => `${name}: ${all.map(({ text }) => text).join('')}`);

/** Terminals on which everything looks the same. */
const OTHERS: Readonly<Record<string, TerminalOptions['env']>> = {
  'a light background': { COLORFGBG: '0;15' },
  'a dark background': { COLORFGBG: '15;0' },
  'eight colours': { TERM: 'xterm', COLORTERM: undefined },
  'the Linux console': { TERM: 'linux', COLORTERM: undefined },
  vt100: { TERM: 'vt100', COLORTERM: undefined },
};

describe('colour', () => {
  it('comes from the sixteen that a theme decides about, on the terminal’s own background, and is the same everywhere', async () => {
    const [usual, ...others] = await Promise.all([{}, ...Object.values(OTHERS)].map((env) => walkOn(env)));
    const all = [...usual!.cells.values()].flat();
    const coloured = all.filter(({ foreground }) => foreground !== undefined);
    expect(coloured.length).toBeGreaterThan(100);
    // Neither black nor white in any shade: one of them is not seen on a light screen, the other not on a dark one.
    expect([...new Set(coloured.map(({ foreground }) => foreground))].sort()).toEqual([1, 3, 6]);
    expect(all.filter(({ background }) => background !== undefined)).toEqual([]);
    for (const [at, name] of Object.keys(OTHERS).entries()) expect(others[at]!.cells, name).toEqual(usual!.cells);
  });

  it('is nothing with NO_COLOR, and nothing is told by it alone', async () => {
    const [without, usual] = await Promise.all([walkOn({ NO_COLOR: '1' }), walkOn({})]);
    expect(texts(without)).toEqual(texts(usual));
    expect(without.terminal.output).not.toMatch(/\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)(?:;\d+)*m/u);
  });

  it('asks the terminal nothing: an answer could come late and be taken for keys', async () => {
    const { terminal } = await walkOn({});
    expect(terminal.output).not.toMatch(/\x1b\[(?:[>=]?0?c|\??[56]n)|\x1b\]1[0-2];\?|\x1bP/u);
  });
});

describe('letters', () => {
  it('are ASCII alone where the locale is not UTF-8, also at 60×20', async () => {
    for (const size of [{}, { columns: 60, rows: 20 }]) {
      const terminal = startWizard({ ...size, env: { LANG: 'nl_NL', LC_ALL: 'C' }, args: ['--lang', 'nl'] });
      await strike(terminal, [
        ...TO_TYPE,
        ['enter', '> | O12345AA'],
        ['down', '> | O12345AB'],
        ['down', '> | T12345AA'],
        ['enter', 'nieuw-maildomein.txt'],
        ['m', 'Pad: m'],
        ['tab', 'Pad: mutaties-gemengd.csv'],
        ['enter', 'zoals ze gelezen worden'],
        ['enter', 'Eerste 16 rijen'],
        ['enter', 'Afgekeurd 7'],
        ['', 'wordt hier geblokkeerd'],
        ['?', 'Toetsen op dit scherm'],
        ['escape', 'Afgekeurd 7'],
        ['enter', 'Typ 1'],
      ]);
      expect(terminal.output).toMatch(/^[\x07-\x7e]*$/u);
    }
  });

  it('TERM=dumb is told what to do instead', async () => {
    const terminal = startWizard({ env: { TERM: 'dumb' } });
    expect(await terminal.exit).toEqual({ code: 2 });
    expect(terminal.text()).toMatch(/TERM/u);
    expect(terminal.output).not.toContain('\x1b');
  });
});

describe('a screen reader', () => {
  it('gets all of it as a flow of text, without frames, drawings or another screen', async () => {
    const terminal = startWizard({ columns: 200, rows: 60, env: { INK_SCREEN_READER: 'true' } });
    await strike(terminal, [
      ...TO_TYPE,
      ['enter', '> Code: O12345AA'],
      ['down', '> Code: O12345AB'],
      ['down', '> Code: T12345AA'],
      ['enter', 'Welk bestand?'],
      ['m', 'Pad: m'],
      ['', 'mutaties-gemengd.csv'],
      ['tab', 'Pad: mutaties-gemengd.csv'],
      ['enter', 'zoals ze gelezen worden'],
      ['enter', 'Eerste 16 rijen'],
      ['enter', '[Bekijken]'],
      ['', 'wordt hier geblokkeerd'],
    ]);
    await strike(terminal, [['enter', 'Typ 1']]);
    await strike(terminal, [...ANSWERS, ['enter', 'is uitgevoerd']]);
    expect(terminal.alternate).toBe(false);
    expect(terminal.output).not.toMatch(/[─│┌┐└┘├┤┬┴┼█░▸▏]/u);
  });
});
