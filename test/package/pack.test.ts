/** The package for npm holds everything that it needs, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packedFiles } from './packed.js';
import { ROOT } from './readme.js';

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, never> & {
  readonly man?: readonly string[];
};

it('holds what it needs', () => {
  const modules = JSON.parse(readFileSync(join(ROOT, 'dist/modules.json'), 'utf8')) as Record<string, unknown>;
  const built = Object.keys(modules).map((name) => (/^(?:instroom|person)\.js$/u.test(name) ? name : `chunks/${name}`));
  const needed = [
    ...built.map((name) => `dist/${name}`),
    ...['instroom.bash', '_instroom', 'instroom.fish'].map((name) => `dist/share/completions/${name}`),
    ...(manifest.man ?? []).map((path) => path.replace(/^\.\//u, '')),
    'dist/licenses.txt',
    'data/directory.json',
    ...['instroom.bash', '_instroom', 'instroom.fish'].map((name) => `data/completion/${name}`),
    'samples/alle-mutatiecodes.csv',
    'samples/README.md',
    'docs/recording.svg',
    'README.md',
    'README.nl.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'LICENSE',
    'package.json',
  ];
  expect(needed.filter((path) => !packedFiles().includes(path))).toEqual([]);
});

it('holds nothing else', () => {
  const known =
    /^(?:dist\/(?:(?:chunks\/)?[\w-]+\.js|licenses\.txt|share\/.+)|data\/(?:directory\.json|completion\/.+)|samples\/(?!corpus).+|docs\/.+\.(?:md|svg)|[A-Z]+(?:\.nl)?(?:\.md)?|package\.json)$/u;
  expect(packedFiles().filter((path) => !known.test(path))).toEqual([]);
});

it('can be published, and runs nothing where it is installed', () => {
  const { scripts, engines, bin, private: isPrivate } = manifest as Record<string, Record<string, string> | undefined>;
  expect(isPrivate).toBeUndefined();
  expect(engines).toEqual({ node: '>=22' });
  expect(bin).toEqual({ instroom: 'dist/instroom.js' });
  for (const name of ['preinstall', 'install', 'postinstall']) expect(scripts).not.toHaveProperty(name);
});

it('asks for those packages alone that are not bundled', () => {
  const { dependencies, optionalDependencies } = manifest as Record<string, Record<string, string>>;
  const built = packedFiles().filter((path) => path.endsWith('.js'));
  const imported = new Set(
    built.flatMap((path) =>
      [
        ...readFileSync(join(ROOT, path), 'utf8').matchAll(
          /(?:from |import\(|__require\()"((?:@[\w-]+\/)?[a-z][\w-]*)"/gu,
        ),
      ]
        .map(([, name = '']) => name)
        .filter((name) => !isOfNode(name)),
    ),
  );
  const asked = Object.keys({ ...dependencies, ...optionalDependencies });
  expect(asked.filter((name) => !imported.has(name))).toEqual([]);
});

function isOfNode(name: string): boolean {
  return process.getBuiltinModule(name) !== undefined;
}
