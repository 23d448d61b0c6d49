/** Holds the wizard's state, feeds it events, and runs its effects. Screens look at it; they change nothing. */
import type { Wizard, WizardEvent } from './wizard.js';
import { update } from './update.js';
import { EffectRunner, type Services } from './effectRunner.js';

export class WizardMachine {
  private readonly runner: Promise<EffectRunner>;
  private readonly watchers = new Set<() => void>();

  constructor(
    private wizard: Wizard,
    /** Milliseconds of the clock that events are told with. */
    readonly now: () => number,
    /** Keys work before they are there; what is asked for is done as soon as they are. */
    services: Promise<Services>,
  ) {
    this.runner = services.then((opened) => new EffectRunner(opened, (event) => this.dispatch(event)));
  }

  get state(): Wizard {
    return this.wizard;
  }

  dispatch(event: WizardEvent): void {
    if (this.wizard.end) return;
    const { wizard, effects } = update(this.wizard, event);
    const changed = wizard !== this.wizard;
    this.wizard = wizard;
    if (changed) for (const watcher of this.watchers) watcher();
    for (const effect of effects) this.withRunner((runner) => runner.run(effect));
    if (wizard.end) this.withRunner((runner) => runner.stop());
  }

  /** Without services nothing is done; whoever was to give them tells why there are none. */
  private withRunner(work: (runner: EffectRunner) => void): void {
    this.runner.then(work, () => undefined);
  }

  /** Calls the watcher after every change; the answer ends that. */
  watch(watcher: () => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }
}
