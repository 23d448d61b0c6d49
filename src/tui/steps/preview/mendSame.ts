/** What was mended in one row and stands in others as well: those are mended with it, and the definition can be told of it. */
import type { MendRequest } from '../../../application/useCases.js';
import { withValue } from '../../../application/valueOverrides.js';
import type { FieldId } from '../../../domain/fields.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import type { Change, PickOption, Task, Wizard } from '../../shell/wizard.js';
import type { WizardDefinitions } from '../../wizardOptions.js';
import { replan } from './replan.js';
import type { PreviewStep } from './state.js';

/** A text of a column that another one took the place of; `field` where the column alone gives its value. */
interface Mended {
  readonly place: string;
  readonly label: string;
  readonly field: FieldId | null;
  readonly was: string;
  readonly value: string;
}

/** What a value of a field becomes from now on. */
interface Kept {
  readonly field: FieldId;
  readonly was: string;
  readonly value: string;
}

const requestOf = ({ place, was, value }: Mended): MendRequest => ({
  replace: [{ place, from: was, to: value }],
});

/** Rows that are told by number before they are mended. */
const NAMED = 8;

export function findSame(run: number, mended: Mended): Task {
  return task({
    slot: 'same',
    quiet: true,
    run: ({ useCases }) => useCases.rowsToMend(run, requestOf(mended)),
    then: (_step: PreviewStep, rows, wizard) => (rows.length === 0 ? {} : askSame(mended, rows, wizard)),
  });
}

/** Nothing is mended unasked: the cursor is on the row alone. */
function askSame(mended: Mended, rows: readonly number[], { choices }: Wizard): Change<PreviewStep> {
  const { label, field, was, value } = mended;
  const named = rows.slice(0, NAMED).join(', ') + (rows.length > NAMED ? ', …' : '');
  const option = (id: string, key: 'alone' | 'all' | 'keep', hint: string): PickOption => ({
    id,
    label: textRef(`wizard.preview.same.${key}`, { count: rows.length, name: choices.definition?.name ?? '' }),
    hint,
  });
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.preview.same.title', { count: rows.length, was, label }),
      options: [
        option('alone', 'alone', ''),
        option('all', 'all', named),
        ...(choices.definition && field ? [option('keep', 'keep', `${was} = ${value}`)] : []),
      ],
      cursor: 0,
      picked: (step: PreviewStep, id, wizard) =>
        id === 'alone' ? {} : mendAll(step, mended, rows, id === 'keep', wizard),
    },
  };
}

function mendAll(
  { answer: { run } }: PreviewStep,
  mended: Mended,
  rows: readonly number[],
  keeps: boolean,
  wizard: Wizard,
): Change<PreviewStep> {
  const { field, was, value } = mended;
  const name = keeps ? wizard.choices.definition?.name : undefined;
  const all = replan(textRef('wizard.busy.mendingSame', { count: rows.length }), async ({ useCases }, watch) => ({
    answer: await useCases.mend(run.id, requestOf(mended), watch),
    told: textRef('wizard.preview.same.done', { count: rows.length }),
    mended: rows,
    ...(name !== undefined && field && { after: keep(name, { field, was, value }) }),
  }));
  return { effects: [all] };
}

/** The definition lists what the value becomes, and so does what was chosen for this import. */
function keep(name: string, kept: Kept): Task {
  return task({
    slot: 'definition',
    run: ({ definitions }) => keptIn(definitions, name, kept),
    then: (_step: PreviewStep, used, wizard) => {
      if (!used) return { notice: notice('warning', 'wizard.preview.same.notKept', { name }) };
      const overrides = withValue(wizard.choices.overrides, kept.field, kept.was, kept.value);
      return {
        choices: { ...wizard.choices, definition: used, overrides },
        notice: notice('good', 'wizard.preview.same.kept', { name }),
      };
    },
  });
}

async function keptIn(
  definitions: WizardDefinitions,
  name: string,
  { field, was, value }: Kept,
): Promise<Wizard['choices']['definition']> {
  const found = (await definitions.list()).find((one) => one.name === name);
  if (!found) return null;
  const overrides = withValue(found.overrides, field, was, value);
  return (await definitions.save({ ...found, overrides }, { replace: true })).used;
}
