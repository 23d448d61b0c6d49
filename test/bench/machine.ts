/** What the figures depend on; nothing that tells whose machine it is. */
import { cpus, loadavg, totalmem } from 'node:os';
import sqlite3 from 'sqlite3';

export function machineFacts(): string {
  const cores = cpus();
  const model = cores[0]?.model.trim();
  return [
    `${cores.length} cores${model ? ` (${model})` : ''}`,
    `${Math.round(totalmem() / 2 ** 30)} GB of memory`,
    `${process.platform} ${process.arch}`,
    `Node ${process.versions.node}`,
    `SQLite ${sqlite3.VERSION}`,
    `load ${loadavg()[0]?.toFixed(1)} before it began`,
  ].join(', ');
}
