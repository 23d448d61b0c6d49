/** The way through the wizard as a stack: where going on and Escape lead, whatever was skipped. */
import { expect, it } from 'vitest';
import type { RunAnswer } from '../../src/application/useCases.js';
import type { Destination } from '../../src/tui/shell/destination.js';
import { wayBack, wayTo } from '../../src/tui/shell/navigation.js';
import { initialWizard } from '../../src/tui/shell/update.js';
import type { Wizard } from '../../src/tui/shell/wizard.js';
import { STEPS } from '../../src/tui/steps/index.js';
import { madeRun } from './support/madeRun.js';

const begun = initialWizard({ steps: STEPS, language: 'nl', size: { columns: 80, rows: 24 } });

/** The wizard at the end of a way. */
function on(way: readonly Destination[], answer?: RunAnswer): Wizard {
  return { ...begun, way, step: { at: way.at(-1)!.to, ...(answer && { answer }) } };
}

const runOf = (id: number): RunAnswer => ({ ...madeRun(), run: { ...madeRun().run, id } });

const named = (way: readonly Destination[]): string =>
  way.map((place) => ('answer' in place ? `${place.to} ${place.answer.run.id}` : place.to)).join(' ');

const A = runOf(1);
const B = runOf(2);
const atConfirm = on([{ to: 'map' }, { to: 'preview', answer: A }, { to: 'confirm', answer: A }], A);

it('leads through every step of an import, also where some were known already', () => {
  expect(named(wayTo(begun, { to: 'map' }))).toBe('home type environment path file map');
  expect(named(wayTo(on([{ to: 'type' }, { to: 'environment' }]), { to: 'file' }))).toBe(
    'home type environment path file',
  );
});

it('leads from the history to the first screen, wherever it was entered', () => {
  expect(named(wayTo(on([{ to: 'result', answer: A }], A), { to: 'history' }))).toBe('home history');
});

it('leads from another plan back to the one that is confirmed', () => {
  const there = wayTo(atConfirm, { to: 'preview', answer: B });
  expect(named(there)).toBe('map preview 1 confirm 1 preview 2');
  expect(named(wayBack(on(there, B)))).toBe('map preview 1 confirm 1');
});

it('leads back to confirming, and no further, when a plan could not be applied', () => {
  const applying = on(wayTo(atConfirm, { to: 'progress', answer: A }), A);
  expect(named(wayTo(applying, { to: 'confirm', answer: A }))).toBe('map preview 1 confirm 1');
});

it('puts a plan that was made again in the place of the one before', () => {
  const atPreview = on([{ to: 'map' }, { to: 'preview', answer: A }], A);
  expect(named(wayTo(atPreview, { to: 'preview', answer: B }))).toBe('map preview 2');
});

it('goes back with what became of the run meanwhile', () => {
  const approved: RunAnswer = { ...A, run: { ...A.run, approvedBy: 'jan' } };
  expect(wayBack({ ...atConfirm, step: { at: 'confirm', answer: approved } }).at(-1)).toEqual({
    to: 'preview',
    answer: approved,
  });
});
