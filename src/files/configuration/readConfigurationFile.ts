/** A file of settings, from bytes to names and values; the library is loaded when there is a file. */
import { constants, open, type FileHandle } from 'node:fs/promises';
import { UserError } from '../../application/userError.js';
import type { ConfigurationEntry, ConfigurationFile } from '../../application/ports/configurationFile.js';
import { distrustOf } from './whoCanWrite.js';

/** Far more than settings need. */
const MAX_BYTES = 64 * 1024;

/** `reader` is the user that the program runs as; undefined where the system has none, and nobody can be told apart. */
export async function readConfigurationFile(path: string, reader: number | undefined): Promise<ConfigurationFile> {
  let file: FileHandle | undefined;
  try {
    // A pipe that nobody writes to is not waited for.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = await file.stat();
    if (!found.isFile()) return { kind: 'distrusted', why: { key: 'config.noFile', params: { path } } };
    const why = reader === undefined ? undefined : await distrustOf(path, file, reader);
    if (why) return { kind: 'distrusted', why };
    if (found.size > MAX_BYTES) throw new UserError('wrongUse', 'config.tooLong', { path });
    return { kind: 'read', entries: await entriesOf(await file.readFile('utf8'), path) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    return { kind: 'distrusted', why: { key: 'config.unreadable', params: { path, reason: code } } };
  } finally {
    await file?.close();
  }
}

async function entriesOf(content: string, path: string): Promise<readonly ConfigurationEntry[]> {
  const { isMap, isScalar, isSeq, LineCounter, parseDocument } = await import('../definitions/yaml.js');
  const lines = new LineCounter();
  // All plain values as text: what is a switch, and what a text, the names decide.
  const document = parseDocument(content, { schema: 'failsafe', lineCounter: lines, prettyErrors: true });
  const [fault] = [...document.errors, ...document.warnings];
  const lineOf = (node: { readonly range?: readonly number[] | null | undefined }): number =>
    lines.linePos(node.range?.[0] ?? 0).line;
  if (fault) throw new UserError('wrongUse', 'config.notYaml', { path, line: fault.linePos?.[0].line ?? 1 });
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === '')) return [];
  if (!isMap(contents)) throw new UserError('wrongUse', 'config.notYaml', { path, line: lineOf(contents) });
  const textOf = (node: unknown): string | undefined =>
    isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
  return contents.items.map(({ key, value }) => {
    const name = textOf(key);
    const line = isScalar(key) ? lineOf(key) : lineOf(contents);
    if (name === undefined) throw new UserError('wrongUse', 'config.notYaml', { path, line });
    const list = isSeq(value) ? value.items.map(textOf) : undefined;
    const texts = list?.filter((text) => text !== undefined);
    return { name, line, value: list && list.length === texts?.length ? texts : textOf(value) };
  });
}
