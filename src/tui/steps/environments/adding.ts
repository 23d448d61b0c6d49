/** An environment is added: what the code does not tell is asked, one question after another. */
import {
  APPROVALS,
  ENVIRONMENT_NAME_MAX,
  ENVIRONMENT_TYPES,
  isEnvironmentCode,
  proposedParticipant,
  proposedType,
  type Approval,
  type EnvironmentType,
} from '../../../domain/directory.js';
import { codePoints } from '../../../domain/sourceRow.js';
import { notice, textRef } from '../../shell/messages.js';
import { task } from '../../shell/task.js';
import { EMPTY_FIELD, fieldWith } from '../../shell/textField.js';
import type { Change, PickOverlay, PromptOverlay, Task } from '../../shell/wizard.js';
import type { EnvironmentsStep } from './state.js';
import { loadAll } from './update.js';

/** What was answered so far. */
interface Given {
  readonly code: string;
  readonly type: EnvironmentType;
  readonly name: string;
  readonly participant: string;
  readonly approval: Approval;
}

export function askAdd(): Change<EnvironmentsStep> {
  return {
    overlay: {
      kind: 'prompt',
      title: textRef('wizard.environments.askCode'),
      field: EMPTY_FIELD,
      entered: (_step, text) => {
        const code = text.trim();
        if (code === '') return {};
        if (!isEnvironmentCode(code)) return { notice: notice('warning', 'usage.environmentCode', { value: text }) };
        const ask = typePicker(code, proposedType(code), (type) => ({ overlay: askName(code, type) }));
        return { overlay: ask };
      },
    },
  };
}

function askName(code: string, type: EnvironmentType): PromptOverlay {
  return namePrompt(code, '', (name) => ({
    overlay: participantPrompt(code, proposedParticipant(code), (participant) => ({
      overlay: approvalPicker(code, 'none', (approval) => ({
        effects: [add({ code, type, name, participant, approval })],
      })),
    })),
  }));
}

function add({ code, ...given }: Given): Task {
  return task({
    slot: 'main',
    busy: textRef('wizard.busy.working'),
    run: ({ useCases }) => useCases.addEnvironment(code, given),
    then: (_step, { type, participant }) => ({
      notice: notice('good', 'done.envAdded', { environment: code, type, participant }),
      effects: [loadAll()],
    }),
  });
}

/** One of the types, beginning at the one that it is or seems to be. */
export function typePicker(
  code: string,
  now: EnvironmentType | undefined,
  picked: (type: EnvironmentType) => Change,
): PickOverlay {
  return {
    kind: 'pick',
    title: textRef('wizard.environments.askType', { code }),
    options: ENVIRONMENT_TYPES.map((type) => ({ id: type, label: textRef(`type.${type}`), hint: '' })),
    cursor: Math.max(0, now === undefined ? 0 : ENVIRONMENT_TYPES.indexOf(now)),
    picked: (_step, type) => picked(type as EnvironmentType),
  };
}

export function approvalPicker(code: string, now: Approval, picked: (approval: Approval) => Change): PickOverlay {
  return {
    kind: 'pick',
    title: textRef('wizard.environments.askApproval', { code }),
    options: APPROVALS.map((approval) => ({ id: approval, label: textRef(`approval.${approval}`), hint: '' })),
    cursor: APPROVALS.indexOf(now),
    picked: (_step, approval) => picked(approval as Approval),
  };
}

export function namePrompt(code: string, now: string, entered: (name: string) => Change): PromptOverlay {
  return {
    kind: 'prompt',
    title: textRef('wizard.environments.askName', { code }),
    field: fieldWith(now),
    entered: (_step, text) =>
      codePoints(text.trim()) > ENVIRONMENT_NAME_MAX
        ? { notice: notice('warning', 'usage.environmentName', { max: ENVIRONMENT_NAME_MAX }) }
        : entered(text.trim()),
  };
}

export function participantPrompt(code: string, now: string, entered: (participant: string) => Change): PromptOverlay {
  return {
    kind: 'prompt',
    title: textRef('wizard.environments.askParticipant', { code }),
    field: fieldWith(now),
    entered: (_step, text) =>
      /^\d+$/u.test(text.trim())
        ? entered(text.trim())
        : { notice: notice('warning', 'wizard.environments.noParticipant') },
  };
}
