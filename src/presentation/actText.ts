/** What an act on users is called: `blokkeren (met de hand): 12345.BKR`. */
import type { ActSettings } from '../domain/acts.js';
import type { Run } from '../domain/run.js';
import { groupName, sayIn, translate } from '../language/index.js';
import type { Language } from '../language/text.js';

/** Null for a run that is no act. */
export function actText(language: Language, { settings }: Pick<Run, 'settings'>): string | null {
  if (!settings.act) return null;
  const say = sayIn(language);
  const named = say('hand.act', { act: say(`hand.${settings.act.act}`) });
  const about = aboutText(language, settings.act);
  return about === '' ? named : `${named}: ${about}`;
}

/** Whom it is about, where that is one user, and what is given with it. */
function aboutText(language: Language, { user, into, groups = [] }: ActSettings): string {
  if (user !== undefined && into !== undefined) return translate(language, 'hand.into', { user, into });
  return [...(user === undefined ? [] : [user]), ...groups.map(groupName)].join(', ');
}
