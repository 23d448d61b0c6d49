/** What runs changed of a user, a line for each change, whatever number of environments it reached. Pure. */
import type { UserChange } from '../../../application/userUseCases.js';

/** One change, with the environments in which a run made it. */
export interface Happening extends Pick<
  UserChange,
  'run' | 'kind' | 'appliedAt' | 'operator' | 'field' | 'from' | 'to'
> {
  readonly environments: readonly string[];
}

/** The latest first, as they are given; of a user that is made, that is told and not all that was filled in. */
export function happeningsOf(changes: readonly UserChange[]): readonly Happening[] {
  const made = new Set(changes.filter(isMaking).map(placeOf));
  const happenings: Happening[] = [];
  for (const change of changes) {
    if (made.has(placeOf(change)) && !isMaking(change)) continue;
    const { run, kind, appliedAt, operator, field, from, to, environment } = change;
    const same = happenings.findIndex(
      (known) => known.run === run && known.field === field && known.from === from && known.to === to,
    );
    const known = happenings[same];
    if (known) happenings[same] = { ...known, environments: [...new Set([...known.environments, environment])] };
    else happenings.push({ run, kind, appliedAt, operator, field, from, to, environments: [environment] });
  }
  return happenings;
}

function isMaking({ field, from }: UserChange): boolean {
  return field === 'user' && from === null;
}

function placeOf({ run, environment }: UserChange): string {
  return `${run} ${environment}`;
}
