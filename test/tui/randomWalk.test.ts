/** What was left out of what is sent is never missed: after any keys, the screen is as if all of it was drawn. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { UseCases } from '../../src/application/useCases.js';
import { openEngine } from '../support/engine.js';
import { openFakeTerminal } from './support/fakeTerminal.js';
import { SMALL_DIRECTORY } from './support/smallDirectory.js';

const STEPS = Number(process.env['WALK'] ?? 250);
const KEYS = [
  'j',
  'k',
  'down',
  'up',
  'pagedown',
  'pageup',
  'g',
  'G',
  'tab',
  'shift+tab',
  'd',
  's',
  'S',
  '?',
  'space',
  'v',
  ']',
  '[',
  'n',
  'r',
  '/',
  'escape',
  'escape',
  'a',
  '2',
];

/** The same numbers every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const NAMES = [
  'Bea Bakker',
  'Zo\u00eb de Vries',
  '\u5c71\u7530\u592a\u90ce',
  'Jose\u0301 N\u0303o',
  '\u001b[31mrood',
  '\u202Emo',
  '\ud83d\udc69\u200d\ud83d\udcbb Ada',
  'Een heel lange naam die nergens in past, echt nergens',
];

/** Use cases of which is known whether any is at work. */
function counted(useCases: UseCases): { readonly useCases: UseCases; readonly atWork: () => boolean } {
  let running = 0;
  const wrapped = new Proxy(useCases, {
    get(target, property, receiver) {
      const found: unknown = Reflect.get(target, property, receiver);
      if (typeof found !== 'function') return found;
      return (...given: readonly unknown[]): unknown => {
        const answer: unknown = Reflect.apply(found, target, given);
        if (!(answer instanceof Promise)) return answer;
        running++;
        return answer.finally(() => running--);
      };
    },
  });
  return { useCases: wrapped, atWork: () => running > 0 };
}

it('shows after every key what a full redraw shows', async () => {
  const engine = await openEngine({ directory: SMALL_DIRECTORY, onDisk: true });
  const lines = Array.from(
    { length: 400 },
    (_, row) => `U${row};${row % 9};${NAMES[row % NAMES.length]};u${row}@voorbeeld.nl;;INKOOP`,
  );
  writeFileSync(
    join(engine.folder, 'veel.csv'),
    ['Gebruiker;Mutatiecode;Omschrijving;E-mail;UPN;Groep', ...lines].join('\r\n'),
  );
  const file = await engine.useCases.inspect(join(engine.folder, 'veel.csv'), {}, 'user');
  const { useCases, atWork } = counted(engine.useCases);
  const terminal = await openFakeTerminal({
    directory: SMALL_DIRECTORY,
    engine: { ...engine, useCases },
    columns: 100,
    rows: 30,
    start: { type: 'user', environment: 'T12345AA', file },
  });
  await terminal.waitFor('Komt uit');
  await terminal.press('enter');
  await terminal.waitFor('12345.U0');
  const next = numbers(20270104);
  for (let step = 0; step < STEPS; step++) {
    const key = KEYS[Math.floor(next() * KEYS.length)]!;
    await terminal.press(key);
    if (next() < 0.04) await terminal.resize(60 + Math.floor(next() * 70), 20 + Math.floor(next() * 25));
    // Nothing may change meanwhile: what is being worked on is waited for.
    await terminal.waitFor(/^(?!.*(Even kijken|Bezig|plannen…|Plannen wat|openen…|\d {2}…|\[[^\]]*…\])).*$/su);
    // The sample of the mapping comes by itself, without anything that says so.
    if (terminal.text().includes('Komt uit')) await terminal.waitFor(/Eerste \d+ rijen/u);
    // A problem is looked for without a word.
    do await terminal.settled();
    while (atWork());
    const partly = terminal.cells();
    const text = terminal.text();
    await terminal.press('ctrl+l');
    expect(terminal.cells(), `after step ${step}, key ${key}:\n${text}\n${terminal.text()}`).toEqual(partly);
    // Back into the preview when the walk has left it.
    if (terminal.text().includes('[Koppelen]')) await terminal.press('enter');
  }
  await engine.close().catch(() => undefined);
}, 240_000);
