/** The Debian package, really installed, used and removed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BUILD, done, ended, useInstalled, VERSION } from './installed.js';

const COMPLETION = '/usr/share/bash-completion/completions/instroom';

/** Where Debian's programs look for them. */
const PLACES = [
  '/usr/bin/instroom',
  '/usr/share/doc/instroom/copyright',
  '/usr/share/doc/instroom/changelog.gz',
  '/usr/share/man/man1/instroom.1.gz',
  '/usr/share/man/nl/man1/instroom.1.gz',
  COMPLETION,
  '/usr/share/zsh/vendor-completions/_instroom',
  '/usr/share/fish/vendor_completions.d/instroom.fish',
];

const PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
const has = (command: string): boolean => spawnSync(command, ['--version']).error === undefined;
const isInstalled = (): boolean => spawnSync('dpkg', ['-s', 'instroom']).status === 0;

/** Why it cannot be tried here, if it cannot. */
const reason = !has('dpkg')
  ? 'there is no dpkg'
  : process.getuid?.() !== 0
    ? 'needs root'
    : isInstalled()
      ? 'instroom is installed here'
      : undefined;

describe.skipIf(reason !== undefined)(`the Debian package${reason ? ` (${reason})` : ''}`, () => {
  const architecture = (): string => done(['dpkg', '--print-architecture'], { PATH }).trim();
  const file = (): string => join(BUILD, `instroom_${VERSION}_${architecture()}.deb`);

  it('is installed, used and removed, and leaves nothing behind', () => {
    onTestFinished(() => void spawnSync('dpkg', ['--purge', 'instroom']));
    done(['dpkg', '-i', file()], { PATH });
    const places = done(['dpkg', '-L', 'instroom'], { PATH })
      .split('\n')
      .filter((place) => /instroom/u.test(place));
    expect(places).toEqual(expect.arrayContaining(PLACES));
    expect(done(['/bin/bash', '-c', `. ${COMPLETION} && complete -p instroom`])).toContain('instroom');
    useInstalled(['/usr/bin/instroom'], '/usr/lib/instroom', { PATH: '' });
    done(['dpkg', '-r', 'instroom'], { PATH });
    expect(places.filter((place) => existsSync(place))).toEqual([]);
  });

  it('depends on the libraries that its programs use, and belongs to root', () => {
    const depends = done(['dpkg-deb', '--field', file(), 'Depends'], { PATH });
    expect(depends).toMatch(/libc6 \(>= 2\.\d+\)/u);
    expect(depends).toContain('libstdc++6');
    const owners = done(['dpkg-deb', '--contents', file()], { PATH }).trim().split('\n');
    expect(owners.filter((line) => !/^\S+ root\/root /u.test(line))).toEqual([]);
    // What others could change would be theirs to run.
    expect(owners.filter((line) => /^[^l].{7}w/u.test(line) || /^[^l].{4}w/u.test(line))).toEqual([]);
  });

  it.skipIf(!has('lintian'))('has no error that lintian sees (needs lintian)', () => {
    const words = ['lintian', '--fail-on', 'error', '--allow-root', file()];
    const { status, stdout } = ended(words, { PATH, HOME: '/root', LANG: 'C.UTF-8' });
    expect({ status, stdout: status === 0 ? '' : stdout }).toEqual({ status: 0, stdout: '' });
  });
});
