/** Every kind of case that there is. */
import type { Kind } from './case.js';
import { badCellKinds } from './cases/badCells.js';
import { pollutionKinds } from './cases/pollution.js';

export async function allKinds(): Promise<readonly Kind[]> {
  return Promise.resolve([...pollutionKinds, ...badCellKinds]);
}
