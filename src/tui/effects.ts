/** Carries out what the state machine asks for, over the use cases, and tells what came of it. */
import { Stop } from '../application/errors.js';
import type { UseCases, Watch } from '../application/useCases.js';
import { cellText } from '../domain/sourceRow.js';
import { SLOTS, type Effect, type Problem, type Result, type Slot } from './state/effects.js';
import { listRows, problemRows } from './rowLists.js';
import { textRef } from './state/wizardState.js';
import type { WizardServices } from './wizardOptions.js';

export type World = WizardServices & {
  readonly now: () => number;
  readonly redraw: () => void;
};

/** Effects that take a while and answer something. */
type Performed = Exclude<Effect, { kind: 'cancel' | 'redraw' }>;

/** Progress is told so often at most: a screen that changes faster is read by nobody. */
const PROGRESS_EVERY_MS = 125;

/** Rows that come out otherwise, kept to be shown: no screen has room for more. */
const DIFFERENCES_KEPT = 200;

export class EffectRunner {
  private readonly running = new Map<Slot, AbortController>();

  constructor(
    private readonly world: World,
    private readonly tell: (result: Result) => void,
  ) {}

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
    const isCurrent = (): boolean => slot === 'pages' || this.running.get(slot) === controller;
    try {
      const result = await perform(effect, this.world, {
        onProgress: this.throttled(isCurrent),
        signal: controller.signal,
      });
      if (result && isCurrent()) this.tell(result);
    } catch (error) {
      if (isCurrent())
        this.tell({ kind: 'failed', effect: effect.kind, problem: problemOf(error), at: this.world.now() });
    }
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
  if (error instanceof Stop) {
    return { stop: error.kind, key: error.key, params: error.params, details: error.details };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { stop: 'defect', ...textRef('wizard.defect', { reason }), details: [] };
}

async function perform(effect: Performed, world: World, watch: Watch): Promise<Result | undefined> {
  const { useCases } = world;
  switch (effect.kind) {
    case 'loadEnvironments':
      // A removed one can be no target, and is reached by nothing.
      return {
        kind: 'environmentsLoaded',
        environments: (await useCases.environments()).filter(({ deleted }) => !deleted),
      };
    case 'loadHome': {
      const [plans, definitions] = await Promise.all([
        useCases.runs({ status: 'planned', limit: 50 }),
        world.definitions?.list() ?? null,
      ]);
      return { kind: 'homeLoaded', plans, definitions };
    }
    case 'listFolder':
      return {
        kind: 'folderListed',
        folder: effect.folder,
        entries: await world.folders.list(effect.folder).catch(() => null),
      };
    case 'inspect':
      return { kind: 'inspected', file: await useCases.inspect(effect.path, effect.options, effect.type) };
    case 'map':
      return { kind: 'mapped', mapped: useCases.map(effect.file, effect.type, effect.wishes) };
    case 'countRisk':
      return {
        kind: 'riskCounted',
        risk: await useCases.identityAtRisk(effect.file, effect.environment, effect.settings, watch),
      };
    case 'sample':
      return { kind: 'sampled', rows: await useCases.sample(effect.request) };
    case 'plan': {
      const answer = await useCases.plan(effect.request, watch);
      if (effect.instead !== null) await discardQuietly(world, effect.instead);
      return { kind: 'planned', answer };
    }
    case 'planAgain': {
      const { differences, ...answer } = await useCases.planAgain(
        effect.run,
        { importAgain: effect.importAgain },
        watch,
      );
      await discardQuietly(world, effect.run);
      const again = { run: effect.run, count: differences.length, first: differences.slice(0, DIFFERENCES_KEPT) };
      return { kind: 'planned', answer, again };
    }
    case 'open':
      return { kind: 'opened', answer: await useCases.answer(effect.run) };
    case 'list':
      return {
        kind: 'listed',
        listId: effect.listId,
        numbers: await listRows(useCases, effect.run, effect.filter, effect.sort, watch.signal),
      };
    case 'page':
      return {
        kind: 'paged',
        listId: effect.listId,
        page: effect.page,
        rows: await inOrder(world, effect.run, effect.rows),
      };
    case 'countMarks': {
      const count = async (mark: 'warning' | 'blocks' | 'renames' | 'clears'): Promise<number> =>
        (await useCases.rowNumbers(effect.run, { mark })).length;
      const [warning, blocks, renames, clears] = await Promise.all([
        count('warning'),
        count('blocks'),
        count('renames'),
        count('clears'),
      ]);
      return { kind: 'marksCounted', marks: { warning, blocks, renames, clears } };
    }
    case 'search':
      return {
        kind: 'found',
        text: effect.text,
        rows: await useCases.rowNumbers(effect.run, { ...effect.filter, text: effect.text }),
      };
    case 'findProblems':
      return { kind: 'problemsFound', rows: await problemRows(useCases, effect.run, effect.filter) };
    case 'exclude': {
      const { out, back } = effect;
      const answer = await useCases.exclude(effect.run, { out, back }, watch);
      const told =
        out.length > 0
          ? textRef('wizard.preview.leftOut', { count: out.length })
          : textRef('wizard.preview.tookBack', { count: back.length });
      return { kind: 'replanned', answer, told };
    }
    case 'readCell':
      return { kind: 'cellRead', row: effect.row, field: effect.field, text: await cellTextOf(useCases, effect) };
    case 'mend':
      return {
        kind: 'replanned',
        answer: await useCases.mend(effect.run, effect.cells, watch),
        told: textRef('wizard.preview.mended', { row: effect.cells[0]?.row ?? 0 }),
        mended: effect.cells.map(({ row }) => row),
      };
    case 'clearLeftover':
      await useCases.directory.clearLeftoverUpn(effect.user);
      return {
        kind: 'replanned',
        answer: await useCases.exclude(effect.run, {}, watch),
        told: textRef('wizard.preview.leftoverCleared', { user: effect.user }),
      };
    case 'approve':
      return { kind: 'answered', answer: await useCases.approve(effect.run), told: textRef('wizard.confirm.approved') };
    case 'refresh':
      return { kind: 'answered', answer: await useCases.answer(effect.run), told: null };
    case 'apply':
      return { kind: 'applied', answer: await useCases.apply(effect.request, watch) };
    case 'discard':
      await useCases.discard(effect.run);
      return { kind: 'discarded', run: effect.run };
    case 'followUp':
      return { kind: 'planned', answer: await useCases[effect.what](effect.run, watch) };
    case 'write':
      return (
        world.outputs && {
          kind: 'written',
          what: effect.what,
          path: await world.outputs[effect.what](effect.run, effect.path),
        }
      );
    case 'writeMended':
      return (
        world.outputs && {
          kind: 'written',
          what: 'mended',
          path: await world.outputs.mended(effect.run, effect.path, effect.rows),
        }
      );
    case 'loadRuns':
      return { kind: 'runsLoaded', runs: await useCases.runs({ limit: 500 }) };
    case 'saveDefinition':
      await world.definitions?.save(effect.definition);
      return { kind: 'definitionSaved', name: effect.definition.name };
  }
}

/** A plan that another one took the place of; whatever became of it meanwhile is left alone. */
async function discardQuietly({ useCases }: World, run: number): Promise<void> {
  await useCases.discard(run).catch(() => undefined);
}

/** Empty where the row is too short to have the cell, and for a password: that is taken out of the row. */
async function cellTextOf(
  useCases: UseCases,
  { run, row, field }: Extract<Effect, { kind: 'readCell' }>,
): Promise<string> {
  const from = (await useCases.answer(run)).run.settings.mapping[field];
  const [found] = await useCases.sourcesByNumber(run, [row]);
  return from?.kind === 'column' ? cellText(found?.source.cells[from.index]) : '';
}

/** Rows in the order in which they were asked for; they come in file order. */
async function inOrder(
  { useCases }: World,
  run: number,
  numbers: readonly number[],
): Promise<Extract<Result, { kind: 'paged' }>['rows']> {
  const rows = await useCases.rowsByNumber(run, numbers);
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
