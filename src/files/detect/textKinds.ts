/** What a file that begins as text is, where it is no table. */
export type TextKind = 'html' | 'xml' | 'rtf' | 'mail' | 'sylk' | 'dif' | 'json' | 'ldif' | 'base64';

/** Characters that are looked at. */
const START = 1024;

const MAIL_HEADER =
  /^(?:mime-version|content-type|content-transfer-encoding|content-disposition|message-id|return-path|received|delivered-to|from|to|cc|subject|date|reply-to|x-[\w-]+):/iu;

/** The kinds by what the first characters show, in the order in which they are told apart. */
const KINDS: readonly (readonly [TextKind, (start: string) => boolean])[] = [
  ['xml', (start) => /^<(?:\?xml|office:|workbook)/iu.test(start)],
  ['rtf', (start) => start.startsWith('{\\rtf')],
  ['mail', isMail],
  [
    'html',
    (start) =>
      /^<(?:!doctype|!--|[a-z][a-z0-9]*[\s>/])/iu.test(start) || /<(?:table|tr|td|html|body)[\s>]/iu.test(start),
  ],
  ['sylk', (start) => /^ID;P/u.test(start)],
  ['dif', (start) => /^TABLE\n0,1\n/u.test(start)],
  ['json', (start) => /^(?:\{\s*["}]|\[\s*(?:["{[\]]|-?\d))/u.test(start)],
  ['ldif', (start) => /^(?:(?:#.*|version: *\d+)?\n)*dn::? /iu.test(start)],
  ['base64', (start) => isBase64(start)],
];

/** Tells by the first bytes of a file what kind of text it is that is no table; undefined for any other. */
export function textKind(head: Buffer): TextKind | undefined {
  const start = textOf(head.subarray(0, START))
    .replace(/^(?:\xef\xbb\xbf|\ufeff)?\s*/u, '')
    .replaceAll(/\r\n?/gu, '\n');
  return KINDS.find(([, is]) => is(start))?.[0];
}

/** One byte a character; of UTF-16 with a mark its own text. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le');
  return bytes.toString('latin1');
}

/** A message as it was sent (also .mht): its first line and another one are headers of mail. */
function isMail(start: string): boolean {
  const lines = start.split('\n').slice(0, 20);
  if (/^From \S+@\S+ /u.test(lines[0] ?? '')) return true;
  return MAIL_HEADER.test(lines[0] ?? '') && lines.slice(1).some((line) => MAIL_HEADER.test(line));
}

/** Nothing but lines of base64: those of a workbook begin with UEsDB. */
function isBase64(start: string): boolean {
  if (/^UEsDB[A-Za-z0-9+/=\n]*$/u.test(start)) return true;
  const lines = start.split('\n');
  return lines.length > 3 && /^[A-Za-z0-9+/]{60,}$/u.test(lines[0] ?? '') && /^[A-Za-z0-9+/=\n]+$/u.test(start);
}
