/** Why a file is not written. */
import { UserError } from '../../application/userError.js';
import type { FileTextKey } from '../../language/files.js';

export function outputStop(
  key: FileTextKey,
  file: string,
  params: Readonly<Record<string, string | number>> = {},
): UserError {
  return UserError.of('wrongUse', { key, params: { file, ...params } });
}
