/** The keys of the list of users whom no row names, and to whom the plan does nothing. */
import type { AbsentSettings } from '../../../domain/absent.js';
import { parseFilter } from '../../../domain/filter/parseFilter.js';
import { BACK, text } from '../../keys/commonKeys.js';
import { PLAN_AGAIN, planAgain } from '../../runs/planAgain.js';
import { notice, textRef } from '../../shell/messages.js';
import type { Change, KeyGroup } from '../../shell/wizard.js';
import { itemHere } from '../../table/keyWindow.js';
import type { ListedAbsent } from './absentList.js';
import { FILTER } from './filterKeys.js';
import { CONFIRM, NO_PLAN, TABS } from './keys.js';
import { isAbsentNow, type PreviewStep } from './state.js';
import { back, move } from './update.js';

function userHere({ absent: { window } }: PreviewStep): ListedAbsent | undefined {
  return window ? itemHere(window) : undefined;
}

const NOBODY = {
  reason: text('Er staat hier geen gebruiker.', 'There is no user here.'),
  when: (step: PreviewStep) => userHere(step) === undefined,
};

export const ABSENT_KEYS: KeyGroup<PreviewStep> = {
  title: 'The preview, who is not in the file',
  applies: (step) => step.mode.kind === 'list' && isAbsentNow(step),
  move,
  bindings: [
    {
      keys: ['enter', 'u'],
      label: text('gebruiker', 'user'),
      disabled: [NOBODY],
      footer: 10,
      deliberate: true,
      run: (step) => {
        const here = userHere(step);
        return here ? { go: { to: 'user', user: here.user, environment: step.answer.run.environment } } : {};
      },
    },
    {
      keys: ['b'],
      label: text('blokkeren', 'block them'),
      disabled: [...NO_PLAN, NOBODY],
      footer: 12,
      deliberate: true,
      run: askBlock,
    },
    { ...CONFIRM, keys: ['c'], footer: 11 },
    { ...BACK, run: back },
    ...TABS,
    FILTER,
    PLAN_AGAIN,
  ],
};

/** Asks how; the plan is then made again with a row for each, of those whom the filter finds where there is one. */
function askBlock(step: PreviewStep): Change<PreviewStep> {
  const where = step.filter.text.trim();
  // What is kept with a plan is a filter over users.
  if (where !== '' && 'fault' in parseFilter(where)) return { notice: notice('warning', 'wizard.absent.ofRows') };
  const { found } = step.absent;
  // Of how many is asked: those of the plan are others than a filter finds.
  if (where !== '' && found === null) return { notice: notice('plain', 'wizard.looking') };
  const option = (action: AbsentSettings['action']) => ({
    id: action,
    label: textRef(`wizard.absent.${action}`),
    hint: '',
  });
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.absent.ask', { count: found ?? step.answer.run.summary.absent?.users ?? 0 }),
      options: [option('block'), option('block-keep-groups')],
      cursor: 0,
      picked: (now: PreviewStep, id, { choices }) => {
        const action = id === 'block' ? 'block' : 'block-keep-groups';
        return { effects: [planAgain(now.answer, choices, { action, ...(where !== '' && { where }) })] };
      },
    },
  };
}
