/** The small directory with thirty users beside it, for files that are looked at by what their rows have in common. */
import type { DirectoryJson } from '../../../src/application/directoryJson.js';
import { SMALL_DIRECTORY } from './smallDirectory.js';

export const CODES = Array.from({ length: 30 }, (_, at) => `U${String(at).padStart(2, '0')}`);
const [MODEL] = SMALL_DIRECTORY.users ?? [];

/** Each of them has an address at oud.nl. */
export const DIRECTORY: DirectoryJson = {
  ...SMALL_DIRECTORY,
  users: [
    ...(SMALL_DIRECTORY.users ?? []),
    ...CODES.map((code) => ({
      ...MODEL!,
      user: `12345.${code}`,
      description: `Naam ${code}`,
      email: `${code}@oud.nl`.toLowerCase(),
      upn: `${code}@upn.nl`.toLowerCase(),
      tokens: [],
    })),
  ],
};
