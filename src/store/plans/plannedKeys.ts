/**
 * Finds the users of a plan by what they are known by, in memory: eight bytes an entry, so that a plan of
 * a million rows needs no index in the database. A hash can be shared by several keys: what is found is
 * a candidate.
 */
import { hashOf } from '../../domain/keyHash.js';

export class PlannedKeys {
  private slots = 1 << 12;
  private hashes = new Int32Array(this.slots);
  /** Numbers of planned users; 0 for a free slot. */
  private ids = new Uint32Array(this.slots);
  private used = 0;

  /** Whether no user has been added. */
  get isEmpty(): boolean {
    return this.used === 0;
  }

  add(kind: KeyKind, key: string, id: number): void {
    // Three quarters full: half as much memory as half full, for a few more steps.
    if (this.used * 4 >= this.slots * 3) this.grow();
    if (this.insert(hashOf(key, SEEDS[kind]), id)) this.used++;
  }

  /** Adds the numbers of the users that may have one of these keys. */
  collect(kind: KeyKind, keys: readonly string[], into: Set<number>): void {
    for (const key of keys) {
      const hash = hashOf(key, SEEDS[kind]);
      for (let slot = this.slotOf(hash); ; slot = (slot + 1) & (this.slots - 1)) {
        const id = this.ids[slot] ?? 0;
        if (id === 0) break;
        if (this.hashes[slot] === hash) into.add(id);
      }
    }
  }

  private slotOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (this.slots - 1);
  }

  /** False where the entry is there already. */
  private insert(hash: number, id: number): boolean {
    let slot = this.slotOf(hash);
    for (; this.ids[slot] !== 0; slot = (slot + 1) & (this.slots - 1)) {
      if (this.ids[slot] === id && this.hashes[slot] === hash) return false;
    }
    this.hashes[slot] = hash;
    this.ids[slot] = id;
    return true;
  }

  private grow(): void {
    const { hashes, ids } = this;
    this.slots *= 2;
    this.hashes = new Int32Array(this.slots);
    this.ids = new Uint32Array(this.slots);
    for (let slot = 0; slot < ids.length; slot++) {
      const id = ids[slot] ?? 0;
      if (id !== 0) this.insert(hashes[slot] ?? 0, id);
    }
  }
}

export type KeyKind = 'code' | 'upn' | 'deferredUpn' | 'look';

const SEEDS: Readonly<Record<KeyKind, number>> = {
  code: 0x811c9dc5,
  upn: 0x1b873593,
  deferredUpn: 0x2545f491,
  look: 0x5bd1e995,
};
