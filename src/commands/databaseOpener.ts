/** The database of a command: which one it is, and what was opened of it. */
import type { Access } from '../application/ports/databaseAccess.js';

export interface OpenedDatabase {
  /** The file that was made because it was not there. */
  readonly made: string | undefined;
  close(): Promise<void>;
}

export interface DatabaseSource<Opened> {
  /** The one that was named; undefined for the user's own. */
  readonly named: string | undefined;
  readonly own: (access: Access) => Promise<string>;
  readonly open: (target: string, access: Access) => Promise<Opened>;
}

/** Opens the database when a command first asks for it, once. */
export class DatabaseOpener<Opened extends OpenedDatabase> {
  private chosen: string | undefined;
  private opening: Promise<Opened> | undefined;
  private made: string | undefined;

  constructor(private readonly source: DatabaseSource<Opened>) {}

  /** Another one than was named; that it is made is no news then. One that is open is closed. */
  async use(target: string): Promise<void> {
    await this.close();
    this.opening = undefined;
    this.chosen = target;
  }

  async target(access: Access): Promise<string> {
    return this.chosen ?? this.source.named ?? (await this.source.own(access));
  }

  /** The first time decides what for; after a failure it can be tried again. */
  async open(access: Access): Promise<Opened> {
    this.opening ??= this.openAnew(access);
    try {
      return await this.opening;
    } catch (error) {
      this.opening = undefined;
      throw error;
    }
  }

  /** The file that was made because it was not there, told once: a misspelled path is not to go unseen. */
  takeMade(): string | undefined {
    const { made } = this;
    this.made = undefined;
    return made;
  }

  async close(): Promise<void> {
    await (await this.opening?.catch(() => undefined))?.close();
  }

  private async openAnew(access: Access): Promise<Opened> {
    const opened = await this.source.open(await this.target(access), access);
    if (this.chosen === undefined) this.made = opened.made;
    return opened;
  }
}
