/** What must hold in a database whatever happens (`db check`), on SQLite and PostgreSQL alike. */
import { checkAudit } from '../audit/checkAudit.js';
import type { Connection } from '../connection/connection.js';
import type { Fault } from './fault.js';
import { findWrongKeys } from './keys.js';
import { findBadPages } from './pages.js';
import { findBrokenReferences } from './references.js';
import { findSchemaFaults } from './schema.js';
import { findSharedUpns } from './upns.js';

/** In this order; a kind of fault is a line here. They may rely on the tables being there. */
const CHECKS: readonly ((connection: Connection) => Promise<readonly Fault[]>)[] = [
  findWrongKeys,
  findSharedUpns,
  findBrokenReferences,
  checkAudit,
];

/** Each fault, as something that a person can look up. */
export async function checkDatabase(connection: Connection): Promise<readonly Fault[]> {
  const faults = [...(await findBadPages(connection)), ...(await findSchemaFaults(connection))];
  if (faults.length > 0) return faults;
  for (const check of CHECKS) faults.push(...(await check(connection)));
  return faults;
}
