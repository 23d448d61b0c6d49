/** Reads a directory from JSON text. */
import { UnreadableFile } from '../application/userError.js';
import { DirectoryFaults, type ReadDirectory } from '../application/ports/directoryFaults.js';
import { checkShape } from './directory/checkShape.js';
import { withoutUnknownValues } from './directory/unknownValues.js';
import { repeatedNames } from './directory/repeatedNames.js';

/** Throws `UnreadableFile` for what is no JSON, and see `checkShape`. */
export function readDirectoryFile(name: string, text: string): ReadDirectory {
  const faults = new DirectoryFaults(name);
  const value = parsed(name, text);
  for (const place of repeatedNames(text, value)) faults.addAt('directory.fault.nameTwice', { place });
  return { directory: checkShape(withoutUnknownValues(value), faults), faults };
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    throw new UnreadableFile('directory.notJson', { file });
  }
}
