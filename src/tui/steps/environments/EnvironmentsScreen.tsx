/** The environments as a table, and what the one at the cursor asks and is. */
import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import { shortConnectionTexts } from '../../../presentation/connectionTexts.js';
import { wrapLines, type Line } from '../../../presentation/lines.js';
import { count, say, sayRef, type Theme } from '../../../presentation/theme.js';
import { environmentKind } from '../../../presentation/environmentKind.js';
import type { ScreenProps } from '../../shell/wizard.js';
import type { View } from '../../view.js';
import { mirrorLines } from '../../widgets/mirrorLines.js';
import { rulesLines } from '../../widgets/rulesLines.js';
import { scrollTo } from '../../table/window.js';
import { Lines } from '../../widgets/Lines.js';
import { SmallTable } from '../../widgets/SmallTable.js';
import { environmentHere, type EnvironmentsStep } from './state.js';
import { ENVIRONMENTS_FRAME } from './update.js';

export function EnvironmentsScreen({ step, view }: ScreenProps<EnvironmentsStep>): ReactElement {
  const { theme, height, columns } = view;
  const { environments } = step;
  if (!environments) return <Lines lines={[[say(theme, 'wizard.looking')]]} view={view} height={height} />;
  if (environments.length === 0)
    return <Lines lines={wrapLines(say(theme, 'wizard.environments.none'), columns)} view={view} height={height} />;
  const about = aboutLines(step, environments, view);
  const listHeight = Math.max(1, Math.min(height - ENVIRONMENTS_FRAME, height - AROUND_LIST - about.length));
  const top = scrollTo(step.top, step.cursor, listHeight, environments.length);
  const shown = environments.slice(top, top + listHeight);
  const wide = columns >= 90;
  const right = { align: 'right' as const };
  return (
    <Box flexDirection="column" height={height} overflow="hidden">
      <SmallTable
        view={view}
        columns={[
          { title: say(theme, 'wizard.environment.code') },
          { title: say(theme, 'wizard.environment.type') },
          { title: say(theme, 'wizard.environment.name') },
          { title: say(theme, 'wizard.environment.users'), ...right },
          { title: say(theme, 'wizard.environments.blocked'), ...right },
          ...(wide ? [{ title: say(theme, 'wizard.environment.approval') }] : []),
        ]}
        rows={shown.map((environment) => rowOf(environment, theme, wide))}
        selected={step.cursor - top}
      />
      <Lines lines={about} view={view} />
    </Box>
  );
}

/** Borders and heading of the table: the list leaves room for all that is told below it. */
const AROUND_LIST = 4;

function rowOf(environment: EnvironmentOverview, theme: Theme, wide: boolean): readonly string[] {
  const { code, type, name, users, activeUsers, approval, deleted } = environment;
  const kind = environmentKind(type, theme);
  return [
    code,
    deleted ? sayRef(theme, { key: 'env.removedMark', params: {} }) : kind,
    name,
    count(theme, users),
    deleted ? '' : count(theme, users - activeUsers),
    ...(wide ? [approval === 'none' ? '' : say(theme, 'wizard.environment.secondPerson')] : []),
  ];
}

/** Which others its changes reach, and what it asks; of a removed one, who was left behind. */
function aboutLines(
  step: EnvironmentsStep,
  all: readonly EnvironmentOverview[],
  { theme, columns }: View,
): readonly Line[] {
  const here = environmentHere(step);
  if (!here) return [];
  const { code, users, participant } = here;
  if (here.deleted)
    return [
      [],
      ...wrapLines(say(theme, 'wizard.environments.leftovers', { users, shown: count(theme, users) }), columns),
    ];
  const others = all
    .filter(({ type, deleted, code: other }) => type === here.type && !deleted && other !== code)
    .map((other) => other.code);
  const kind = sayRef(theme, { key: `type.${here.type}`, params: {} });
  const reach =
    others.length === 0
      ? say(theme, 'wizard.environment.alone', { code, kind })
      : say(theme, 'wizard.environment.reaches', { code, others: others.join(', ') });
  return [
    [],
    ...wrapLines(reach, columns),
    [[say(theme, 'wizard.environments.participant', { participant }), 'dim']],
    ...(here.approval === 'none' ? [] : wrapLines(say(theme, 'wizard.environment.approvalAsked'), columns, 'warning')),
    ...rulesLines(here, theme, columns),
    ...mirrorLines(here, theme, columns),
    ...(here.connection
      ? shortConnectionTexts(theme.language, here.connection).flatMap((text) => wrapLines(text, columns, 'dim'))
      : []),
  ];
}
