/** Reads a directory from JSON text. */
import { UnreadableFile } from '../application/errors.js';
import type { ReadDirectory } from '../application/importDirectory.js';
import { DirectoryFaults, placeInJson } from '../application/ports/directoryFaults.js';
import { checkShape } from './directory/checkShape.js';

/** Throws `UnreadableFile` for what is no JSON, and see `checkShape`. */
export function readDirectoryFile(name: string, text: string): ReadDirectory {
  const faults = new DirectoryFaults(name);
  return { directory: checkShape(parsed(name, text), faults, placeInJson), faults };
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    throw new UnreadableFile('directory.notJson', { file });
  }
}
