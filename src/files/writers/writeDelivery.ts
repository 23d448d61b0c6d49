/** Writes a file for AFAS: texts as they are, for no spreadsheet takes part. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import type { DeliveredContent, OutputTarget } from '../../application/ports/outputFiles.js';
import { UserError } from '../../application/userError.js';
import type { FileTextKey } from '../../language/files.js';
import type { WriteFile } from '../outsideFiles.js';
import { csvBytes, PLAIN_CSV } from './csvWriter.js';
import { formatOf, type Endings } from './outputFormat.js';
import { outputStop } from './outputStop.js';
import { writeSafely } from './writeSafely.js';

/** See `OutputFiles.writeDelivery`. */
export async function writeDelivery(
  content: DeliveredContent,
  target: OutputTarget,
  writeFile: WriteFile = writeSafely,
): Promise<void> {
  formatOf({ path: target.path, as: content.as }, DELIVERY_ENDINGS);
  // Asked for again means delivered again: it is no leave to replace another file.
  const overwrite = content.replaces !== undefined && (await isFileOf(target.path, content.replaces));
  await writeFile({ ...target, overwrite }, async (stream) => {
    const hash = createHash('sha256');
    const write = async (bytes: Buffer): Promise<void> => {
      hash.update(bytes);
      if (!stream.write(bytes)) await once(stream, 'drain');
    };
    await (content.as === 'csv' ? writeCsv(content, write) : writeLines(content, write));
    await content.whole(hash.digest('hex'));
  }).catch((error: unknown) => {
    const exists = error instanceof UserError && error.key === ('output.exists' satisfies FileTextKey);
    throw exists ? outputStop('output.deliveryExists', target.path) : error;
  });
}

const DELIVERY_ENDINGS: Endings<DeliveredContent['as']> = { csv: ['.csv', '.txt'], jsonl: ['.jsonl'] };

async function isFileOf(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  } catch {
    // Not there, or not to be read: nothing that may be replaced.
    return false;
  }
  return hash.digest('hex') === sha256;
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
