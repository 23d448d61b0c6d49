/** Every kind of case that there is. */
import type { Kind } from './case.js';
import { badCellKinds } from './cases/badCells.js';
import { encodingKinds } from './cases/encodings.js';
import { findingKinds } from './cases/findings.js';
import { honestKinds } from './cases/honest.js';
import { ignorableKinds } from './cases/ignorable.js';
import { numberKinds } from './cases/numbers.js';
import { pollockKinds } from './cases/pollock.js';
import { pollutionKinds } from './cases/pollution.js';

export const allKinds: readonly Kind[] = [
  ...honestKinds,
  ...findingKinds,
  ...pollockKinds,
  ...pollutionKinds,
  ...badCellKinds,
  ...ignorableKinds,
  ...encodingKinds,
  ...numberKinds,
];
