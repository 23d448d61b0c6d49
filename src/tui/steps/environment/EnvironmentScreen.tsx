/** Choose the target environment, and see which others its changes reach. */
import { Box } from 'ink';
import type { ReactElement } from 'react';
import type { EnvironmentOverview } from '../../../application/ports/directoryStore.js';
import { count, say, sayRef, type Theme } from '../../../presentation/theme.js';
import { wrapLines, type Line } from '../../../presentation/lines.js';
import type { EnvironmentStep } from './state.js';
import { environmentKind } from '../../../presentation/environmentKind.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { ENVIRONMENT_FRAME } from './update.js';
import type { View } from '../../view.js';
import { mirrorLines } from '../../widgets/mirrorLines.js';
import { rulesLines } from '../../widgets/rulesLines.js';
import { scrollTo } from '../../table/window.js';
import { Lines } from '../../widgets/Lines.js';
import { SmallTable } from '../../widgets/SmallTable.js';

export function EnvironmentScreen({ step, view }: ScreenProps<EnvironmentStep>): ReactElement {
  const { theme } = view;
  const { environments } = step;
  if (!environments) return <Lines lines={[[say(theme, 'wizard.looking')]]} view={view} height={view.height} />;
  if (environments.length === 0)
    return <Lines lines={noEnvironments(theme, view.columns)} view={view} height={view.height} />;
  const about = aboutLines(step, environments, view);
  const listHeight = Math.max(1, Math.min(view.height - ENVIRONMENT_FRAME, view.height - AROUND_LIST - about.length));
  const top = scrollTo(step.top, step.cursor, listHeight, environments.length);
  const shown = environments.slice(top, top + listHeight);
  const wide = view.columns >= 90;
  const columns = [
    { title: say(theme, 'wizard.environment.code') },
    { title: say(theme, 'wizard.environment.type') },
    { title: say(theme, 'wizard.environment.name') },
    { title: say(theme, 'wizard.environment.users'), align: 'right' as const },
    ...(wide
      ? [
          { title: say(theme, 'wizard.environment.active'), align: 'right' as const },
          { title: say(theme, 'wizard.environment.approval') },
        ]
      : []),
  ];
  return (
    <Box flexDirection="column" height={view.height}>
      <Lines lines={[[say(theme, 'wizard.environment.ask')]]} view={view} />
      <SmallTable
        view={view}
        columns={columns}
        rows={shown.map((environment) => rowOf(environment, theme, wide))}
        selected={step.cursor - top}
      />
      <Lines lines={about} view={view} />
    </Box>
  );
}

/** The question, and borders and heading of the table: the list leaves room for all that is told below it. */
const AROUND_LIST = 5;

/** The other environments that changes in this one reach: those of the same type. */
function reachedFrom(target: EnvironmentOverview, all: readonly EnvironmentOverview[]): readonly EnvironmentOverview[] {
  return all.filter((other) => other.type === target.type && other.code !== target.code);
}

function rowOf(environment: EnvironmentOverview, theme: Theme, wide: boolean): readonly string[] {
  const { code, type, name, users, activeUsers, approval } = environment;
  return [
    code,
    environmentKind(type, theme),
    name.length > 28 ? `${name.slice(0, 27)}${theme.glyphs.ellipsis}` : name,
    count(theme, users),
    ...(wide
      ? [count(theme, activeUsers), approval === 'none' ? '' : say(theme, 'wizard.environment.secondPerson')]
      : []),
  ];
}

/** What the environment at the cursor brings with it. */
function aboutLines(
  step: EnvironmentStep,
  environments: readonly EnvironmentOverview[],
  { theme, columns, height }: View,
): readonly Line[] {
  const here = environments[step.cursor];
  if (!here) return [];
  const reached = reachedFrom(here, environments);
  const kind = sayRef(theme, { key: `type.${here.type}`, params: {} });
  const others = reached
    .map(({ code, users }) => say(theme, 'wizard.environment.withUsers', { code, users, shown: count(theme, users) }))
    .join(', ');
  const reach =
    reached.length === 0
      ? say(theme, 'wizard.environment.alone', { code: here.code, kind })
      : say(theme, 'wizard.environment.reaches', { code: here.code, others });
  const lines: Line[] = [[], ...wrapLines(reach, columns, here.type === 'production' ? 'warning' : 'plain')];
  if (here.type === 'production') lines.push([[say(theme, 'wizard.environment.production'), 'danger']]);
  else lines.push([[say(theme, 'wizard.environment.onlySameType', { kind }), 'dim']]);
  lines.push(...mirrorLines(here, theme, columns));
  if (here.approval === 'second-person') lines.push([[say(theme, 'wizard.environment.approvalAsked'), 'warning']]);
  lines.push(...rulesLines(here, theme, columns));
  return lines.slice(0, Math.max(1, height - AROUND_LIST - 1));
}

function noEnvironments(theme: Theme, columns: number): readonly Line[] {
  return wrapLines(say(theme, 'wizard.environment.none'), columns, 'warning');
}
