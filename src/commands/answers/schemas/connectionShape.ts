/** How an environment is connected, as several answers tell it; where the secret is, never what it is. */
import { z } from 'zod';

export const connectionShape = {
  url: z.string(),
  secret: z.union([z.strictObject({ file: z.string() }), z.strictObject({ variable: z.string() })]),
  clientId: z.string().nullable().describe('Null for an AfasToken.'),
  connectors: z.strictObject({
    users: z.string(),
    groups: z.string().nullable(),
    memberships: z.string(),
    persons: z.string().nullable(),
  }),
  fields: z.record(z.string(), z.string()).describe('LIST.FIELD: the field of the connector that gives it.'),
};
