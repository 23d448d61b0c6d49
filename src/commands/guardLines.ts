/** Guards as people read them, with the flag that raises each. */
import { IDENTITY_FIELDS } from '../domain/fields.js';
import { usersLosingField, identityBit, type Guard, type GuardName, type GuardSettings } from '../domain/guards.js';
import type { Run } from '../domain/run.js';
import { translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { wrapped } from './layout.js';
import type { Piece } from './output.js';

/** The guards that stop a run, each with its count and its flag. */
export function trippedLines(language: Language, run: Run, guards: readonly Guard[]): readonly (readonly Piece[])[] {
  return guards
    .filter(({ tripped }) => tripped)
    .flatMap((guard) => {
      const { count, allowed } = guard;
      const said = translate(language, 'summary.guardTripped', { count, allowed, flag: raisingFlag(guard, run) });
      return wrapped(`${translate(language, `guard.${guard.guard}`)}: ${said}`, 4, 2).map((text) => [
        ['red', text] as const,
      ]);
    });
}

/** The flag that raises a guard just so far. */
export function raisingFlag({ guard, count }: Pick<Guard, 'guard' | 'count'>, run: Run): string {
  if (guard === 'empty-code') return '--accept-empty-code';
  if (guard === 'unmapped-identity') return `--allow-clear ${lostFields(run).join(',')}`;
  return `--max-${guard} ${count}`;
}

/** The settings that raise these guards just so far. */
export function raisingSettings(guards: readonly Guard[], run: Run): GuardSettings {
  const SETTING: Readonly<Record<GuardName, (count: number) => GuardSettings>> = {
    'empty-code': () => ({ acceptEmptyCode: true }),
    'unmapped-identity': () => ({ allowClear: lostFields(run) }),
    clears: (maxClears) => ({ maxClears }),
    blocks: (maxBlocks) => ({ maxBlocks }),
    renames: (maxRenames) => ({ maxRenames }),
    rejected: (maxRejected) => ({ maxRejected }),
  };
  return Object.assign({}, ...guards.map(({ guard, count }) => SETTING[guard](count))) as GuardSettings;
}

/** Identity fields that are not imported, and that somebody loses. */
function lostFields({ counts }: Run): readonly (typeof IDENTITY_FIELDS)[number][] {
  return IDENTITY_FIELDS.filter(
    (field) => (counts.importedIdentity & identityBit(field)) === 0 && usersLosingField(counts.clearedBy, field) > 0,
  );
}
