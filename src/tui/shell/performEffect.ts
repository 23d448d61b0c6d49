/** What each effect does, over the use cases. */
import type { AuditRecord } from '../../application/ports/auditLog.js';
import { UserError } from '../../application/userError.js';
import type { Watch } from '../../application/useCases.js';
import type { WizardOutputs } from '../wizardOptions.js';
import type { Effect, Result } from './effects.js';
import { textRef } from './wizard.js';
import type { DriftReader } from '../steps/drift/driftReader.js';
import { beginningWith } from '../steps/preview/completion.js';
import { cellsOfRow, inOrder, listRows, problemRows } from '../steps/preview/planRows.js';
import type { World } from './services.js';

/** Effects that take a while and answer something. */
export type Performed = Exclude<Effect, { kind: 'cancel' | 'redraw' }>;

/** Rows that come out otherwise, kept to be shown: no screen has room for more. */
/** What was done to a run last; all of it is shown by the command. */
const AUDIT_SHOWN = 200;

const DIFFERENCES_KEPT = 200;

/** Carries one out; `undefined` where the world cannot. */
export async function performEffect(
  effect: Performed,
  world: World & { readonly drift: DriftReader },
  watch: Watch,
): Promise<Result | undefined> {
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
      return { kind: 'mapped', mapped: useCases.map(effect.file, effect.type, effect.overrides) };
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
        rows: await inOrder(useCases, effect.run, effect.rows),
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
      const before = (await useCases.answer(effect.run)).run.summary.outcomes.excluded;
      const answer = await useCases.exclude(effect.run, { out, back }, watch);
      // What was left out already is not told as left out again.
      const count = Math.abs(answer.run.summary.outcomes.excluded - before);
      const told = textRef(out.length > 0 ? 'wizard.preview.leftOut' : 'wizard.preview.tookBack', { count });
      return { kind: 'replanned', answer, told };
    }
    case 'choose': {
      const { way, asks } = effect;
      const excluded = new Set(await useCases.rowNumbers(effect.run, { outcome: 'excluded' }));
      const rows = effect.rows.filter((row) => excluded.has(row) === (way === 'back'));
      return { kind: 'chosen', way, rows, asks };
    }
    case 'readRow':
      return { kind: 'rowRead', row: effect.row, cells: await cellsOfRow(useCases, effect.run, effect.row) };
    case 'complete':
      return { ...effect, kind: 'completed', found: await beginningWith(useCases, effect) };
    case 'mend':
      return {
        kind: 'replanned',
        answer: await useCases.mend(effect.run, effect.cells, watch),
        told: textRef('wizard.preview.mended', { row: effect.cells[0]?.row ?? 0 }),
        mended: effect.cells.map(({ row }) => row),
      };
    case 'clearLeftover':
      await useCases.clearLeftoverUpn(effect.user);
      return {
        kind: 'replanned',
        answer: await useCases.exclude(effect.run, {}, watch),
        told: textRef('wizard.preview.leftoverCleared', { user: effect.user }),
      };
    case 'approve':
      return {
        kind: 'answered',
        answer: await useCases.approve(effect.request),
        told: textRef('wizard.confirm.approved'),
      };
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
    case 'writeMended':
      return world.outputs && writeFile(effect, world.outputs);
    case 'loadAudit': {
      const records: AuditRecord[] = [];
      for await (const chunk of useCases.audited({ run: effect.run })) records.push(...chunk);
      return { kind: 'auditLoaded', run: effect.run, records: records.slice(-AUDIT_SHOWN) };
    }
    case 'loadRuns':
      return { kind: 'runsLoaded', runs: await useCases.runs({ limit: 500 }) };
    case 'readDrift':
      return { kind: 'driftRead', after: effect.after, ...(await world.drift.read(effect.type, effect.after)) };
    case 'align':
      return { kind: 'planned', answer: await useCases.align(effect.environment, watch) };
    case 'blockElsewhere':
      return { kind: 'plannedElsewhere', answers: await useCases.blockElsewhere(effect.run, watch) };
    case 'saveDefinition':
      await world.definitions?.save(effect.definition);
      return { kind: 'definitionSaved', name: effect.definition.name };
  }
}

async function writeFile(
  effect: Extract<Effect, { kind: 'write' | 'writeMended' }>,
  outputs: WizardOutputs,
): Promise<Result> {
  const { run, path } = effect;
  const what = effect.kind === 'write' ? effect.what : 'mended';
  try {
    const written = effect.kind === 'write' ? outputs[effect.what](run, path) : outputs.mended(run, path, effect.rows);
    return { kind: 'written', what, path: await written };
  } catch (error) {
    if (error instanceof UserError && error.key === 'output.exists') return { kind: 'fileExists', what, run, path };
    throw error;
  }
}

/** A plan that another one took the place of; whatever became of it meanwhile is left alone. */
async function discardQuietly({ useCases }: World, run: number): Promise<void> {
  await useCases.discard(run).catch(() => undefined);
}
