/** Companies and files of which some are in the file and others are not. */
import { isAbsentRow, type AbsentSettings } from '../../src/domain/absent.js';
import type { Guard } from '../../src/domain/guards/guard.js';
import type { PlannedRow } from '../../src/domain/plannedRow.js';
import type { Engine } from './engine.js';
import type { RowTexts } from './engineRows.js';
import { freshEngine, manyRow, manyUsers } from './engineTest.js';

export const BLOCK: AbsentSettings = { action: 'block' };
/** Of the hundred users alone. */
export const BLOCK_NUMBERED: AbsentSettings = { ...BLOCK, where: 'user:M0*' };

/** The first so many of a hundred users, each as they are. */
export const namedRows = (count: number): RowTexts[] =>
  Array.from({ length: count }, (_, at) => manyRow(at, { mutationCode: '1' }));

export const absentOf = (rows: readonly PlannedRow[]): string[] =>
  rows.filter(({ row }) => isAbsentRow(row)).map(({ user, outcome }) => `${user} ${outcome}`);

export const companyOf = (count: number): Promise<Engine> =>
  freshEngine({
    users: {
      ...manyUsers(count),
      'T12345AA 12345.SYS': { system: true },
      'T12345AA 12345.DICHT': { blocked: true },
      'T12345AB 12345.ELDERS': {},
    },
  });

export const trippedIn = (guards: readonly Guard[]): readonly string[] =>
  guards.flatMap(({ guard, tripped }) => (tripped ? [guard] : []));
