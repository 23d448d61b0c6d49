/** Holds the wizard's state, feeds it events, and runs its effects. Screens look at it; they change nothing. */
import type { Wizard, WizardEvent } from './state/wizardState.js';
import { update } from './wizard.js';
import { EffectRunner } from './world/effectRunner.js';
import type { World } from './world/world.js';

export class WizardMachine {
  private readonly runner: EffectRunner;
  private readonly watchers = new Set<() => void>();

  constructor(
    private wizard: Wizard,
    private readonly world: World,
  ) {
    this.runner = new EffectRunner(world, (result) => this.dispatch(result));
  }

  get state(): Wizard {
    return this.wizard;
  }

  /** Milliseconds of the clock that events are told with. */
  now(): number {
    return this.world.now();
  }

  dispatch(event: WizardEvent): void {
    if (this.wizard.end) return;
    const { wizard, effects } = update(this.wizard, event);
    const changed = wizard !== this.wizard;
    this.wizard = wizard;
    if (changed) for (const watcher of this.watchers) watcher();
    for (const effect of effects) this.runner.run(effect);
    if (wizard.end) this.runner.stop();
  }

  /** Tells of every change, until the answer is called. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}
