/**
 * Damaged files give a result or a clear error, never a crash or a hang, and no row that is done holds what
 * nobody sees in it. FUZZ_RUNS sets how many of each.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import fc from 'fast-check';
import { fromBufferPromise } from 'yauzl';
import { expect, test } from 'vitest';
import { UserError } from '../../src/application/userError.js';
import { createImportFiles } from '../../src/files/importFiles.js';
import { fileTexts } from '../../src/language/files.js';
import { normaliseText } from '../../src/domain/sourceRow.js';
import { judge } from '../reading/oracle.js';
import { csv, seenRow, seenTable, USERS } from '../reading/table.js';
import { openWorkplace } from '../reading/workplace.js';
import { naiveRows } from './naiveText.js';
import { CORPUS, corpusFiles, fileOf, readWhole } from './reading.js';
import { makeZip } from './zip.js';
import type { Part } from './zip.js';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 240);
const LONGEST = 5_000;

const files = corpusFiles.map((name) => ({ name, bytes: readFileSync(new URL(name, CORPUS)) }));

/** One change of some bytes; places are fractions, so that a change fits any file. */
const change = fc.record({
  kind: fc.constantFrom('set', 'remove', 'insert', 'repeat', 'cut'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  bytes: fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc
      .constantFrom(
        '"',
        ';',
        '\n',
        '\r',
        '\0',
        '<',
        '>',
        '&',
        '</v>',
        '<row>',
        '<!DOCTYPE a>',
        '&#0;',
        '_x0000_',
        '\ufeff',
        '1e999',
        '-1',
        '99999999999',
      )
      .map((text) => new Uint8Array(Buffer.from(text))),
  ),
});
const changes = fc.array(change, { minLength: 1, maxLength: 6 });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(original: Buffer, list: readonly Change[]): Buffer {
  return list.reduce<Buffer>((bytes, { kind, at, length, bytes: inserted }) => {
    const place = Math.floor(at * bytes.length);
    const before = bytes.subarray(0, place);
    const rest = bytes.subarray(place);
    if (kind === 'cut') return before;
    if (kind === 'remove') return Buffer.concat([before, rest.subarray(length)]);
    if (kind === 'repeat')
      return Buffer.concat([before, ...Array.from({ length: 50 }, () => rest.subarray(0, length)), rest]);
    return Buffer.concat([before, inserted, kind === 'set' ? rest.subarray(inserted.length) : rest]);
  }, original);
}

async function survives(bytes: Buffer, name: string): Promise<void> {
  const start = performance.now();
  try {
    const { file, rows } = await readWhole(fileOf(bytes, basename(name)));
    for (const { row, cells } of rows) expect([Number.isSafeInteger(row), Array.isArray(cells)]).toEqual([true, true]);
    createImportFiles().map(file, 'user', {});
    createImportFiles().map(file, 'mutation', { map: [{ field: 'user', column: '#1' }] });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(fileTexts).toHaveProperty([error.key]);
  }
  expect(performance.now() - start).toBeLessThan(LONGEST);
}

test(`bytes of any file of the corpus, ${RUNS} times`, { timeout: 60_000 + RUNS * 100 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), changes, async ({ name, bytes }, list) =>
      survives(changed(bytes, list), name),
    ),
    { numRuns: RUNS },
  );
});

test(`what a workbook's parts hold, ${RUNS} times`, { timeout: 60_000 + RUNS * 100 }, async () => {
  const workbooks = await Promise.all(
    files.filter(({ bytes }) => bytes.subarray(0, 2).toString() === 'PK').map(({ bytes }) => partsOf(bytes)),
  );
  const whole = workbooks.filter((parts) => parts.length > 0);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...whole), fc.nat(), changes, async (parts, pick, list) => {
      const damaged = parts.map((part, at) =>
        at === pick % parts.length ? { ...part, content: changed(Buffer.from(part.content), list) } : part,
      );
      await survives(makeZip(damaged), 'fuzz.xlsx');
    }),
    { numRuns: RUNS },
  );
});

test(
  `a table of users: a row that is done holds what stands in it, ${RUNS} times`,
  { timeout: 60_000 + RUNS * 100 },
  async () => {
    const workplace = await openWorkplace();
    const original = Buffer.from(csv(USERS));
    try {
      await fc.assert(
        fc.asyncProperty(changes, async (list) => {
          const bytes = changed(original, list);
          const [header = [], ...rows] = naiveRows(bytes).map((row) => row.map(normaliseText));
          // The row as it stands now, or as it stood before the damage, where that is still what a person sees.
          const seen = [...rows.map((row) => seenRow(header, row)), ...seenTable(USERS)];
          const one = { name: 'damaged', bytes, seen: seen.map((row) => ({ ...row, optional: true })) };
          expect(judge(one, await workplace.read(one)).silent).toEqual([]);
        }),
        { numRuns: RUNS },
      );
    } finally {
      await workplace.close();
    }
  },
);

async function partsOf(bytes: Buffer): Promise<readonly Part[]> {
  const parts: Part[] = [];
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    for await (const entry of zip.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      if (entry.fileName.startsWith('xl/')) parts.push({ name: entry.fileName, content: Buffer.concat(chunks) });
    }
  } catch {
    return [];
  }
  return parts;
}
