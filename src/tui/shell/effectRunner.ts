/** Runs what the state machine asks for, one of a kind at a time, and tells what came of it. */
import { UserError } from '../../application/userError.js';
import type { Watch } from '../../application/useCases.js';
import { SLOTS, type Effect, type Problem, type Result, type Slot } from './effects.js';
import { textRef } from './wizard.js';
import { DriftReader } from '../steps/drift/driftReader.js';
import { performEffect, type Performed } from './performEffect.js';
import type { World } from './services.js';

/** Progress is told so often at most: a screen that changes faster is read by nobody. */
const PROGRESS_EVERY_MS = 125;

/** Applying tells that time goes by so often: one step of it can take long. */
const TICK_MS = 1000;

export class EffectRunner {
  private readonly running = new Map<Slot, AbortController>();
  private readonly drift: DriftReader;

  constructor(
    private readonly world: World,
    private readonly tell: (result: Result) => void,
  ) {
    this.drift = new DriftReader(world.useCases);
  }

  /** Starts an effect; what an earlier one of its slot still answers is dropped. */
  run(effect: Effect): void {
    if (effect.kind === 'cancel') this.running.get('main')?.abort();
    else if (effect.kind === 'redraw') this.world.redraw();
    else void this.carryOut(effect);
  }

  /** Aborts everything, and waits for nothing. */
  stop(): void {
    for (const controller of this.running.values()) controller.abort();
  }

  private async carryOut(effect: Performed): Promise<void> {
    const slot = SLOTS[effect.kind];
    const controller = new AbortController();
    if (slot !== 'pages') {
      // Applying is never taken over: it ends by itself, or is cancelled by a person.
      if (slot !== 'main') this.running.get(slot)?.abort();
      this.running.set(slot, controller);
    }
    const ticking = effect.kind === 'apply' ? setInterval(() => this.tick(), TICK_MS) : undefined;
    const isCurrent = (): boolean => slot === 'pages' || this.running.get(slot) === controller;
    try {
      const result = await performEffect(
        effect,
        { ...this.world, drift: this.drift },
        {
          onProgress: this.throttled(isCurrent),
          signal: controller.signal,
        },
      );
      if (result && isCurrent()) this.tell(result);
    } catch (error) {
      if (isCurrent())
        this.tell({ kind: 'failed', effect: effect.kind, problem: problemOf(error), at: this.world.now() });
    } finally {
      clearInterval(ticking);
    }
  }

  private tick(): void {
    this.tell({ kind: 'ticked', at: this.world.now() });
  }

  private throttled(isCurrent: () => boolean): NonNullable<Watch['onProgress']> {
    let last = Number.NEGATIVE_INFINITY;
    return (progress) => {
      const at = this.world.now();
      if (at - last < PROGRESS_EVERY_MS || !isCurrent()) return;
      last = at;
      this.tell({ kind: 'progressed', progress, at });
    };
  }
}

/** A defect is told in one line too, rather than end the program in the middle of a screen. */
function problemOf(error: unknown): Problem {
  if (error instanceof UserError) {
    return { stop: error.kind, key: error.key, params: error.params, details: error.details };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { stop: 'defect', ...textRef('wizard.defect', { reason }), details: [] };
}
