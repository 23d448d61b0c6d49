/** The acts as keys, wherever users are shown: each opens the form of that act. */
import type { Act } from '../../domain/acts.js';
import type { Text } from '../../language/text.js';
import { text } from '../keys/commonKeys.js';
import type { ActSubject } from '../shell/destination.js';
import { textRef } from '../shell/messages.js';
import type { Binding, Change, PickOption, PickOverlay, StepState } from '../shell/wizard.js';

/** The users that an act would be about now; null where there are none. */
type SubjectOf<S> = (step: S) => ActSubject | null;

/** Acts that make a user: they are about nobody who is there. */
const MAKING: readonly Act[] = ['add', 'add-system'];

const NOBODY: ActSubject = { accounts: [], shown: null, environment: null };

/** In the order in which they are listed. */
const LISTED = [
  'set',
  'block',
  'unblock',
  'join',
  'leave',
  'rename',
  'link',
  'accept',
  'password',
  'merge',
  'delete',
  'add',
  'add-system',
  'make-ordinary',
] as const satisfies readonly Act[];

export function actKeys<S extends StepState>(subjectOf: SubjectOf<S>): readonly Binding<S>[] {
  const nobody = [
    {
      reason: text('Er staat hier geen gebruiker.', 'There is no user here.'),
      when: (step: S) => subjectOf(step) === null,
    },
  ];
  const key = (name: string, label: Text, act: Act | ((subject: ActSubject) => Act), footer?: number): Binding<S> => ({
    keys: [name],
    label,
    disabled: nobody,
    ...(footer !== undefined && { footer }),
    run: (step) => {
      const subject = subjectOf(step);
      return subject ? toForm(typeof act === 'string' ? act : act(subject), subject) : {};
    },
  });
  return [
    key('b', text('blokkeren/deblokkeren', 'block/unblock'), blockOrUnblock, 11),
    key('c', text('wijzigen', 'change'), 'set', 12),
    key('+', text('groep erbij', 'join a group'), 'join', 13),
    key('-', text('groep eraf', 'leave a group'), 'leave', 14),
    key('C', text('andere code', 'new code'), 'rename'),
    key('K', text('persoon koppelen', 'link a person'), 'link'),
    key('A', text('AFAS Accept aan/uit', 'AFAS Accept on/off'), 'accept'),
    key('*', text('wachtwoord', 'password'), 'password'),
    key('M', text('samenvoegen', 'merge'), 'merge'),
    key('delete', text('verwijderen', 'delete'), 'delete'),
    {
      keys: ['T'],
      label: text('nieuwe gebruiker', 'new user'),
      run: (step) => toForm('add', subjectOf(step) ?? NOBODY),
    },
    {
      keys: ['.'],
      label: text('alle handelingen', 'all acts'),
      footer: 15,
      run: (step) => ({ overlay: actList(subjectOf(step)) }),
    },
  ];
}

/** Whoever is blocked everywhere that is looked at can only be unblocked. */
function blockOrUnblock({ accounts, environment }: ActSubject): Act {
  const users = accounts
    .flatMap((account) => account.users)
    .filter((user) => !user.leftover && !user.gone && (environment === null || user.environment === environment));
  return users.length > 0 && users.every(({ blocked }) => blocked) ? 'unblock' : 'block';
}

function toForm(act: Act, subject: ActSubject): Change {
  return {
    go: { to: 'act', act, subject: MAKING.includes(act) ? { ...NOBODY, environment: subject.environment } : subject },
  };
}

function actList(subject: ActSubject | null): PickOverlay {
  const acts = LISTED.filter((act) => subject !== null || MAKING.includes(act));
  return {
    kind: 'pick',
    title: textRef('wizard.act.pick'),
    options: acts.map((act): PickOption => ({ id: act, label: textRef(`wizard.act.${act}`), hint: '' })),
    cursor: 0,
    picked: (_step, id) => toForm(acts.find((act) => act === id) ?? 'set', subject ?? NOBODY),
  };
}
