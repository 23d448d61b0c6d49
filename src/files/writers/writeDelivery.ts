/** Writes a file for AFAS: texts as they are, for no spreadsheet takes part. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { DeliveredContent, OutputTarget } from '../../application/ports/outputFiles.js';
import type { WriteFile } from '../outsideFiles.js';
import { csvBytes, PLAIN_CSV } from './csvWriter.js';
import { writeSafely } from './writeSafely.js';

/** See `OutputFiles.writeDelivery`. */
export async function writeDelivery(
  content: DeliveredContent,
  target: OutputTarget,
  writeFile: WriteFile = writeSafely,
): Promise<void> {
  await writeFile(target, async (stream) => {
    const hash = createHash('sha256');
    const write = async (bytes: Buffer): Promise<void> => {
      hash.update(bytes);
      if (!stream.write(bytes)) await once(stream, 'drain');
    };
    await (content.as === 'csv' ? writeCsv(content, write) : writeLines(content, write));
    await content.whole(hash.digest('hex'));
  });
}

type Write = (bytes: Buffer) => Promise<void>;

async function writeCsv(content: Extract<DeliveredContent, { as: 'csv' }>, write: Write): Promise<void> {
  const style = { ...PLAIN_CSV, encoding: content.encoding, byteOrderMark: false };
  await write(await csvBytes([content.titles], style));
  for await (const rows of content.rows) if (rows.length > 0) await write(await csvBytes(rows, style));
}

async function writeLines(content: Extract<DeliveredContent, { as: 'jsonl' }>, write: Write): Promise<void> {
  for await (const values of content.values)
    if (values.length > 0) await write(Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join('')));
}
