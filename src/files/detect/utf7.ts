/** A run of UTF-7 (RFC 2152): base64 of UTF-16 between a plus and a minus; `+AOs-` is `ë`. */
const RUN = /\+(A[A-Za-z0-9+/]{2,})-/gu;

/** Whether ASCII text has accented letters of the Latin script as UTF-7 writes them. */
export function holdsUtf7(bytes: Buffer): boolean {
  if (!bytes.includes('+A')) return false;
  for (const [, run = ''] of bytes.toString('latin1').matchAll(RUN)) {
    const decoded = Buffer.from(run, 'base64');
    if (decoded.length % 2 === 1 || Buffer.from(decoded).toString('base64').replaceAll('=', '') !== run) continue;
    const units = Array.from({ length: decoded.length / 2 }, (_, at) => decoded.readUInt16BE(at * 2));
    if (units.every((unit) => unit < 0x180) && units.some((unit) => unit >= 0xc0)) return true;
  }
  return false;
}
