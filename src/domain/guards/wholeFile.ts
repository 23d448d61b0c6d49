/** The guard `shrunk`: a file that may not hold everybody blocks nobody for being absent (docs/rules.md, *Who is not in the file*). */
import { judged, type Guard } from './guard.js';
import type { GuardCounts } from './guardCounts.js';

/** Of which share of the rows of the file before, rejected rows of the file: beyond it, the file may be cut off or at fault. */
const SHRUNK = { least: 50, rejected: 10 } as const;

/** Limits of `shrunk` that are no number: the last line of the file is not finished, or another was applied after it. */
const FILE_FAULTS = ['cut', 'older'] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** What a guard is told by: `shrunk` by what is wrong with the file, where that is more than its rows. */
export function toldGuard<Kind extends string>(guard: Kind, limit: Guard['limit']): Kind | `shrunk.${FileFault}` {
  const fault = FILE_FAULTS.find((one) => one === limit);
  return guard === 'shrunk' && fault !== undefined ? `shrunk.${fault}` : guard;
}

/**
 * Why the file may not hold everybody, so that somebody is blocked for no reason: it has fewer than half of the rows of the
 * last one, more than a tenth of it is rejected, a rejected row may be about anybody, it ends in the middle of a row, or it is
 * an old one. The count is of what is missing.
 */
export function shrunk(counts: GuardCounts, accepted: boolean): Guard {
  const { rows, rejected, unnamed = 0, wholeFile } = counts;
  const before = wholeFile?.rowsBefore ?? 0;
  const fewer = judged(
    'shrunk',
    Math.max(0, before - rows),
    Math.floor((before * SHRUNK.least) / 100),
    `${SHRUNK.least}%`,
  );
  const found = [
    fewer,
    judged('shrunk', rejected, Math.floor((rows * SHRUNK.rejected) / 100), `${SHRUNK.rejected}%`),
    judged('shrunk', unnamed, 0, 0),
    judged('shrunk', endsAsCut(counts) ? 1 : 0, 0, 'cut'),
    judged('shrunk', wholeFile?.isOlder === true ? 1 : 0, 0, 'older'),
  ];
  const told = found.find(({ tripped }) => tripped) ?? fewer;
  return accepted ? judged('shrunk', told.count, told.count, 'accepted') : told;
}

/** Whether its last line was not written to its end: unlike that of the file before, or as the row is not right. */
function endsAsCut({ wholeFile, lastRejected = false }: GuardCounts): boolean {
  return wholeFile?.endsOpen === true && (wholeFile.endedOpen === false || lastRejected);
}
