// @ts-check
/** The tree as a Debian package, by Debian's own tools: `dpkg-deb` (dpkg) and `dpkg-shlibdeps` (dpkg-dev). */
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isThere, ROOT, run } from './shell.js';

const NEEDED = ['dpkg-deb', 'dpkg-shlibdeps', 'dpkg'];

/** What is missing to make one, if anything. */
export function missingForDebian() {
  return NEEDED.filter((command) => !isThere(command));
}

/**
 * @param {{ prefix: string, build: string, version: string, summary: string, epoch: number }} of
 * @returns {Promise<string>} the package
 */
export async function makeDebian({ prefix, build, version, summary, epoch }) {
  const architecture = run('dpkg', ['--print-architecture']).trim();
  const name = `instroom_${version}_${architecture}`;
  const root = join(build, name);
  await rm(root, { recursive: true, force: true });
  await mkdir(join(root, 'DEBIAN'), { recursive: true, mode: 0o755 });
  // `verbatimSymlinks`: those of the tree are relative.
  await cp(prefix, join(root, 'usr'), { recursive: true, verbatimSymlinks: true });
  const documents = join(root, 'usr/share/doc/instroom');
  await rm(join(documents, 'LICENSE'));
  await writeFile(join(documents, 'copyright'), await copyright());
  await writeFile(join(documents, 'changelog.gz'), gzipSync(changelog(version, epoch), { level: 9 }));
  const overrides = join(root, 'usr/share/lintian/overrides');
  await mkdir(overrides, { recursive: true });
  await cp(join(ROOT, 'config/package/lintian-overrides'), join(overrides, 'instroom'));
  const control = {
    Package: 'instroom',
    Version: version,
    Architecture: architecture,
    Maintainer: MAINTAINER,
    'Installed-Size': String(await kilobytes(join(root, 'usr'))),
    Depends: libraries(root, build),
    Section: 'admin',
    Priority: 'optional',
    Description: `${summary}\n ${EXTENDED.join('\n ')}`,
  };
  await writeFile(
    join(root, 'DEBIAN/control'),
    Object.entries(control)
      .map(([field, value]) => `${field}: ${value}\n`)
      .join(''),
  );
  await writeFile(join(root, 'DEBIAN/md5sums'), await sums(root));
  const made = join(build, `${name}.deb`);
  run('dpkg-deb', ['-Zxz', '-z3', '--build', '--root-owner-group', root, made], {
    env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch) },
  });
  await rm(root, { recursive: true });
  return made;
}

/** Whoever builds it, by the variables that Debian's tools read; an address of nobody otherwise. */
const MAINTAINER = `${process.env['DEBFULLNAME'] ?? 'Instroom maintainers'} <${process.env['DEBEMAIL'] ?? 'instroom@example.org'}>`;

const EXTENDED = [
  'Instroom reads lists of users (CSV, fixed width, XLSX), shows for every row',
  'what it will do in every environment, and writes it only then, to a database',
  'of its own: SQLite or PostgreSQL. It talks to no AFAS.',
  '.',
  'A wizard for the keyboard, and the same engine for scripts. The package brings',
  'its own Node along.',
];

/**
 * The libraries that the two programs were linked with, and the oldest version that has what they use.
 * @param {string} root
 * @param {string} build
 */
function libraries(root, build) {
  const programs = ['node', 'node_modules/sqlite3/build/Release/node_sqlite3.node'];
  const work = join(build, 'shlibdeps');
  run('mkdir', ['-p', join(work, 'debian')]);
  run('sh', ['-c', 'printf "Source: instroom\\n\\nPackage: instroom\\nArchitecture: any\\n" > debian/control'], {
    cwd: work,
  });
  const paths = programs.map((program) => `-e${join(root, 'usr/lib/instroom', program)}`);
  const found = run('dpkg-shlibdeps', ['-O', '--ignore-missing-info', ...paths], { cwd: work });
  run('rm', ['-r', work]);
  return /shlibs:Depends=(.*)/u.exec(found)?.[1] ?? '';
}

/** @param {string} folder */
async function kilobytes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let total = 0;
  for (const entry of entries)
    total += entry.isFile() ? Math.ceil((await stat(join(entry.parentPath, entry.name))).size / 1024) : 1;
  return total;
}

/** @param {string} root */
async function sums(root) {
  return run('sh', ['-c', 'find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum'], { cwd: root });
}

async function copyright() {
  const license = await readFile(join(ROOT, 'LICENSE'), 'utf8');
  const [holder = ''] = license.match(/^Copyright.*$/mu) ?? [];
  const terms = license.slice(license.indexOf('Permission')).trim();
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: instroom

Files: *
Copyright: ${holder.replace(/^Copyright \(c\) /u, '')}
License: Expat
Comment: The program is bundled with other packages of npm, whose terms are in
 /usr/share/doc/instroom/licenses.txt, and runs on Node, whose terms are in
 /usr/share/doc/instroom/node-license.txt. Packages that stand by themselves in
 /usr/lib/instroom/node_modules hold theirs.

License: Expat
${terms.replace(/^$/gmu, '.').replace(/^/gmu, ' ')}
`;
}

/**
 * @param {string} version
 * @param {number} epoch
 */
function changelog(version, epoch) {
  const date = new Date(epoch * 1000).toUTCString().replace('GMT', '+0000');
  return `instroom (${version}) unstable; urgency=medium

  * What is new in it stands in CHANGELOG.md beside this file.

 -- ${MAINTAINER}  ${date}
`;
}
