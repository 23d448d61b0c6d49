/** A setting of an environment is changed, or the environment removed; what a second person has to see becomes a plan. */
import type { EnvironmentChanges, EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import type { RunAnswer } from '../../../application/useCases.js';
import { lookAt } from '../../runs/openRun.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { EMPTY_FIELD } from '../../shell/textField.js';
import type { Change, Overlay, PickOption, Task, Wizard } from '../../shell/wizard.js';
import { sayRef } from '../../../presentation/theme.js';
import { approvalPicker, namePrompt, participantPrompt, typePicker } from './adding.js';
import { askRule, RULE_SETTINGS, ruleHints } from './rules.js';
import { liveHere, type EnvironmentsStep } from './state.js';
import { loadAll } from './update.js';

const SETTINGS = ['name', 'type', 'participant', 'approval', ...RULE_SETTINGS] as const;
type Setting = (typeof SETTINGS)[number];

/** Which setting, each with what it is now. */
export function askSetting(step: EnvironmentsStep, { language }: Wizard): Change<EnvironmentsStep> {
  const here = liveHere(step);
  if (!here) return {};
  const values: Readonly<Record<Setting, string>> = {
    name: here.name,
    type: sayRef({ language }, textRef(`type.${here.type}`)),
    participant: here.participant,
    approval: sayRef({ language }, textRef(`approval.${here.approval}`)),
    ...ruleHints(here, language),
  };
  const settings = SETTINGS.map((id): PickOption => ({ id, label: textRef(`list.${id}`), hint: values[id] }));
  const options = [...settings, { id: 'remove', label: textRef('wizard.environments.remove'), hint: '' }];
  return {
    overlay: {
      kind: 'pick',
      title: textRef('wizard.environments.askSetting', { code: here.code }),
      options,
      cursor: 0,
      picked: (_step, id) => ({ overlay: id === 'remove' ? askRemove(here) : askValue(here, id as Setting) }),
    },
  };
}

function askValue(here: EnvironmentOverview, setting: Setting): Overlay {
  const { code, name, type, participant, approval } = here;
  const change = (changes: EnvironmentChanges): Change => ({ effects: [set(code, changes)] });
  switch (setting) {
    case 'name':
      return namePrompt(code, name, (value) => change({ name: value }));
    case 'type':
      return typePicker(code, type, (value) => change({ type: value }));
    case 'participant':
      return participantPrompt(code, participant, (value) => change({ participant: value }));
    case 'approval':
      return approvalPicker(code, approval, (value) => change({ approval: value }));
    default:
      return askRule(here, setting, change);
  }
}

function set(code: string, changes: EnvironmentChanges): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => useCases.setEnvironment(code, changes),
    then: (_step, { planned }) =>
      planned
        ? leftToPlan(planned)
        : { notice: notice('good', 'done.envSet', { environment: code }), effects: [loadAll()] },
  });
}

/** Nothing was changed: the plan is looked at where it is approved. */
export function leftToPlan(planned: RunAnswer): Change {
  const { id: run, environment } = planned.run;
  return { ...lookAt(planned), notice: notice('warning', 'wizard.environments.planned', { run, environment }) };
}

/** It cannot be taken back: one with users goes only when its code is typed. */
function askRemove({ code, type, users }: EnvironmentOverview): Overlay {
  const question = textRef('wizard.environments.askRemove', { environment: code, type, users });
  const agreed = (): Change => (users === 0 ? { effects: [remove(code)] } : { overlay: typeCode(code) });
  return { kind: 'question', ...question, agreed };
}

function typeCode(code: string): Overlay {
  return {
    kind: 'prompt',
    title: textRef('wizard.environments.typeCode', { code }),
    field: EMPTY_FIELD,
    entered: (_step, text) =>
      text.trim().toLowerCase() === code.toLowerCase()
        ? { effects: [remove(code)] }
        : { notice: notice('warning', 'env.notRemoved', { environment: code }) },
  };
}

function remove(code: string): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => useCases.removeEnvironment(code),
    then: (_step, answer, { choices }) => {
      if (answer.planned) return leftToPlan(answer.planned);
      const { leftovers, withUpn } = answer;
      return {
        choices: choices.environment === code ? { ...choices, environment: null, planned: null } : choices,
        notice: notice('good', 'done.envRemoved', { environment: code, leftovers, withUpn }),
        effects: [loadAll()],
      };
    },
  });
}
