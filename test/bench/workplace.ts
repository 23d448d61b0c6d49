/** The files of one bench: each is made when it is first asked for, and all are gone at the end. */
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inChild } from './child.js';
import type { DirectorySize } from './data/directory.js';
import type { ImportSize } from './data/importRows.js';

export class Workplace {
  private readonly made = new Map<string, Promise<string>>();

  private constructor(readonly folder: string) {}

  static async open(): Promise<Workplace> {
    return new Workplace(await mkdtemp(join(tmpdir(), 'instroom-bench-')));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  csv(size: ImportSize): Promise<string> {
    return this.once(`${size.rows}-${size.users}${size.unchanged ? '-unchanged' : ''}.csv`, (path) =>
      inChild('makeCsv', { path, size }),
    );
  }

  workbook(size: ImportSize): Promise<string> {
    return this.once(`${size.rows}-${size.users}.xlsx`, (path) => inChild('makeWorkbook', { path, size }));
  }

  /** A fresh copy of a database with such a directory. */
  async database(size: DirectorySize): Promise<string> {
    const made = await this.once(`directory-${size.environments}-${size.users}.db`, (database) =>
      inChild('fillDirectory', { database, size }),
    );
    const copy = this.path('work.db');
    await this.clear('work.db');
    await copyFile(made, copy);
    return copy;
  }

  /** Where a database can be made. */
  async clear(name: string): Promise<string> {
    const path = this.path(name);
    for (const part of ['', '-wal', '-shm']) await rm(path + part, { force: true });
    return path;
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  private once(name: string, make: (path: string) => Promise<unknown>): Promise<string> {
    const path = this.path(name);
    const made = this.made.get(name) ?? make(path).then(() => path);
    this.made.set(name, made);
    return made;
  }
}
