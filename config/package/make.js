// @ts-check
/**
 * `npm run package`: makes in `build/` the package for npm, an archive with its own Node, and where Debian's tools are a
 * Debian package of the same tree. Needs nothing of a network but npm's registry, for Node.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { makeArchive } from './archive.js';
import { makeDebian, missingForDebian } from './debian.js';
import { ROOT, run } from './shell.js';
import { makeTree, NATIVE_PART } from './tree.js';

/** As Debian has it: no article, no full stop. */
const SUMMARY = 'import users into a database of AFAS Profit environments';

if (!existsSync(join(ROOT, NATIVE_PART))) {
  console.error('SQLite has no native part here: make it with npm rebuild sqlite3, and try again.');
  process.exit(1);
}
const build = join(ROOT, 'build');
await mkdir(build, { recursive: true });
const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
const epoch = Number(process.env['SOURCE_DATE_EPOCH'] ?? commitTime());

// The manual pages name the day.
run('npm', ['pack', '--silent', '--pack-destination', build], {
  env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch) },
});
const packed = join(build, `instroom-${version}.tgz`);
tell(packed);

const prefix = join(build, `instroom-${version}-${process.platform}-${process.arch}`);
await makeTree({ packed, build, prefix });
makeArchive(prefix, `${prefix}.tar.gz`, epoch);
tell(`${prefix}.tar.gz`);

const missing = missingForDebian();
if (missing.length > 0) console.log(`no Debian package: there is no ${missing.join(', ')}`);
else tell(await makeDebian({ prefix, build, version, summary: SUMMARY, epoch }));

/** Of the commit, so that the same one makes the same packages. */
function commitTime() {
  try {
    return run('git', ['log', '-1', '--format=%ct']).trim();
  } catch {
    return Math.floor(Date.now() / 1000);
  }
}

/** @param {string} path */
function tell(path) {
  console.log(relative(ROOT, path));
}
