/** The namespaces of a workbook's elements, those of relations among them; transitional and strict. */
const OWN: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
]);

const MARKUP_COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';

/** A workbook has some tens of names at its places; a hostile one may have any number. */
const MOST_NAMES = 1_000;

/**
 * The namespaces that are declared where a parser has come. Names are looked up many times between two
 * declarations, so what was found is kept until the next one.
 */
export class NamespaceScope {
  private readonly declared: { readonly prefix: string; readonly namespace: string; readonly depth: number }[] = [];
  /** By the names as they are written; null for those of other namespaces. */
  private readonly ownNames = new Map<string, string | null>();
  private own: ReadonlySet<string> = OWN;

  /** Takes up an attribute `xmlns` or `xmlns:x` of the element at a depth. */
  declare(attribute: string, namespace: string, depth: number): void {
    if (attribute !== 'xmlns' && !attribute.startsWith('xmlns:')) return;
    this.declared.push({ prefix: attribute.slice(6), namespace: namespace.trim(), depth });
    this.ownNames.clear();
  }

  /** Some writers leave namespaces out altogether: then elements without one count, as the root does. */
  setRoot(name: string): void {
    if (this.namespaceOf(name) === '') this.own = new Set([...OWN, '']);
  }

  /** The name of an element without its prefix; null where it is of another namespace. */
  ownName(name: string): string | null {
    const known = this.ownNames.get(name);
    if (known !== undefined) return known;
    const own = this.own.has(this.namespaceOf(name)) ? name.slice(name.indexOf(':') + 1) : null;
    if (this.ownNames.size < MOST_NAMES) this.ownNames.set(name, own);
    return own;
  }

  /** Whether an element gives its content in more ways than one (ECMA-376 part 3, 10.2). */
  isAlternative(name: string): boolean {
    return name.endsWith('AlternateContent') && this.namespaceOf(name) === MARKUP_COMPATIBILITY;
  }

  /** Forgets what the element at a depth declared. */
  leave(depth: number): void {
    while ((this.declared.at(-1)?.depth ?? 0) >= depth) {
      this.declared.pop();
      this.ownNames.clear();
    }
  }

  private namespaceOf(name: string): string {
    const prefix = name.slice(0, Math.max(0, name.indexOf(':')));
    return this.declared.findLast((one) => one.prefix === prefix)?.namespace ?? (prefix === '' ? '' : '?');
  }
}
