/** What ends a program. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
