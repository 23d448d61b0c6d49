/** Only keys that somebody presses while looking at the screen confirm: no paste, nothing typed ahead, no terminal's answer. */
import { describe, expect, it } from 'vitest';
import { exportedDirectory, runsOf } from '../support/breakDatabase.js';
import { LOOK, startWizard, strike, type WizardTerminal } from './wizardProgram.js';
import { gone, walkTo } from './wizardSteps.js';

/** What terminals send by themselves, or when they are asked. */
const ANSWERS = {
  'its background': '\x1b]11;rgb:ffff/ffff/ffff\x1b\\',
  'its background, in the old way': '\x1b]11;rgb:ffff/ffff/ffff\x07',
  'its name': '\x1bP>|XTerm(390)\x1b\\',
  'what it can do': '\x1b[?64;1;2;6;22c',
  'where the cursor is': '\x1b[12;40R',
  'that it got the focus': '\x1b[I',
  'that it lost the focus': '\x1b[O',
  'the mouse': '\x1b[<0;10;10M\x1b[<0;10;10m',
} as const;

/** Whatever was sent, the wizard is still where it was and the plan is not applied. */
async function expectUntouched(terminal: WizardTerminal, before: string): Promise<void> {
  expect((await runsOf(terminal.database)).map(({ status }) => status)).toEqual(['planned']);
  expect(await exportedDirectory(terminal.database)).toBe(before);
}

describe('confirming', () => {
  it('takes no text that is pasted', async () => {
    const terminal = startWizard();
    const before = await exportedDirectory(terminal.database);
    await walkTo(terminal, 'confirm');
    await strike(terminal, [[LOOK, 'Typ 1']]);
    terminal.paste('1\nja\n');
    await terminal.waitFor('Plakken bevestigt niets');
    await strike(terminal, [
      [LOOK, 'Typ 1 › ▏'],
      ['1', 'Typ 1 › 1'],
      ['enter', 'Typ ja'],
      [LOOK, 'Typ ja'],
    ]);
    terminal.paste('ja');
    await terminal.waitFor('Plakken bevestigt niets');
    await strike(terminal, [
      [LOOK, 'Typ ja › ▏'],
      ['enter', 'Typ ja › ▏'],
      [LOOK, 'Typ ja › ▏'],
    ]);
    // A terminal that does not mark what is pasted: all of it comes at once.
    terminal.press('ja', 'enter');
    await strike(terminal, [[LOOK, 'Typ ja › ja▏']]);
    await expectUntouched(terminal, before);
    await strike(terminal, [['enter', 'is uitgevoerd']]);
  });

  it.each([
    ['in one go', (terminal: WizardTerminal) => terminal.press('enter', '1', 'enter', 'j', 'a', 'enter')],
    [
      'one after the other, without looking',
      (terminal: WizardTerminal) => ['enter', '1', 'enter', 'j', 'a', 'enter'].forEach((key) => terminal.press(key)),
    ],
  ])('takes nothing that was typed ahead, %s', async (_how, type) => {
    const terminal = startWizard();
    const before = await exportedDirectory(terminal.database);
    await walkTo(terminal, 'preview');
    type(terminal);
    await strike(terminal, [[LOOK, /\[Bekijken\]|Typ 1 ›/u]]);
    await expectUntouched(terminal, before);
  });

  it('takes no yes that is pasted or typed ahead where a plan is thrown away', async () => {
    const terminal = startWizard();
    await walkTo(terminal, 'preview');
    const before = await exportedDirectory(terminal.database);
    await strike(terminal, [['ctrl+c', 'Instroom verlaten?']]);
    terminal.paste('j');
    await strike(terminal, [
      [LOOK, 'Instroom verlaten?'],
      ['j', (lines) => lines.every((line) => line === '') || lines.some((line) => line.includes('niet uitgevoerd'))],
    ]);
    const again = startWizard({ place: terminal });
    await strike(again, [
      ['', 'plan 1  T12345AA'],
      ['end', '▸ plan 1  T12345AA'],
    ]);
    again.press('D', 'j');
    await strike(again, [
      [LOOK, '▸ plan 1  T12345AA'],
      ['D', 'Plan 1 weggooien?'],
    ]);
    again.paste('j');
    await strike(again, [[LOOK, 'Plan 1 weggooien?']]);
    await expectUntouched(again, before);
    await strike(again, [['n', gone('Plan 1 weggooien?')]]);
  });
});

it('takes nothing that the terminal tells for a key', async () => {
  const terminal = startWizard();
  await walkTo(terminal, 'confirm');
  await strike(terminal, [
    [LOOK, 'Typ 1'],
    ['1', 'Typ 1 › 1▏'],
  ]);
  const shown = terminal.text();
  for (const [what, answer] of Object.entries(ANSWERS)) {
    terminal.press(answer);
    await strike(terminal, [[LOOK, 'Typ 1']]);
    expect(terminal.text(), what).toBe(shown);
  }
  // What comes after an answer in the same breath is a key again.
  terminal.press(ANSWERS['its background'], 'backspace');
  await terminal.waitFor('Typ 1 › ▏');
});
