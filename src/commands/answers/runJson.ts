/** A run as JSON (docs/cli.md, *Streams and JSON*): what `plan`, `apply`, `import`, `show` and `undo` answer. */
import type { FileLayout } from '../../application/ports/importFiles.js';
import type { RowDifference, RunAnswer } from '../../application/useCases.js';
import { numberInFile } from '../../domain/absent.js';
import type { Guard } from '../../domain/guards/guard.js';
import type { Run } from '../../domain/run.js';
import { changesOf } from '../../domain/outcomes.js';
import type { Language } from '../../language/text.js';
import type { DifferenceJson } from './schemas/row.js';
import type { RunJson } from './schemas/run.js';
import { rowJson } from './rowJson.js';

export function runJson({ run, guards, approvalNeeded, importedBefore, undecided = [] }: RunAnswer): RunJson {
  const { outcomes, codes, cleared, environments, tokensRevoked, groupsCreated, newGroups = [] } = run.summary;
  const { staysActive, staysBlocked, unknown, absent } = run.summary;
  const isImport = run.kind !== 'hand' && run.kind !== 'pull' && run.settingsChange === null;
  return {
    run: run.id,
    kind: run.kind,
    status: run.status,
    digest: run.digest,
    changes: changesOf(run.summary),
    type: isImport ? run.type : null,
    environment: run.environment,
    environmentType: run.environmentType,
    file: isImport ? fileJson(run) : null,
    definition: run.definition,
    act: actJson(run),
    settings: run.settingsChange && { old: { ...run.settingsChange.old }, new: { ...run.settingsChange.new } },
    operator: run.operator,
    origin: run.origin,
    sessionLogin: run.sessionLogin,
    databaseLogin: run.databaseLogin,
    reason: run.reason,
    approvedBy: run.approvedBy,
    approvedAt: run.approvedAt,
    appliedBy: run.appliedBy,
    raisedBy: run.raisedBy,
    createdAt: run.createdAt,
    appliedAt: run.appliedAt,
    expiresAt: run.expiresAt,
    parent: run.parent,
    again: run.again,
    set: run.set,
    ...(run.rest !== null && { rest: run.rest }),
    undoneBy: run.undoneBy,
    defaults: { ...run.settings.defaults },
    summary: {
      outcomes,
      codes,
      cleared,
      environments,
      tokensRevoked,
      groupsCreated,
      newGroups,
      staysActive,
      staysBlocked,
      ...(unknown && { unknown }),
    },
    ...(absent && { absent: { ...absent } }),
    ...(run.summary.pulled && { pulled: { ...run.summary.pulled } }),
    pruned: run.pruned,
    delivered: run.delivery && { ...run.delivery, refused: run.delivery.refused.length },
    secondPass: { rows: run.deferredUpns, run: run.secondPass?.run ?? null, status: run.secondPass?.status ?? null },
    approvalNeeded,
    ...(importedBefore && { importedBefore }),
    ...(undecided.length > 0 && { undecided }),
    guards: guards.map(guardJson),
  };
}

export function guardJson({ guard, check, environment, limit, allowed, count, tripped }: Guard): Guard {
  return {
    guard,
    ...(check !== undefined && { check }),
    ...(environment !== undefined && { environment }),
    limit,
    allowed,
    count,
    tripped,
  };
}

/** What a run of acts does; of several users, they are its rows. */
function actJson({ settings }: Run): RunJson['act'] {
  if (!settings.act) return null;
  const { act, user = null, groups = [], into = null, system = false, keepGroups = false } = settings.act;
  return { act, user, groups, into, system, keepGroups };
}

/** `encodingFirst`: the first value that a guess at the encoding decided. */
function fileJson({ file, layout }: Run): NonNullable<RunJson['file']> {
  const { encoding = null, encodingGuess = null } = (layout as FileLayout | null) ?? {};
  return {
    name: file.name,
    sha256: file.sha256,
    rows: file.rows,
    blank: file.blank,
    encoding,
    encodingGuessed: encodingGuess !== null,
    encodingFirst: encodingGuess && { row: encodingGuess.row, value: encodingGuess.value },
  };
}

/** What `plan --again` found to be different from the plan before. */
export function differenceJson(language: Language, { row, user, before, after }: RowDifference): DifferenceJson {
  return {
    row: numberInFile(row),
    user,
    before: before && rowJson(language, before),
    after: after && rowJson(language, after),
  };
}
