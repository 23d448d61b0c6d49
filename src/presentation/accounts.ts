/** Users with one code, in one or several environments, as lists tell them in a few words. */
import type { ListedUser } from '../application/userUseCases.js';
import { ACCESS_FIELDS, SYNCED_TEXT_FIELDS, type SyncedTextField } from '../domain/fields.js';
import { fieldLabel } from '../language/index.js';
import type { Span } from './lines.js';
import { say, type Theme } from './theme.js';

/** What linked users differ in: those of environments of one type; who was left behind, or is gone, is linked to nobody. */
export function differingFields(users: readonly ListedUser[]): readonly SyncedTextField[] {
  const linked = users.filter(({ leftover, gone }) => !leftover && !gone);
  return SYNCED_TEXT_FIELDS.filter((field) =>
    linked.some(({ environmentType: type, [field]: value }) =>
      linked.some((other) => other.environmentType === type && other[field] !== value),
    ),
  );
}

/** Environments by as little of their code as tells them apart: `O·AB` of O12345AB, where no other would be called so. */
export function shortCodes(codes: readonly string[], { glyphs }: Theme): ReadonlyMap<string, string> {
  const shorts = codes.map((code) => code.replace(/^(\p{L})\d+(\p{L}+)$/u, `$1${glyphs.dot}$2`));
  return new Map(
    codes.map((code, at) => {
      const short = shorts[at] ?? code;
      return [code, shorts.filter((other) => other === short).length === 1 ? short : code];
    }),
  );
}

/**
 * Where the users are; a block is told by a mark, as not everybody sees colours, a leftover stands in brackets, and who is
 * gone is told in a word.
 */
export function environmentSpans(
  users: readonly ListedUser[],
  shorts: ReadonlyMap<string, string>,
  theme: Theme,
): readonly Span[] {
  return users.flatMap(({ environment, blocked, leftover, gone }, index): Span[] => {
    const code = shorts.get(environment) ?? environment;
    const text = gone ? say(theme, 'wizard.users.goneHere', { code }) : `${blocked ? theme.glyphs.no : ''}${code}`;
    const shown: Span = gone ? [text, 'warning'] : leftover ? [`(${text})`, 'dim'] : blocked ? [text, 'danger'] : text;
    return index === 0 ? [shown] : [' ', shown];
  });
}

/** What is out of the ordinary: system users, leftovers, who is gone, blocks, and what linked users differ in. */
export function accountMarks(users: readonly ListedUser[], theme: Theme): readonly Span[] {
  const here = users.filter(({ leftover, gone }) => !leftover && !gone);
  const environments = (of: readonly ListedUser[]): string => of.map(({ environment }) => environment).join(', ');
  const blocked = here.filter((user) => user.blocked);
  const left = users.filter(({ leftover }) => leftover);
  const gone = users.filter((user) => user.gone);
  const differing = differingFields(users).map((field) => fieldLabel(theme.language, field));
  return [
    ...(users.some(({ system }) => system) ? [[say(theme, 'wizard.users.system'), 'warning'] satisfies Span] : []),
    ...(blocked.length === 0
      ? []
      : [[blockedText(blocked.length === here.length, environments(blocked), theme), 'danger'] satisfies Span]),
    ...(left.length === 0
      ? []
      : [[say(theme, 'wizard.users.leftoverIn', { environments: environments(left) }), 'warning'] satisfies Span]),
    ...(gone.length === 0
      ? []
      : [[say(theme, 'wizard.users.goneFrom', { environments: environments(gone) }), 'warning'] satisfies Span]),
    ...(differing.length === 0
      ? []
      : [[say(theme, 'wizard.users.differsIn', { fields: differing.join(', ') }), 'changed'] satisfies Span]),
  ];
}

function blockedText(everywhere: boolean, environments: string, theme: Theme): string {
  return everywhere ? say(theme, 'wizard.users.blocked') : say(theme, 'wizard.users.blockedIn', { environments });
}

/** What a user may enter, by the names of the fields. */
export function accessText({ access }: ListedUser, theme: Theme): string {
  const names = ACCESS_FIELDS.filter((field) => access[field]).map((field) => fieldLabel(theme.language, field));
  return names.length === 0 ? say(theme, 'wizard.users.noAccess') : names.join(', ');
}

/** A value of the first of them, with a mark where linked users have another. */
export function valueSpan(users: readonly ListedUser[], field: SyncedTextField, { glyphs }: Theme): Span {
  const value = users[0]?.[field] ?? '';
  return differingFields(users).includes(field) ? [`${glyphs.differs} ${value}`, 'changed'] : value;
}
