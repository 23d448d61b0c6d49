/** One user: the sheet, and below it what happened; or all of the sheet, of which nothing is cut. */
import type { ReactElement } from 'react';
import { accountMarks } from '../../../presentation/accounts.js';
import { GAP, textOf, type Line, type Span } from '../../../presentation/lines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { say, sayRef, type Theme } from '../../../presentation/theme.js';
import { historyEntries } from '../../../presentation/userHistory.js';
import { userSheet } from '../../../presentation/userSheet.js';
import type { ScreenProps } from '../../shell/wizard.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';
import { sheetLines } from './sheetLines.js';
import { happeningsHeight, SHEET_LINES, type UserStep } from './state.js';

export function UserScreen({ step, wizard, view }: ScreenProps<UserStep>): ReactElement {
  const { theme, height } = view;
  const { users } = step;
  const told = (line: Line): ReactElement => <Lines lines={[line]} view={view} height={height} />;
  if (users === null) return told([say(theme, 'wizard.looking')]);
  if (users.length === 0 && step.happenings.length === 0)
    return told([[say(theme, 'wizard.user.nobody', { user: step.code }), 'warning']]);
  const title = titleLine(step, theme);
  if (step.all) {
    const lines = userSheet(users, view);
    const top = Math.min(step.all.top, Math.max(0, lines.length - (height - 1)));
    return <Lines lines={[title, ...lines.slice(top, top + height - 1)]} view={view} height={height} />;
  }
  const sheet = [title, ...sheetLines(users, step.column, view)];
  const lines: readonly Line[] = [
    ...Array.from({ length: SHEET_LINES - 1 }, (_, at): Line => sheet[at] ?? []),
    ruleLine(sayRef(theme, { key: 'user.history', params: {} }), view),
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

/** A line a run; of the one at the cursor as much as there is room for. */
function happeningLines({ history, top, cursor }: UserStep, height: number, { theme, columns }: View): readonly Line[] {
  if (history.length === 0) return [[[sayRef(theme, { key: 'user.noHistory', params: {} }), 'dim']]];
  const entries = historyEntries(history, { theme, columns: columns - GAP.length });
  const shown = entries.slice(top, top + height);
  const spare = Math.max(0, height - shown.length);
  return shown.flatMap(({ lines }, at): Line[] => {
    const here = top + at === cursor;
    const told = here ? lines.slice(0, 1 + spare) : lines.slice(0, 1);
    const isCut = told.length < lines.length;
    return told.map((line, index): Line => {
      const start = here && index === 0 ? `${theme.glyphs.cursor} ` : GAP;
      const end: Span = isCut && index === told.length - 1 ? ` ${theme.glyphs.ellipsis}` : '';
      return [
        start,
        ...line.map((span): Span => (here && typeof span === 'string' ? [textOf(span), 'strong'] : span)),
        end,
      ];
    });
  });
}
