/** What a file is written as: what its name says, or else what is asked for. */
import { extname } from 'node:path';
import { UserError } from '../../application/userError.js';
import { outputStop } from './outputStop.js';

/** How names of files say what they are: by format, the first ending as it is proposed. */
export type Endings<Format extends string = string> = Readonly<Record<Format, readonly string[]>>;

/** Endings that say what a file is, as far as anything here could be taken for it. */
const TELLING: ReadonlySet<string> = new Set([
  ...['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.xls', '.ods', '.json', '.ndjson', '.yaml', '.yml', '.xml'],
  ...['.md', '.markdown', '.html', '.htm', '.pdf', '.doc', '.docx', '.odt', '.zip', '.gz', '.db', '.sqlite'],
]);

/** The format that a name says; `another` where it says one that is not among these, undefined where it says none. */
export function formatNamed<Format extends string>(
  path: string,
  endings: Endings<Format>,
): Format | 'another' | undefined {
  const ending = extname(path).toLowerCase();
  const said = (Object.keys(endings) as Format[]).find((format) => endings[format].includes(ending));
  return said ?? (TELLING.has(ending) ? 'another' : undefined);
}

/**
 * The format that a name says, or else `as`, or else the first one. Throws `UserError` where the name says another
 * than `as`, or something that is not written here.
 */
export function formatOf<Format extends string>(
  { path, as }: { readonly path: string; readonly as?: string | undefined },
  endings: Endings<Format>,
): Format {
  const formats = Object.keys(endings) as [Format, ...Format[]];
  const asked = formats.find((format) => format === as);
  const said = formatNamed(path, endings);
  if (said === 'another')
    throw outputStop('output.unknownExtension', path, {
      known: formats.map((format) => endings[format][0]).join(', '),
    });
  if (said !== undefined && asked !== undefined && said !== asked)
    throw new UserError('wrongUse', 'usage.otherThanName', {
      file: path,
      as: asked,
      extension: endings[asked][0] ?? '',
    });
  return said ?? asked ?? formats[0];
}
