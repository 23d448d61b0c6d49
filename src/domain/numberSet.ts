/** A set of numbers from 0 that lie close together, a bit each: of a million users, 125 kB. */
export class NumberSet {
  private bits = new Uint8Array(64);
  private counted = 0;

  get size(): number {
    return this.counted;
  }

  add(number: number): void {
    const at = number >>> 3;
    if (at >= this.bits.length) this.grow(at);
    if (this.has(number)) return;
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (number & 7));
    this.counted++;
  }

  delete(number: number): void {
    if (!this.has(number)) return;
    const at = number >>> 3;
    this.bits[at] = (this.bits[at] ?? 0) & ~(1 << (number & 7));
    this.counted--;
  }

  private has(number: number): boolean {
    return ((this.bits[number >>> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }

  private grow(at: number): void {
    const grown = new Uint8Array(Math.max(at + 1, this.bits.length * 2));
    grown.set(this.bits);
    this.bits = grown;
  }
}
