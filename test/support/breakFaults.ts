/** Counts of a test by breaking: what was done to the program, what it survived, and what was lost. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';

const FOLDER = fileURLToPath(new URL('../../coverage/break', import.meta.url));

export class Faults {
  private injected = 0;
  private readonly lost: string[] = [];
  private told = 0;

  /** Counts are told and recorded (coverage/break) when the tests of the file are done. */
  constructor(private readonly name: string) {
    afterAll(() => this.record());
  }

  /** Faults so far. */
  get count(): number {
    return this.injected;
  }

  /** Does something bad, and looks whether all is well; what is lost is told, and the next fault may come. */
  async inject(fault: string, survive: () => Promise<void> | void): Promise<boolean> {
    this.injected += 1;
    try {
      await survive();
      return true;
    } catch (error) {
      this.lost.push(`${fault}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }

  /** The end of a test: nothing may have been lost since the one before. */
  expectNoneLost(): void {
    const lost = this.lost.slice(this.told);
    this.told = this.lost.length;
    expect(lost.slice(0, 10), `${lost.length} lost`).toEqual([]);
  }

  private async record(): Promise<void> {
    const counts = { injected: this.injected, survived: this.injected - this.lost.length, lost: this.lost.length };
    const told = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
    console.log(`break ${this.name}: faults ${told.join(', ')}`);
    await mkdir(FOLDER, { recursive: true });
    const name = this.name.replaceAll(/[^a-z0-9]+/gu, '-');
    await writeFile(join(FOLDER, `${name}.json`), JSON.stringify({ name: this.name, ...counts, at: new Date() }));
  }
}
