/** Runs what the state machine asks for, one of a slot at a time, and tells what came of it. */
import type { Watch } from '../../application/useCases.js';
import { UserError } from '../../application/userError.js';
import { textRef } from './messages.js';
import type { Effect, Problem, Task, WizardEvent } from './wizard.js';
import type { WizardServices } from '../wizardOptions.js';

/** What the wizard works with, and what its machine adds: a clock, and drawing the screen anew. */
export type Services = WizardServices & { readonly now: () => number; readonly redraw: () => void };

/** Progress is told so often at most: a screen that changes faster is read by nobody. */
const PROGRESS_EVERY_MS = 125;

const TICK_MS = 1000;

export class EffectRunner {
  private readonly running = new Map<string, AbortController>();

  constructor(
    private readonly services: Services,
    private readonly tell: (event: WizardEvent) => void,
  ) {}

  /** Starts an effect; what an earlier one of its slot still answers is dropped. */
  run(effect: Effect): void {
    if (effect === 'cancel') this.running.get('main')?.abort();
    else if (effect === 'redraw') this.services.redraw();
    else void this.carryOut(effect);
  }

  /** Aborts everything, and waits for nothing. */
  stop(): void {
    for (const controller of this.running.values()) controller.abort();
  }

  private async carryOut(task: Task): Promise<void> {
    const { slot } = task;
    const controller = new AbortController();
    if (slot !== null) {
      // Applying is never taken over: it ends by itself, or is cancelled by a person.
      if (slot !== 'main') this.running.get(slot)?.abort();
      this.running.set(slot, controller);
    }
    const ticking = task.ticks && setInterval(() => this.tell({ kind: 'ticked', at: this.services.now() }), TICK_MS);
    const isCurrent = (): boolean => slot === null || this.running.get(slot) === controller;
    try {
      const watch = { onProgress: this.throttled(isCurrent), signal: controller.signal };
      const answer = await task.run(this.services, watch);
      if (isCurrent()) this.tell({ kind: 'finished', task, answer });
    } catch (error) {
      if (isCurrent()) this.tell({ kind: 'failed', task, problem: problemOf(error), at: this.services.now() });
    } finally {
      clearInterval(ticking);
    }
  }

  private throttled(isCurrent: () => boolean): NonNullable<Watch['onProgress']> {
    let last = Number.NEGATIVE_INFINITY;
    return (progress) => {
      const at = this.services.now();
      if (at - last < PROGRESS_EVERY_MS || !isCurrent()) return;
      last = at;
      this.tell({ kind: 'progressed', progress, at });
    };
  }
}

/** A defect is told in one line too, rather than end the program in the middle of a screen. */
function problemOf(error: unknown): Problem {
  if (error instanceof UserError)
    return { kind: error.kind, key: error.key, params: error.params, details: error.details };
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: 'defect', ...textRef('wizard.defect', { reason }), details: [] };
}
