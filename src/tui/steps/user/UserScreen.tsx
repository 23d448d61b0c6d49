/** One user: the sheet, and below it what happened. */
import type { ReactElement } from 'react';
import { fieldLabel, momentText, sayIn } from '../../../language/index.js';
import { accountMarks } from '../../../presentation/accounts.js';
import { cell, GAP, type Line, type Span } from '../../../presentation/lines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { say, type Theme } from '../../../presentation/theme.js';
import { changeText } from '../../../presentation/values.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { shareWidth } from '../../table/columns.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import type { Happening } from './happenings.js';
import { sheetLines } from './sheetLines.js';
import { happeningsHeight, SHEET_LINES, type UserStep } from './state.js';
import { wholeLines } from './wholeLines.js';

export function UserScreen({ step, wizard, view }: ScreenProps<UserStep>): ReactElement {
  const { theme, height } = view;
  const { users } = step;
  if (users === null) return <Lines lines={[[say(theme, 'wizard.looking')]]} view={view} height={height} />;
  if (users.length === 0 && step.happenings.length === 0)
    return (
      <Lines
        lines={[[[say(theme, 'wizard.user.nobody', { user: step.code }), 'warning']]]}
        view={view}
        height={height}
      />
    );
  const title = titleLine(step, theme);
  if (step.all) {
    const lines = wholeLines(step, view);
    const top = Math.min(step.all.top, Math.max(0, lines.length - (height - 1)));
    return <Lines lines={[title, ...lines.slice(top, top + height - 1)]} view={view} height={height} />;
  }
  const sheet = [title, ...sheetLines(users, step.column, view)];
  const lines: readonly Line[] = [
    ...Array.from({ length: SHEET_LINES - 1 }, (_, at): Line => sheet[at] ?? []),
    ruleLine(say(theme, 'wizard.user.happened'), view),
    ...happeningLines(step, happeningsHeight(wizard.size), view),
  ];
  return <Lines lines={lines} view={view} height={height} />;
}

function titleLine({ code, users }: UserStep, theme: Theme): Line {
  const all = users ?? [];
  const marks = accountMarks(all, theme).flatMap((mark): Span[] => [` ${theme.glyphs.dot} `, mark]);
  return [[all[0]?.user ?? code, 'accent'], GAP, [all[0]?.description ?? '', 'strong'], ...marks];
}

function ruleLine(title: string, { theme, columns }: View): Line {
  const start = `${theme.glyphs.line.repeat(2)} ${title} `;
  return [[start + theme.glyphs.line.repeat(Math.max(0, columns - widthOf(start))), 'dim']];
}

function happeningLines({ happenings, top, cursor }: UserStep, height: number, view: View): readonly Line[] {
  const { theme, columns } = view;
  if (happenings.length === 0) return [[[say(theme, 'wizard.users.neverChanged'), 'dim']]];
  const shown = happenings.slice(top, top + height);
  const rows = shown.map((happening) => happeningParts(happening, theme));
  const widest = (part: number): number => Math.max(...rows.map((parts) => widthOf(parts[part] ?? '')));
  const [when = 0, run = 0, who = 0, what = 0, where = 0] = shareWidth(
    [
      { least: widest(0), most: widest(0) },
      { least: widest(1), most: widest(1) },
      { least: Math.min(8, widest(2)), most: widest(2), optional: 2 },
      { least: Math.min(24, widest(3)), most: widest(3) },
      { least: widest(4), most: widest(4), optional: 1 },
    ],
    columns - GAP.length,
    GAP.length,
  );
  const widths = [when, run, who, what, where];
  return rows.map((parts, at): Line => {
    const here = top + at === cursor;
    return [
      here ? `${theme.glyphs.cursor} ` : GAP,
      ...parts.flatMap((text, part): Span[] => {
        const width = widths[part] ?? 0;
        if (width === 0) return [];
        return [[cell(text, width, theme), part === 3 ? 'plain' : part === 0 && here ? 'here' : 'dim'], GAP];
      }),
    ];
  });
}

/** When, by which run, by whom, what, and where. */
function happeningParts(happening: Happening, theme: Theme): readonly string[] {
  const { run, kind, appliedAt, operator, environments } = happening;
  const where =
    environments.length === 1
      ? (environments[0] ?? '')
      : say(theme, 'wizard.user.inSeveral', { count: environments.length });
  return [
    momentText(theme.language, appliedAt),
    `${sayIn(theme.language)(`kind.${kind}`)} ${run}`,
    operator,
    whatText(happening, theme),
    where,
  ];
}

function whatText({ field, from, to }: Happening, theme: Theme): string {
  if (field === 'group') return from === null ? `+ ${String(to)}` : `- ${String(from)}`;
  if (field === 'user' && from === null) return say(theme, 'wizard.user.made');
  if (field === 'user' && to === null) return say(theme, 'wizard.user.removed');
  if (field === 'password') return fieldLabel(theme.language, 'password');
  if (field === 'blocked') return say(theme, to === true ? 'wizard.users.blocked' : 'wizard.user.unblocked');
  return changeText(theme.language, [field, from, to]);
}
