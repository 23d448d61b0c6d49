import { createImportFiles } from '../../../src/files/importFiles.js';

/** Our reader alone: what stands in the way of every plan. In milliseconds. */
export async function readRows({ file, rows }: { file: string; rows: number }): Promise<number> {
  let count = 0;
  const files = createImportFiles();
  const started = performance.now();
  const reading = files.read(await files.inspect(file, {}, 'user'), 5000);
  for await (const chunk of reading.chunks) count += chunk.length;
  const took = performance.now() - started;
  await files.close();
  if (count !== rows) throw new Error(`${count} rows were read`);
  return took;
}
