/** How a file was read, as it is kept with its run: a password is kept nowhere, also not as what an encoding decided. */
import type { Mapping } from '../domain/settings.js';
import { cellText } from '../domain/sourceRow.js';
import type { FileLayout, InspectedFile } from './ports/importFiles.js';

/** The value of the guess goes, unless it is seen to stand elsewhere than in the column of passwords. */
export function shownLayout({ layout, sample }: InspectedFile, { password }: Mapping): FileLayout {
  const { encodingGuess: guess } = layout;
  if (guess === undefined || password?.kind !== 'column') return layout;
  const cells = sample.find(({ row }) => row === guess.row)?.cells ?? [];
  const stands = (index: number): boolean => cellText(cells[index] ?? '').trim() === guess.value;
  const isElsewhere = !stands(password.index) && cells.some((_, index) => stands(index));
  return isElsewhere ? layout : { ...layout, encodingGuess: { ...guess, value: '' } };
}
