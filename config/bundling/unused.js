// @ts-check
/** What packages bring along and no command uses: left out, or made ready when it is first asked for. */
import { readFile } from 'node:fs/promises';

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

/** @type {import('esbuild').Plugin} */
export const leaveOutUnused = {
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

/** @type {import('esbuild').Plugin} */
export const leaveOutNeverCalled = {
  name: 'leave out what is never called',
  setup({ onLoad }) {
    onLoad({ filter: NEVER_CALLED }, () => ({ contents: '' }));
  },
};

/** @type {import('esbuild').Plugin} */
export const readyWhenCalled = {
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
