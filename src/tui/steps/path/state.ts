/** The path of the file: typed with completion, or picked from its folder. */
import type { PathField } from '../../paths/pathField.js';

export interface PathStep extends PathField {
  readonly at: 'path';
}
