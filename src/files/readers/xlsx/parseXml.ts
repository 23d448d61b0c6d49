/** Reads the XML of a part as a stream of elements. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { MAX_RECORD_CHARACTERS } from '../../limits.js';
import { unreadable } from '../../remarks.js';
import { NamespaceScope } from './namespaces.js';

/** The elements that count at a place, by their names, each with those that count inside it. */
export type Places = ReadonlyMap<string, Places>;

interface Outline {
  readonly [name: string]: Outline;
}

/** Makes places of an outline such as `{ sst: { si: { t: {} } } }`. */
export function placesOf(outline: Outline): Places {
  return new Map(Object.entries(outline).map(([name, inside]) => [name, placesOf(inside)]));
}

/** What is done with the elements that count; names are without their prefix. */
export interface XmlHandler {
  readonly places: Places;
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Elements of a workbook lie some ten deep. */
const MAX_DEPTH = 100;

/**
 * Parses a part of a workbook and answers after every piece, so that the caller can hand on what
 * the handler has gathered. Elements of other namespaces, or at another place than those of the
 * handler, are passed over with all that they hold. The parser gathers text, tags and comments until
 * they end, so a piece of XML that does not end is refused, and so is a document type, which workbooks
 * do not have: the entities that it can define would multiply. Throws `UnreadableFile`.
 */
export async function* parseXml(
  pieces: AsyncIterable<string>,
  file: string,
  handler: XmlHandler,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const walk = new Walk(file, handler);
  let sinceEvent = 0;
  parser.on('error', () => {
    throw unreadable('unreadable.brokenWorkbook', { file });
  });
  parser.on('doctype', () => {
    throw unreadable('unreadable.hostileXml', { file });
  });
  parser.on('attribute', ({ name, value }) => {
    if (name.startsWith('xmlns')) walk.declare(name, value);
  });
  parser.on('opentag', (tag) => {
    sinceEvent = 0;
    walk.open(tag);
  });
  const text = (content: string): void => {
    sinceEvent = 0;
    walk.text(content);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    sinceEvent = 0;
    walk.close();
  });
  for await (const piece of pieces) {
    sinceEvent += piece.length;
    parser.write(piece);
    if (sinceEvent > MAX_RECORD_CHARACTERS + 100_000)
      throw unreadable('unreadable.cellTooLong', { file, characters: MAX_RECORD_CHARACTERS });
    yield;
  }
  parser.close();
}

/** Parses a part to its end. */
export async function parseWholeXml(pieces: AsyncIterable<string>, file: string, handler: XmlHandler): Promise<void> {
  for await (const _ of parseXml(pieces, file, handler));
}

/** The name of an element or attribute without its prefix, which writers choose freely. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** Goes along with the parser and hands on the elements that stand at one of the handler's places. */
class Walk {
  private readonly scope = new NamespaceScope();
  /** The elements from the root down that count, and what counts inside each. */
  private readonly path: { readonly name: string; readonly places: Places }[] = [];
  private places: Places;
  private depth = 0;
  /** The depth of the element that is passed over; 0 where none is. */
  private passedOver = 0;

  constructor(
    private readonly file: string,
    private readonly handler: XmlHandler,
  ) {
    this.places = handler.places;
  }

  /** A declaration of the tag that is about to open. */
  declare(name: string, namespace: string): void {
    if (this.passedOver === 0) this.scope.declare(name, namespace, this.depth + 1);
  }

  open(tag: SaxesTagPlain): void {
    if (++this.depth > MAX_DEPTH) throw unreadable('unreadable.hostileXml', { file: this.file });
    if (this.passedOver > 0) return;
    if (this.depth === 1) this.scope.setRoot(tag.name);
    const name = this.scope.ownName(tag.name);
    const inside = name === null ? undefined : this.places.get(name);
    if (name === null || inside === undefined) return this.passOver(tag.name);
    this.path.push({ name, places: this.places });
    this.places = inside;
    this.handler.open(name, tag.attributes);
  }

  text(content: string): void {
    if (this.passedOver === 0) this.handler.text?.(content);
  }

  close(): void {
    if (this.passedOver === 0) {
      const closed = this.path.pop();
      if (closed) {
        this.handler.close?.(closed.name);
        this.places = closed.places;
      }
    } else if (this.passedOver === this.depth) this.passedOver = 0;
    this.scope.leave(this.depth--);
  }

  private passOver(name: string): void {
    // A part with another root is not what the workbook says that it is.
    if (this.depth === 1) throw unreadable('unreadable.brokenWorkbook', { file: this.file });
    // Among cells or texts, what is written twice, for new readers and old ones, cannot be left out.
    if (this.depth > 2 && this.scope.isAlternative(name))
      throw unreadable('unreadable.hostileXml', { file: this.file });
    this.passedOver = this.depth;
  }
}
