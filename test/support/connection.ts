/** How an environment is connected in tests that reach no server. */
import type { ConnectionSettings } from '../../src/domain/connection.js';

export const CONNECTION: ConnectionSettings = {
  url: 'https://12345.resttest.afas.online/ProfitRestServices',
  secret: { variable: 'AFAS_GEHEIM' },
  clientId: null,
  connectors: { users: 'Profit_Users', groups: null, memberships: 'Profit_UserGroups', persons: null },
  fields: {},
};
