/** What each act asks for, with what its user has now. */
import type { ListedUser } from '../../../application/userUseCases.js';
import { canReachSystem, isForMany, type Act } from '../../../domain/acts.js';
import { ACCESS_FIELDS, fieldOf, STANDARD_DEFAULTS, type AccessField, type FieldId } from '../../../domain/fields.js';
import { fieldWith } from '../../shell/textField.js';
import { textRef } from '../../shell/messages.js';
import { TypedSecret } from '../../shell/typedSecret.js';
import type { PickOption, Wizard } from '../../shell/wizard.js';
import type { TextRef } from '../../../presentation/theme.js';
import { LANGUAGES } from '../../widgets/fieldValues.js';
import type { ActSubject } from '../../shell/destination.js';
import {
  usersIn,
  valueOf,
  type ChoiceEntry,
  type Completed,
  type Entry,
  type EntryId,
  type SecretEntry,
  type TextEntry,
} from './state.js';

/** The identity fields, in the order in which people know somebody. */
const TEXTS = ['description', 'email', 'upn'] as const;

export const MAKING: readonly Act[] = ['add', 'add-system'];

interface Asking {
  readonly act: Act;
  readonly subject: ActSubject;
  /** Environments that can be acted in. */
  readonly environments: readonly { readonly code: string; readonly name: string }[];
  /** The one that is; empty where none is chosen yet. */
  readonly environment: string;
  readonly about: 'one' | 'several' | 'all';
}

/** The form of an act before anything is typed; `kept` is what was typed in one for another environment. */
export function entriesFor(
  act: Act,
  subject: ActSubject,
  { environments }: Wizard,
  kept: readonly Entry[] = [],
): readonly Entry[] {
  const live = environments ?? [];
  const possible =
    MAKING.includes(act) || subject.accounts.length === 0 || subject.shown
      ? live
      : live.filter(({ code }) => usersIn({ subject }, code).length > 0);
  const [home, ...elsewhere] = live.filter(({ code }) => usersIn({ subject }, code).length > 0);
  const usual = subject.environment ?? (home && elsewhere.length === 0 ? home.code : '');
  const wanted = valueOf({ entries: kept }, 'environment') || usual;
  const [only, ...others] = possible;
  const environment = possible.some(({ code }) => code === wanted)
    ? wanted
    : only && others.length === 0
      ? only.code
      : '';
  const scope = valueOf({ entries: kept }, 'scope');
  const about = scope === 'all' ? 'all' : subject.accounts.length > 1 ? 'several' : 'one';
  const asking: Asking = { act, subject, environments: possible, environment, about };
  const made = [
    environmentEntry(asking),
    ...scopeEntries(asking, scope),
    ...ownEntries(asking),
    ...systemEntries(asking),
  ];
  return made.map((entry) => asTyped(entry, kept));
}

/** What was typed stays, where the form that it was typed in asked for it too. */
function asTyped(entry: Entry, kept: readonly Entry[]): Entry {
  const before = kept.find(({ id }) => id === entry.id);
  if (entry.id === 'environment' || !before) return entry;
  if (entry.kind === 'secret' && before.kind === 'secret') return before;
  if (entry.kind === 'text' && before.kind === 'text')
    return before.field.text === before.before ? entry : { ...entry, field: before.field };
  if (entry.kind === 'choice' && before.kind === 'choice')
    return before.chosen === before.before ? entry : { ...entry, chosen: before.chosen };
  return entry;
}

function environmentEntry({ environments, environment }: Asking): ChoiceEntry {
  const options = environments.map(({ code, name }): PickOption => ({ id: code, label: code, hint: name }));
  return choice('environment', environment === '' ? [NOT_CHOSEN, ...options] : options, environment);
}

const NOT_CHOSEN: PickOption = { id: '', label: textRef('wizard.act.choose'), hint: '' };

/** Whom the act is about, where that can be several. */
function scopeEntries({ act, subject, environment }: Asking, scope: string): readonly Entry[] {
  const { accounts, shown } = subject;
  if (!isForMany(act) || !shown) return [];
  const [first] = accounts;
  const these: PickOption[] = first
    ? [
        {
          id: 'these',
          label:
            accounts.length === 1
              ? first.code
              : chosenText(usersIn({ subject }, environment).length, subject, environment),
          hint: accounts.length === 1 ? (first.users[0]?.description ?? '') : '',
        },
      ]
    : [];
  const count = shown.count ?? '?';
  const all: PickOption =
    shown.text === ''
      ? { id: 'all', label: textRef('wizard.act.everybody', { count }), hint: '' }
      : { id: 'all', label: textRef('wizard.act.allShown', { count }), hint: shown.text };
  return [choice('scope', [...these, all], scope || 'these')];
}

/** How many were chosen; and of those who are not in the environment, that they are left out. */
function chosenText(here: number, { accounts }: ActSubject, environment: string): TextRef {
  const count = accounts.length;
  return environment === '' || here === count
    ? textRef('wizard.act.chosen', { count })
    : textRef('wizard.act.chosenHere', { here, count, environment });
}

function ownEntries(asking: Asking): readonly Entry[] {
  const { act, about } = asking;
  const users = about === 'one' ? usersIn(asking, asking.environment) : [];
  const [user] = users;
  switch (act) {
    case 'add':
      return [
        line('user'),
        ...TEXTS.map((id) => line(id)),
        line('person', '', 'person'),
        line('groups', '', 'groups'),
        ...ACCESS_FIELDS.map((id) => access(id, undefined, true)),
        language(undefined, true),
        ...secrets(),
      ];
    case 'add-system':
      return [
        line('user'),
        ...TEXTS.filter((id) => id !== 'upn').map((id) => line(id)),
        ...ACCESS_FIELDS.map((id) => access(id, undefined, false)),
        language(undefined, true),
      ];
    case 'set':
      return [
        ...TEXTS.map((id) => line(id, user?.[id])),
        ...(about === 'one' ? [line('person', user?.person ?? '', 'person')] : []),
        ...ACCESS_FIELDS.map((id) => access(id, user)),
        language(user),
      ];
    case 'block':
      return [yesNo('keepGroups', 'N')];
    case 'rename':
      return [line('newUser')];
    case 'password':
      return secrets();
    case 'join':
      return [line('groups', '', 'groups')];
    case 'leave':
      return [leaving(users)];
    case 'link':
    case 'make-ordinary':
      return [line('person', user?.person ?? '', 'person')];
    case 'accept':
      return [yesNo('accept', user?.access.accept === true ? 'N' : 'J', '')];
    case 'merge':
      return [line('into', '', 'user')];
    case 'unblock':
    case 'delete':
      return [];
  }
}

/** One user leaves one of their groups; of several, any group can be named. */
function leaving(users: readonly ListedUser[]): Entry {
  const [user] = users;
  if (!user || user.groups.length === 0) return line('groups', '', 'groups');
  return choice(
    'groups',
    user.groups.map((group) => ({ id: group, label: group, hint: '' })),
    user.groups[0] ?? '',
  );
}

/** System users are reached only where that is asked for. */
function systemEntries({ act, subject, environment, about }: Asking): readonly Entry[] {
  if (!canReachSystem(act)) return [];
  const reached = about === 'all' || usersIn({ subject }, environment).some(({ system }) => system);
  return reached ? [yesNo('system', 'N')] : [];
}

function line(id: EntryId, before = '', completed?: Completed): TextEntry {
  return { kind: 'text', id, label: labelOf(id), field: fieldWith(before), before, ...(completed && { completed }) };
}

function secrets(): readonly SecretEntry[] {
  return (['password', 'again'] as const).map((id) => ({
    kind: 'secret',
    id,
    label: labelOf(id),
    secret: new TypedSecret(),
  }));
}

function choice(id: EntryId, options: readonly PickOption[], chosen: string, before = chosen): ChoiceEntry {
  return {
    kind: 'choice',
    id,
    label: labelOf(id),
    options,
    chosen: options.some((each) => each.id === chosen) ? chosen : (options[0]?.id ?? ''),
    before,
  };
}

const YES: PickOption = { id: 'J', label: textRef('value.yes'), hint: '' };
const NO: PickOption = { id: 'N', label: textRef('value.no'), hint: '' };
const AS_IT_IS: PickOption = { id: '', label: textRef('wizard.act.asItIs'), hint: '' };

function yesNo(id: EntryId, chosen: 'J' | 'N', before: string = chosen): ChoiceEntry {
  return choice(id, [YES, NO], chosen, before);
}

/** An access field: as the user has it, or as new users get it, or left as it is with each of several. */
function access(id: AccessField, user: ListedUser | undefined, standard?: boolean): ChoiceEntry {
  if (standard !== undefined) return yesNo(id, (standard ? STANDARD_DEFAULTS[id] : false) ? 'J' : 'N');
  return user ? yesNo(id, user.access[id] ? 'J' : 'N') : choice(id, [AS_IT_IS, YES, NO], '');
}

function language(user: ListedUser | undefined, standard = false): ChoiceEntry {
  if (standard) return choice('siteLanguage', LANGUAGES, STANDARD_DEFAULTS.siteLanguage);
  const held = user?.siteLanguage ?? '';
  return held === '' ? choice('siteLanguage', [AS_IT_IS, ...LANGUAGES], '') : choice('siteLanguage', LANGUAGES, held);
}

function labelOf(id: EntryId): TextRef {
  return isOwn(id)
    ? textRef(`wizard.act.entry.${id}`)
    : { key: 'wizard.act.entry.field', params: { nl: fieldOf(id).nl, en: fieldOf(id).en } };
}

function isOwn(id: EntryId): id is Exclude<EntryId, FieldId> {
  return !isCatalogued(id);
}

const OWN: readonly EntryId[] = ['environment', 'scope', 'groups', 'into', 'keepGroups', 'system', 'again'];

function isCatalogued(id: EntryId): id is FieldId {
  return !OWN.includes(id);
}

/** Whether an entry is a field of which the value is sent. */
export function isValue(id: EntryId): id is FieldId {
  return isCatalogued(id) && id !== 'user' && id !== 'password';
}
