/** The directory in which the year begins: the company in production, and others whom no file of HR is about. */
import type { DirectoryJson } from '../../src/application/directoryJson.js';
import { directoryOf, type DirectoryNote } from '../support/engineDirectory.js';
import { DEPARTMENTS, type Company, type Person } from './company.js';
import { PRODUCTION } from './office.js';

const SISTER = 'O12345AB';
export const TEST = 'T12345AA';

export function startingDirectory({ employed }: Company): DirectoryJson {
  const groups = [...Object.values(DEPARTMENTS), 'EXTERN'];
  const notes: Record<string, NonNullable<DirectoryNote['users']>[string]> = {
    [`${PRODUCTION} 12345.SYS`]: { system: true, description: 'System' },
    [`${PRODUCTION} 12345.BEHEER`]: { access: ['profit', 'portalAdmin'], groups: ['EXTERN'], description: 'Beheer' },
    [`${PRODUCTION} 12345.ACC`]: { groups: ['EXTERN'], description: 'Accountant' },
    [`${TEST} 12345.TEST1`]: { groups: ['HRM'], description: 'Test 1' },
    [`${TEST} 12345.TEST2`]: { description: 'Test 2' },
  };
  for (const person of employed) notes[`${PRODUCTION} 12345.${person.number}`] = noteOf(person);
  for (const person of employed.slice(0, 2)) notes[`${SISTER} 12345.${person.number}`] = noteOf(person);
  return directoryOf({
    environments: { [PRODUCTION]: {}, [SISTER]: {}, [TEST]: {} },
    groups: Object.fromEntries(
      [PRODUCTION, SISTER, TEST].flatMap((environment) => groups.map((group) => [`${environment} ${group}`, group])),
    ),
    users: notes,
  });
}

function noteOf({ first, last, mail, departments, language }: Person): NonNullable<DirectoryNote['users']>[string] {
  return {
    description: `${first} ${last}`,
    email: mail,
    upn: mail,
    siteLanguage: language === 'NL' ? '1043' : '2057',
    groups: departments.map((department) => DEPARTMENTS[department]).sort(),
  };
}
