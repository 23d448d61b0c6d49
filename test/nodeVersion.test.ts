import { describe, expect, it } from 'vitest';
import { decideStart, newerNodePath, nodeFor, tooOldMessage } from '../src/nodeVersion.js';

describe('the Node that a face needs', () => {
  it.each([
    ['v18.20.0', 'tooOld', 'tooOld'],
    ['v20.18.3', 'tooOld', 'tooOld'],
    ['v20.19.0', 'fine', 'tooOld'],
    ['20.20.2', 'fine', 'tooOld'],
    ['v21.7.3', 'fine', 'tooOld'],
    ['v22.0.0', 'fine', 'fine'],
    ['v24.21.0', 'fine', 'fine'],
    ['v25.0.0-nightly20260101', 'fine', 'fine'],
    ['v100.1.0', 'fine', 'fine'],
  ] as const)('%s: script %s, wizard %s', (version, script, wizard) => {
    expect(nodeFor('script', version)).toBe(script);
    expect(nodeFor('wizard', version)).toBe(wizard);
  });
});

describe('starting on an old Node', () => {
  const old = { face: 'wizard', version: 'v20.20.2', rerun: false, language: 'en' } as const;

  it('runs where the Node is new enough, even when a newer one is near', () => {
    expect(decideStart({ ...old, version: 'v24.0.0', newerNode: '/n' })).toEqual({ kind: 'run' });
    expect(decideStart({ ...old, face: 'script', newerNode: '/n' })).toEqual({ kind: 'run' });
  });

  it('runs again on the Node beside the package', () => {
    expect(decideStart({ ...old, newerNode: '/p/node' })).toEqual({ kind: 'rerun', node: '/p/node' });
  });

  it('refuses where there is no newer Node', () => {
    expect(decideStart(old)).toEqual({ kind: 'refuse', message: tooOldMessage('wizard', 'v20.20.2', 'en') });
  });

  it('never runs again a second time', () => {
    expect(decideStart({ ...old, newerNode: '/p/node', rerun: true }).kind).toBe('refuse');
  });
});

describe('the sentence', () => {
  it('says what is needed and what there is, in both languages', () => {
    expect(tooOldMessage('script', 'v18.1.0', 'nl')).toBe('Instroom heeft Node 20.19 of nieuwer nodig; dit is 18.1.0.');
    expect(tooOldMessage('wizard', 'v20.20.2', 'en')).toBe(
      'The wizard of Instroom needs Node 22 or newer; this is 20.20.2. The commands with --yes or --json work from Node 20.19 on.',
    );
  });
});

it('looks for the newer Node where npm puts it', () => {
  expect(newerNodePath('linux')).toBe('node_modules/node/bin/node');
  expect(newerNodePath('win32')).toBe('node_modules/node/bin/node.exe');
});
