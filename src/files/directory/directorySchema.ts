/** The shape of a directory for other programs. */
import { z } from 'zod';
import { DIRECTORY_SHAPE } from './directoryShape.js';

/** JSON Schema, draft 7: the one that editors know. Lengths are those of trimmed texts. */
export function directorySchema(): object {
  return z.toJSONSchema(DIRECTORY_SHAPE, { target: 'draft-7' });
}
