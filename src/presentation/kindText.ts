/** A kind of change in words: what its rows do, as one line. */
import type { KindChange, RowKind } from '../domain/kinds/kind.js';
import { fieldLabel, groupName, sayIn, translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { isEmpty, valueText } from './values.js';

/** `e-mail @oud.nl → @nieuw.nl, in PZ`; who is made or blocked begins with that. */
export function kindText(language: Language, { outcome, changes }: RowKind): string {
  const told = changes.filter((change) => !isSaidByOutcome(change, outcome));
  const textsOf = (isWanted: (change: KindChange) => boolean): string =>
    told
      .filter(isWanted)
      .map((change) => changeText(language, change, outcome === 'create'))
      .join(', ');
  const groups = textsOf(({ field }) => field === 'group');
  const values = textsOf(({ field }) => field !== 'group');
  if (outcome === 'update') return joined(', ', values, groups);
  const does = translate(language, `outcome.${outcome}`);
  return outcome === 'create' ? joined(': ', joined(', ', does, groups), values) : joined(', ', does, values, groups);
}

function joined(between: string, ...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(between);
}

function isSaidByOutcome({ field }: KindChange, outcome: RowKind['outcome']): boolean {
  if (outcome === 'block' || outcome === 'unblock') return field === 'blocked';
  if (outcome === 'rename') return field === 'user';
  return outcome === 'password' && field === 'password';
}

/** Of who is made, all that is filled in is new: the fields alone are named. */
function changeText(language: Language, { field, how, from, to }: KindChange, isMade: boolean): string {
  const say = sayIn(language);
  if (field === 'group' && from === undefined && how === 'emptied') return say('kind.leavesAll');
  if (field === 'group' && from !== undefined)
    return isEmpty(from ?? null)
      ? say('kind.joins', { group: groupName(String(to)) })
      : say('kind.leaves', { group: groupName(String(from)) });
  const label = fieldLabel(language, field);
  if (how === 'domain') return `${label} @${String(from)} → @${String(to)}`;
  if (from !== undefined && to !== undefined) {
    const was = isEmpty(from) ? '' : `${valueText(language, from)} → `;
    return isMade && to === true ? label : `${label} ${was}${valueText(language, to)}`;
  }
  return isMade && how === 'filled' ? label : `${label} ${say(`kind.${how}`)}`;
}

/** The environments by code, or how many they are. */
export function environmentsText(environments: readonly string[]): string {
  return environments.length > 2 ? String(environments.length) : environments.join(', ');
}
