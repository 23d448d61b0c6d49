/** Choosing the file and what it holds, trying it without writing, and reading it. */
import { LISTS_AS_TABLE, type TableList } from '../../../application/ports/directoryLists.js';
import type { ReadDirectory } from '../../../application/ports/directoryFaults.js';
import { nameOf, pathField } from '../../paths/pathField.js';
import { listFolder, openPath, withPath } from '../../paths/pathKeys.js';
import { notice, textRef } from '../../shell/messages.js';
import { loadEnvironments, task } from '../../shell/task.js';
import { fieldWith, insertText } from '../../shell/textField.js';
import type { Change, Entered, StepEvent, Task, Wizard } from '../../shell/wizard.js';
import type { TextRef } from '../../../presentation/theme.js';
import type { WizardServices } from '../../wizardOptions.js';
import { unknownColumns, type ListSource, type ListsStep, type Tried } from './state.js';

export function enter(left: ListsStep | undefined): Entered<ListsStep> {
  const step: ListsStep = { at: 'lists', ...pathField(left?.field.text ?? ''), tried: null };
  return { step, effects: [listFolder<ListsStep>(step.folder), loadEnvironments()] };
}

export function update(step: ListsStep, event: StepEvent): Change<ListsStep> {
  if (event.kind !== 'typed' || step.tried) return {};
  return withPath(step, insertText(step.field, event.text));
}

export function open(step: ListsStep, wizard: Wizard): Change<ListsStep> {
  return openPath(step, (path) => ({
    step: { ...step, field: fieldWith(path), browsing: false },
    ...chosen(path, wizard),
  }));
}

/** JSON says what it is; of a table that is asked, and of which environment. */
function chosen(path: string, { environments }: Wizard): Change<ListsStep> {
  if (/\.json$/iu.test(path)) return { effects: [tryOut({ as: 'directory', path })] };
  const codes = (environments ?? []).map(({ code }) => code);
  if (codes.length === 0) return { notice: notice('warning', 'wizard.lists.noEnvironment') };
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.lists.askList', { file: nameOf(path) }),
      options: LISTS_AS_TABLE.map((as) => ({ id: as, label: textRef(`count.${as}`), hint: '' })),
      cursor: 0,
      picked: (_step, as) => askEnvironment(path, as as TableList, codes),
    },
  };
}

function askEnvironment(path: string, as: TableList, codes: readonly string[]): Change {
  const [first = ''] = codes;
  const read = (environment: string): Change => ({ effects: [tryOut({ as, path, environment, ignore: [] })] });
  if (codes.length === 1) return read(first);
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.environment.ask'),
      options: codes.map((code) => ({ id: code, label: code, hint: '' })),
      cursor: 0,
      picked: (_step, environment) => read(environment),
    },
  };
}

/** Counts what reading it would do, or tells all that does not fit; nothing is written. */
export function tryOut(source: ListSource): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.reading', { file: nameOf(source.path) }),
    run: async (services, { signal }) => {
      const { read, remarks } = await readFrom(services, source);
      const counts = await services.useCases.importDirectory(read, { dryRun: true }, signal ? { signal } : {});
      return { counts, remarks };
    },
    then: (step: ListsStep, { counts, remarks }) => {
      const tried: Tried = { kind: 'counts', source, counts, remarks };
      return { step: { ...step, tried } };
    },
    failed: (step: ListsStep, { key, params, details }) =>
      details.length === 0
        ? {}
        : { notice: null, step: { ...step, tried: faultsOf(source, [{ key, params }, ...details]) } },
  });
}

/** The same list, without the columns that are not known. */
export function tryWithout(step: ListsStep): Change<ListsStep> {
  const source = step.tried?.source;
  if (source === undefined || source.as === 'directory') return {};
  return { effects: [tryOut({ ...source, ignore: [...source.ignore, ...unknownColumns(step)] })] };
}

function faultsOf(source: ListSource, faults: readonly TextRef[]): Tried {
  return { kind: 'faults', source, faults, top: 0 };
}

async function readFrom(
  { directoryFiles }: WizardServices,
  source: ListSource,
): Promise<{ readonly read: ReadDirectory; readonly remarks: readonly TextRef[] }> {
  if (source.as === 'directory') return { read: await directoryFiles.read(source.path), remarks: [] };
  const read = await directoryFiles.readList({ ...source, file: {} });
  return { read, remarks: read.remarks };
}

/** What is read is no plan, and is not undone: it is asked first. */
export function askRead({ tried }: ListsStep): Change<ListsStep> {
  if (tried?.kind !== 'counts') return {};
  const { source } = tried;
  const file = nameOf(source.path);
  const question =
    source.as === 'directory'
      ? textRef('wizard.ask.readDirectory', { file })
      : textRef('wizard.ask.readList', { file, environment: source.environment });
  return { overlay: { kind: 'question', ...question, agreed: () => ({ effects: [readIn(source)] }) } };
}

function readIn(source: ListSource): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.reading', { file: nameOf(source.path) }),
    run: async (services, { signal }) => {
      const { read } = await readFrom(services, source);
      return services.useCases.importDirectory(read, {}, signal ? { signal } : {});
    },
    then: (step: ListsStep, { persons, groups, users }) => ({
      step: { ...step, tried: null },
      go: { to: 'home' },
      notice: notice('good', 'wizard.lists.done', {
        persons: persons.created + persons.changed,
        groups: groups.created + groups.changed,
        users: users.created + users.changed,
      }),
    }),
    failed: (step: ListsStep, { key, params, details }) => ({
      step: { ...step, tried: faultsOf(source, [{ key, params }, ...details]) },
    }),
  });
}

/** To the path again. */
export function choose(step: ListsStep): Change<ListsStep> {
  return { step: { ...step, tried: null } };
}

export function scroll(step: ListsStep, by: 1 | -1): Change<ListsStep> {
  const { tried } = step;
  if (tried?.kind !== 'faults') return {};
  const top = Math.max(0, Math.min(tried.top + by, tried.faults.length - 1));
  return { step: { ...step, tried: { ...tried, top } } };
}
