/** The list of users whom no row names, as it is read: a key that comes while it is read asks nothing twice, and it stays where it was left. */
import { expect, it } from 'vitest';
import type { AbsentPage } from '../../src/application/ports/absentNow.js';
import type { Services } from '../../src/tui/shell/effectRunner.js';
import type { Change, Effect, Wizard } from '../../src/tui/shell/wizard.js';
import { ABSENT_KEYS } from '../../src/tui/steps/preview/absentKeys.js';
import { endTyping, typed, typeFilter } from '../../src/tui/steps/preview/filter.js';
import { enter, move } from '../../src/tui/steps/preview/update.js';
import { NOT_FILTERED, previewStep, type PreviewStep } from '../../src/tui/steps/preview/state.js';
import { madeRun } from './support/madeRun.js';

const CODES = Array.from({ length: 250 }, (_, at) => `U${String(at).padStart(3, '0')}`);
const WIZARD = { size: { columns: 80, rows: 24 } } as Wizard;

/** A preview whose database answers when that is asked of it, in the order in which it was asked. */
class Preview {
  /** Whether each count was of what a filter finds. */
  readonly counted: boolean[] = [];
  private asked: Effect[] = [];

  constructor(private step: PreviewStep) {}

  get list(): PreviewStep['absent'] {
    return this.step.absent;
  }

  get here(): string | undefined {
    const { window } = this.list;
    return window?.held[window.cursor]?.user;
  }

  do(act: (step: PreviewStep) => { readonly step?: unknown; readonly effects?: readonly Effect[] }): void {
    const { step, effects } = act(this.step);
    this.step = (step ?? this.step) as PreviewStep;
    this.asked.push(...(effects ?? []));
  }

  /** What `b` asks, or tells. */
  block(): Change {
    return ABSENT_KEYS.bindings.find(({ keys }) => keys.includes('b'))!.run(this.step, WIZARD);
  }

  press(...moves: readonly Parameters<typeof move>[1][]): void {
    for (const to of moves) this.do((step) => move(step, to, WIZARD));
  }

  async answered(): Promise<void> {
    while (this.asked.length > 0) {
      const [effect, ...rest] = this.asked;
      this.asked = rest;
      if (typeof effect !== 'object') continue;
      const answer = await effect.run({ useCases: this.useCases } as unknown as Services, {});
      this.do((step) => answer(step, WIZARD));
    }
  }

  private readonly useCases = {
    countRows: () => Promise.resolve(0),
    countAbsentNow: (_run: number, where?: object) => {
      this.counted.push(where !== undefined);
      return Promise.resolve(where ? 7 : CODES.length);
    },
    absentPage: (_run: number, _where: unknown, { place, size }: Parameters<typeof page>[0]) =>
      Promise.resolve(page({ place, size })),
  };
}

function page({ place, size }: { readonly place: object; readonly size: number }): AbsentPage {
  const after = 'after' in place ? CODES.indexOf(String(place.after)) + 1 : 0;
  const from = 'before' in place ? Math.max(0, CODES.indexOf(String(place.before)) - size) : after;
  const to = 'before' in place ? CODES.indexOf(String(place.before)) : from + size;
  const shown = 'from' in place && place.from === 'last' ? CODES.slice(-size) : CODES.slice(from, to);
  return { users: shown.map((user) => ({ user, name: user, lastChange: null, place: user })) };
}

async function listed(): Promise<Preview> {
  const answer = madeRun({ codes: {}, absent: { action: null, users: CODES.length } as never });
  const preview = new Preview({ ...previewStep(answer), tab: 'absent', filter: { ...NOT_FILTERED, groups: [] } });
  await enterAgain(preview);
  return preview;
}

async function enterAgain(preview: Preview): Promise<void> {
  preview.do((step) => enter({ to: 'preview', answer: step.answer }, step));
  await preview.answered();
}

it('is read on once, however many keys come before that is there', async () => {
  const preview = await listed();
  for (let screen = 0; screen < 20; screen++) preview.press('screenDown', 'screenDown', 'up', 'down');
  await preview.answered();
  for (let screen = 0; screen < 40; screen++) preview.press('screenDown');
  await preview.answered();
  expect(preview.list.window?.held.map(({ user }) => user)).toEqual(CODES);
  expect(preview.here).toBe(CODES.at(-1));
});

it('is where it was left after one of them was looked at; what a filter finds begins at its first', async () => {
  const preview = await listed();
  preview.press(...Array.from({ length: 18 }, () => 'screenDown' as const));
  await preview.answered();
  const { here } = preview;
  expect(here).toBe(CODES[144]);
  await enterAgain(preview);
  expect(preview.here).toBe(here);
  expect(preview.list.window?.before).toBe(CODES.indexOf(preview.list.window?.held[0]?.user ?? ''));
  preview.do(typeFilter);
  preview.do((step) => typed(step, 'u'));
  await preview.answered();
  expect(preview.here).toBe(CODES[0]);
});

it('is counted when it is come to, and what a filter finds with every key', async () => {
  const preview = await listed();
  preview.do(typeFilter);
  for (const key of 'u0') preview.do((step) => typed(step, key));
  await preview.answered();
  expect(preview.counted).toEqual([false, true, true]);
  await enterAgain(preview);
  expect(preview.counted.slice(3)).toEqual([false, true]);
  expect(preview.list).toMatchObject({ found: 7, total: CODES.length });
});

it('asks whether to block those whom a filter finds by how many they are, as soon as that is known', async () => {
  const preview = await listed();
  preview.do(typeFilter);
  preview.do((step) => typed(step, 'u0'));
  preview.do(endTyping);
  expect(preview.block()).toEqual({ notice: expect.objectContaining({ key: 'wizard.looking' }) as unknown });
  await preview.answered();
  expect(preview.block()).toMatchObject({ overlay: { title: { params: { count: 7 } } } });
});
