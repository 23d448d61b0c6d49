/** The archive with its own Node, unpacked and used where there is nothing else. */
import { copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { BUILD, done, folderOfTest, useInstalled, VERSION } from './installed.js';

const NAME = `instroom-${VERSION}-${process.platform}-${process.arch}`;

function unpacked(): string {
  const folder = folderOfTest();
  done(['/bin/tar', '-xzf', join(BUILD, `${NAME}.tar.gz`), '-C', folder]);
  return join(folder, NAME);
}

it('runs with no Node and an empty PATH', () => {
  const place = unpacked();
  useInstalled([join(place, 'bin/instroom')], join(place, 'lib/instroom'), { PATH: '' });
});

it('runs by links to it, and where its folder has blanks', () => {
  const place = unpacked();
  const folder = folderOfTest();
  const within = join(folder, 'op een plek');
  mkdirSync(within);
  symlinkSync(place, join(within, 'de map'));
  symlinkSync('de map/bin/instroom', join(within, 'een'));
  symlinkSync(join(within, 'een'), join(folder, 'twee'));
  for (const path of [join(within, 'de map/bin/instroom'), join(within, 'een'), join(folder, 'twee')])
    expect(done([path, '--version'])).toBe(`${VERSION}\n`);
  expect(done(['/bin/sh', 'instroom', '--version'], {}, join(place, 'bin'))).toBe(`${VERSION}\n`);
});

// A root of its own holds the archive, a shell, and the libraries that the two are linked with.
it.skipIf(process.getuid?.() !== 0)('runs in a root with nothing but a shell (needs root)', () => {
  const root = folderOfTest();
  const place = join(root, 'opt');
  mkdirSync(place);
  mkdirSync(join(root, 'tmp'));
  done(['/bin/tar', '-xzf', join(BUILD, `${NAME}.tar.gz`), '-C', place]);
  const node = join(place, NAME, 'lib/instroom/node');
  for (const path of ['/bin/sh', ...librariesOf('/bin/sh'), ...librariesOf(node)]) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    copyFileSync(path, join(root, path));
  }
  const instroom = ['/usr/sbin/chroot', root, `/opt/${NAME}/bin/instroom`];
  const env = { PATH: '', HOME: '/tmp', TMPDIR: '/tmp' };
  expect(done([...instroom, 'demo'], env)).toContain('instroom undo 1');
  expect(JSON.parse(done([...instroom, 'version', '--json'], env))).toMatchObject({ version: VERSION });
});

function librariesOf(program: string): string[] {
  return [...done(['/usr/bin/ldd', program]).matchAll(/(\/\S+) \(0x/gu)].map(([, path]) => path ?? '');
}
