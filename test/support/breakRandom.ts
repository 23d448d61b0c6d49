/** Random numbers that a seed repeats: `INSTROOM_SEED=… npm run break` does the same again. */
export const SEED = Number(process.env['INSTROOM_SEED'] ?? Date.now() % 1_000_000_007);

export class Random {
  private state: number;
  readonly seed: number;

  constructor(seed: number = SEED) {
    this.seed = seed;
    this.state = seed >>> 0;
  }

  /** From 0 up to 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  chance(of: number): boolean {
    return this.next() < of;
  }
}
