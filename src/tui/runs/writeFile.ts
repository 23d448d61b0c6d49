/** Files that are made of a run: their name is asked, with one to begin with, and they are never written over another. */
import { STDOUT } from '../../application/ports/outputFiles.js';
import type { Run } from '../../domain/run.js';
import type { Language } from '../../language/text.js';
import { notice, textRef } from '../shell/messages.js';
import { task } from '../shell/task.js';
import { fieldWith } from '../shell/textField.js';
import type { Change, PromptOverlay, StepState, Task, Wizard } from '../shell/wizard.js';
import { say } from '../../presentation/theme.js';
import type { WizardServices } from '../wizardOptions.js';

export type OutputKind = 'rejected' | 'mended' | 'report' | 'tokens';

/** What a step keeps of the files that were written: told with null when one of a kind is begun, then with its path. */
export type KeepWritten<S extends StepState> = (step: S, what: OutputKind, path: string | null) => S;

export interface Output<S extends StepState> {
  readonly what: OutputKind;
  readonly run: Run;
  readonly keep?: KeepWritten<S>;
}

export function askPath<S extends StepState>(output: Output<S>, { language }: Wizard): Change {
  const { what, run } = output;
  return { overlay: pathPrompt(output, proposedName(what, run, language), `wizard.write.${what}`) };
}

function pathPrompt<S extends StepState>(
  output: Output<S>,
  path: string,
  title: `wizard.write.${OutputKind | 'exists'}`,
): PromptOverlay {
  return {
    kind: 'prompt',
    title: textRef(title),
    field: fieldWith(path),
    entered: (step, text, { mended }) => {
      if (text.trim() === '') return {};
      const rows = mended.get(output.run.id) ?? [];
      return { ...kept(output, step as S, null), effects: [write(output, text.trim(), rows)] };
    },
  };
}

function write<S extends StepState>(output: Output<S>, path: string, mended: readonly number[]): Task {
  return task<S, string>({
    slot: 'main',
    busy: textRef('wizard.busy.writing', { path }),
    run: (services) => written(services, output, path, mended),
    then: (step, made) => ({ ...kept(output, step, made), notice: notice('good', 'wizard.written', { path: made }) }),
    failed: (_step, problem) =>
      problem.key === 'output.exists' ? { notice: null, overlay: pathPrompt(output, path, 'wizard.write.exists') } : {},
  });
}

async function written<S extends StepState>(
  { runFiles }: WizardServices,
  { what, run }: Output<S>,
  path: string,
  mended: readonly number[],
): Promise<string> {
  // There is no standard output behind a screen.
  const target = { path: path === STDOUT ? `./${path}` : path };
  const file = await (what === 'mended' ? runFiles.mended(run.id, target, mended) : runFiles[what](run.id, target));
  return file.path;
}

function kept<S extends StepState>({ what, keep }: Output<S>, step: S, path: string | null): Change<S> {
  return keep ? { step: keep(step, what, path) } : {};
}

/** The name of the source with what it holds; rejected and mended rows in the layout of the source. */
function proposedName(what: OutputKind, run: Run, language: Language): string {
  const dot = run.file.name.lastIndexOf('.');
  const base = dot > 0 ? run.file.name.slice(0, dot) : run.file.name || `run-${run.id}`;
  const ofSource = dot > 0 ? run.file.name.slice(dot) : '.csv';
  const extension = { rejected: ofSource, mended: ofSource, report: '.xlsx', tokens: '.csv' }[what];
  const name = `${base}-${say({ language }, `wizard.fileName.${what}`)}-${run.id}${extension}`;
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
}
