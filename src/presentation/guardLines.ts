/** Guards that stop a run, with the flags that raise them. */
import { LIMIT_SETTINGS } from '../domain/guards/limits.js';
import { raisingSettings } from '../domain/guards/evaluateGuards.js';
import { toldGuard } from '../domain/guards/wholeFile.js';
import type { Guard } from '../domain/guards/guard.js';
import type { GuardSettings } from '../domain/guards/guardSettings.js';
import type { Run } from '../domain/run.js';
import { proposed, translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { wrappedLines } from './layout.js';
import type { Line } from './lines.js';

/** The guards that stop a run, each with its count and its flag. */
export function trippedLines(language: Language, run: Run, guards: readonly Guard[]): readonly Line[] {
  return guards
    .filter(({ tripped }) => tripped)
    .flatMap((guard) => {
      const { count, allowed, limit } = guard;
      const flag = raisingFlag(guard, run);
      const said =
        guard.guard === 'licences'
          ? translate(language, 'summary.licencesTripped', { count, limit, flag })
          : translate(language, 'summary.guardTripped', { count, allowed, flag });
      return wrappedLines(`${guardName(language, guard)}: ${said}`, 'danger', 4, 2);
    });
}

/** What a guard is called; a check by its own name, and a freeze with its days. */
export function guardName(language: Language, { guard, check, environment, limit }: Guard): string {
  if (guard === 'freeze') return `${translate(language, 'guard.freeze')} (${environment}, ${limit})`;
  if (environment !== undefined) return `${translate(language, `guard.${guard}`)} (${environment})`;
  if (check !== undefined) return translate(language, 'check.guarded', { check });
  return translate(language, `guard.${toldGuard(guard, limit)}`);
}

/** How many licences would be used, of how many there are, where that stops nothing. */
export function licenceTexts(language: Language, guards: readonly Guard[]): readonly string[] {
  return guards
    .filter(({ guard, tripped }) => guard === 'licences' && !tripped)
    .map(({ environment = '', count, limit }) =>
      translate(language, 'summary.licences', { environment, count, limit }),
    );
}

/** A name as a shell takes it. */
function quotedWord(name: string): string {
  return /^[\w.-]+$/u.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}

/** The flag that raises a guard just so far, or the command that changes the setting that alone does. */
export function raisingFlag(guard: Guard, { counts }: Run): string {
  if (guard.guard === 'administrators') return keepingCommand(guard);
  if (guard.guard === 'licences') return proposed(`env set ${guard.environment} --licences ${guard.count}`);
  return flagsOf(raisingSettings([guard], counts)).join(' ');
}

/** With fewer administrators than this the plan would pass. */
function keepingCommand({ environment = '', limit, allowed, count }: Guard): string {
  return proposed(`env set ${environment} --min-admins ${Math.max(0, Number(limit) - (count - allowed))}`);
}

function flagsOf({
  acceptEmptyCode,
  acceptShrunk,
  freezes,
  acceptChecks = [],
  allowClear,
  ...limits
}: GuardSettings): readonly string[] {
  return [
    ...(acceptEmptyCode ? ['--accept-empty-code'] : []),
    ...(acceptShrunk ? ['--accept-shrunk'] : []),
    ...(freezes ? ['--during-freeze'] : []),
    ...acceptChecks.map((name) => `--accept-check ${quotedWord(name)}`),
    ...(allowClear ? [`--allow-clear ${allowClear.join(',')}`] : []),
    ...LIMIT_SETTINGS.flatMap(({ guard, setting }) =>
      limits[setting] === undefined ? [] : [`--max-${guard} ${limits[setting]}`],
    ),
  ];
}
