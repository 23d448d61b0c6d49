/** How many rows carry a mark, for the tabs that no outcome stands for. */
import { task } from '../../shell/task.js';
import type { Task } from '../../shell/wizard.js';
import type { MarkCounts, PreviewStep } from './state.js';

export function countMarks(run: number): Task {
  return task({
    slot: 'marks',
    run: async ({ useCases }): Promise<MarkCounts> => {
      const count = (mark: keyof MarkCounts): Promise<number> => useCases.countRows(run, { mark });
      const [warning, blocks, renames, clears, mended] = await Promise.all([
        count('warning'),
        count('blocks'),
        count('renames'),
        count('clears'),
        count('mended'),
      ]);
      return { warning, blocks, renames, clears, mended };
    },
    then: (step: PreviewStep, marks) => ({ step: { ...step, marks } }),
  });
}
