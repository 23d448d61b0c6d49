/** The migrations in order, as code: they are bundled with the program. */
import type { Knex } from 'knex';
import { up as directory } from './001-directory.js';
import { up as runs } from './002-runs.js';
import { up as sparsePlans } from './003-sparse-plans.js';
import { up as people } from './004-people.js';
import { up as looks } from './005-looks.js';
import { up as rowSearch } from './006-row-search.js';
import { up as audit } from './007-audit.js';
import { up as runKinds } from './008-run-kinds.js';
import { up as access } from './009-access.js';
import { up as users } from './010-users.js';
import { up as userOrder } from './011-user-order.js';
import { up as definitionOfRun } from './012-definition-of-run.js';
import { up as sets } from './013-sets.js';
import { up as connections } from './014-connections.js';
import { up as mirrors } from './015-mirrors.js';
import { up as deliveries } from './016-deliveries.js';
import { up as kinds } from './017-kinds.js';
import { up as systemUsers } from './024-system-users.js';
import { up as rest } from './025-rest.js';
import { up as environmentRules } from './026-environment-rules.js';
import { up as reasons } from './027-reasons.js';
import { up as partsOfPlans } from './028-parts-of-plans.js';

export const MIGRATIONS: Readonly<Record<string, (knex: Knex) => Promise<void>>> = {
  '001-directory': directory,
  '002-runs': runs,
  '003-sparse-plans': sparsePlans,
  '004-people': people,
  '005-looks': looks,
  '006-row-search': rowSearch,
  '007-audit': audit,
  '008-run-kinds': runKinds,
  '009-access': access,
  '010-users': users,
  '011-user-order': userOrder,
  '012-definition-of-run': definitionOfRun,
  '013-sets': sets,
  '014-connections': connections,
  '015-mirrors': mirrors,
  '016-deliveries': deliveries,
  '017-kinds': kinds,
  '024-system-users': systemUsers,
  '025-rest': rest,
  '026-environment-rules': environmentRules,
  '027-reasons': reasons,
  '028-parts-of-plans': partsOfPlans,
};
