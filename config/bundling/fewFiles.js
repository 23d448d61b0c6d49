// @ts-check
/** Which modules are written into the same file: every command loads a few of them, and not one after the other. */
import { dirname, join, relative } from 'node:path';

/** What is loaded by every command, and by every command that opens a database. */
const EVERY_COMMAND = 'src/composition/startCommand.ts';
const EVERY_DATABASE = 'src/composition/openServices.ts';

/** What is loaded before a command is: at the start, and for a shell that completes a line. */
const BEFORE_COMMANDS = [
  EVERY_COMMAND,
  'src/composition/completeLine.ts',
  'src/composition/startOnOldNode.ts',
  'src/composition/tellFailure.ts',
  'src/files/definitions/yaml.ts',
  'src/system/keepCompiled.ts',
  'src/store/completion/completionValues.ts',
  'src/store/completion/askServer.ts',
];

/** What is loaded with a database, or takes so long that another module more is nothing. */
const WITH_DATABASE = [
  'src/composition/migrateRecorded.ts',
  'src/files/importFiles.ts',
  'src/files/inspectWorkbook.ts',
  'src/store/connection/connectPostgres.ts',
  'src/store/copy/copyDatabase.ts',
];

/**
 * What every command loads is a few files. esbuild makes a chunk of what the same entries reach, and what is loaded later is
 * an entry of its own: the modules that it shares would be cut out one by one, and each file takes half a millisecond. So what
 * is loaded later says what it comes after, which is there by then: no file is read for it.
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
export const comesAfter = (root) => ({
  name: 'comes after',
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, kind, importer, resolveDir }) => {
      if (kind !== 'dynamic-import' || !importer.startsWith(join(root, 'src'))) return undefined;
      const found = await resolve(path, { kind: 'import-statement', resolveDir });
      const name = relative(root, found.path);
      if (found.errors.length > 0 || BEFORE_COMMANDS.includes(name)) return found;
      return { path: found.path, namespace: WITH_DATABASE.includes(name) ? EVERY_DATABASE : EVERY_COMMAND };
    });
    for (const namespace of [EVERY_COMMAND, EVERY_DATABASE]) {
      onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents: `import ${JSON.stringify(join(root, namespace))};\nexport * from ${JSON.stringify(path)};\n`,
        resolveDir: dirname(path),
      }));
    }
  },
});
