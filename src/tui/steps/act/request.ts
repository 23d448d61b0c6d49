/** What a form asks of the use cases, or why it cannot be sent yet. */
import type { ActRequest } from '../../../application/userUseCases.js';
import type { ActValues } from '../../../domain/acts.js';
import type { FieldId } from '../../../domain/fields.js';
import { notice, type Notice } from '../../shell/messages.js';
import { isValue, MAKING } from './entries.js';
import { environmentOf, isAboutAll, usersIn, valueOf, type ActStep, type EntryId } from './state.js';

export type Asked = { readonly request: ActRequest } | { readonly missing: Notice; readonly at: EntryId };

export function requestOf(step: ActStep): Asked {
  const { act, subject } = step;
  const environment = environmentOf(step);
  if (environment === '') return missing('environment', 'wizard.act.noEnvironment');
  const secrets = secretsOf(step);
  if (secrets[0] !== secrets[1]) return missing('again', 'wizard.act.passwordsDiffer');
  const [password = ''] = secrets;
  if (act === 'password' && password === '') return missing('password', 'wizard.act.noPassword');
  const groups = groupsOf(step);
  if ((act === 'join' || act === 'leave') && groups.length === 0) return missing('groups', 'wizard.act.noGroup');
  if (act === 'rename' && valueOf(step, 'newUser') === '') return missing('newUser', 'wizard.act.noUser');
  const into = valueOf(step, 'into');
  if (act === 'merge' && into === '') return missing('into', 'wizard.act.noUser');
  if (MAKING.includes(act) && valueOf(step, 'user') === '') return missing('user', 'wizard.act.noUser');
  const values = valuesOf(step);
  if (act === 'set' && Object.keys(values).length === 0) return missing('description', 'wizard.act.nothingChanged');
  const users = isAboutAll(step) && subject.shown ? subject.shown.filter : usersOf(step, environment);
  return {
    request: {
      act,
      environment,
      users,
      ...(Object.keys(values).length > 0 && { values }),
      ...(groups.length > 0 && { groups }),
      ...(into !== '' && { into }),
      ...(password !== '' && { password }),
      ...(valueOf(step, 'system') === 'J' && { system: true }),
      ...(valueOf(step, 'keepGroups') === 'J' && { keepGroups: true }),
    },
  };
}

function missing(at: EntryId, key: Parameters<typeof notice>[1] & `wizard.act.${string}`): Asked {
  return { missing: notice('warning', key as 'wizard.act.noEnvironment'), at };
}

function usersOf(step: ActStep, environment: string): readonly string[] {
  return MAKING.includes(step.act) ? [valueOf(step, 'user')] : usersIn(step, environment).map(({ user }) => user);
}

function secretsOf({ entries }: ActStep): readonly string[] {
  return entries.flatMap((entry) => (entry.kind === 'secret' ? [entry.secret.reveal()] : []));
}

/** Several groups have a comma between them, which no code holds. */
function groupsOf(step: ActStep): readonly string[] {
  return valueOf(step, 'groups')
    .split(',')
    .map((group) => group.trim())
    .filter((group) => group !== '');
}

/** Only what is otherwise than it was; what is new has to be the value, whatever it was. */
function valuesOf({ act, entries }: ActStep): ActValues {
  const values: Partial<Record<FieldId, string>> = {};
  for (const entry of entries) {
    if (!isValue(entry.id) || entry.kind === 'secret') continue;
    const value = entry.kind === 'text' ? entry.field.text.trim() : entry.chosen;
    if (value !== entry.before || act === 'rename' || act === 'link' || act === 'make-ordinary')
      values[entry.id] = value;
  }
  return values;
}
