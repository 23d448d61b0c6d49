/** What happens, by kind of change: the biggest and the rarest. */
import type { KindOfPlan } from '../../../application/rowGroups.js';
import type { RunAnswer } from '../../../application/useCases.js';
import { fewKinds } from '../../../presentation/kindSummary.js';
import { environmentsText, kindText } from '../../../presentation/kindText.js';
import { cell, GAP, type Line } from '../../../presentation/lines.js';
import { widthOf } from '../../../presentation/textWidth.js';
import { count, say } from '../../../presentation/theme.js';
import { task } from '../../shell/task.js';
import type { Task } from '../../shell/wizard.js';
import type { View } from '../../view.js';
import type { ConfirmStep } from './state.js';

/** A plan of settings has no rows. */
export function findKinds({ run }: RunAnswer): readonly Task[] {
  if (run.settingsChange) return [];
  return [
    task({
      slot: 'kinds',
      quiet: true,
      run: async ({ useCases }) => (await useCases.kinds(run.id)).kinds,
      then: (step: ConfirmStep, kinds) => ({ step: { ...step, kinds } }),
    }),
  ];
}

/** As many as leave room for what stops the plan. */
const MOST = 4;

/** One kind is told by the outcomes. */
export function kindLines(kinds: readonly KindOfPlan[], { theme, columns }: View): readonly Line[] {
  const changing = kinds.filter(({ outcome }) => outcome !== 'unchanged');
  if (changing.length < 2) return [];
  const { biggest, between, rarest } = fewKinds(changing, MOST);
  const width = widthOf(count(theme, Math.max(between.rows, changing.at(-1)?.rows ?? 0)));
  const counted = (rows: number): string => `${GAP}${cell(count(theme, rows), width, theme, 'right')}${GAP}`;
  const lineOf = (kind: KindOfPlan): Line => {
    const where = environmentsText(kind.environments);
    const text = kindText(theme.language, kind);
    const room = columns - widthOf(counted(0)) - widthOf(where) - GAP.length;
    return [counted(kind.rows), cell(text, Math.min(room, widthOf(text)), theme), GAP, [where, 'dim']];
  };
  return [
    ...biggest.map(lineOf),
    ...(between.kinds === 0
      ? []
      : [
          [
            counted(between.rows),
            [say(theme, 'wizard.confirm.otherKinds', { count: between.kinds }), 'dim'],
          ] satisfies Line,
        ]),
    ...rarest.map(lineOf),
  ];
}
