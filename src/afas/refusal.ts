/** What AFAS refused, as an error that says what to do about it, with AFAS's own words where it has any. */
import { UserError } from '../application/userError.js';
import type { Answered } from './http.js';
import { jsonOf, partOf, textOf } from './json.js';
import type { Secrets } from './secrets.js';

/** Longest text of AFAS that is told, in characters. */
const LONGEST = 500;

/** `what`: what was asked for, such as a connector; the address unless told otherwise. */
export function refusalOf(answer: Answered, host: string, secrets: Secrets, what = host): UserError {
  const { status, headers, text } = answer;
  const json = jsonOf(text);
  const words = secrets.blot(wordsOf(json, text)).slice(0, LONGEST);
  if (status >= 300 && status < 400) return new UserError('failure', 'afas.redirected', { host, status });
  if (status === 401) return new UserError('failure', 'afas.unauthorised', { what });
  if (status === 403) return new UserError('failure', 'afas.forbidden', { host });
  if (status === 404) return new UserError('failure', 'afas.notFound', { host, what });
  if (status === 503) return maintenance(headers['retry-after'], partOf(json, 'retry_after'), host);
  const log = textOf(partOf(json, 'profitLogReference'));
  if (words === '') return new UserError('failure', 'afas.refusedSilently', { what, status });
  const details = log === '' ? [] : [{ key: 'afas.logReference' as const, params: { reference: log } }];
  return new UserError('failure', 'afas.refused', { what, status, words }, details);
}

function wordsOf(json: unknown, text: string): string {
  const told = textOf(partOf(json, 'externalMessage')) || textOf(partOf(json, 'message'));
  if (told !== '') return told;
  // A page of a server in between says nothing that anybody can use.
  return json === undefined && !text.trimStart().startsWith('<') ? text.trim() : '';
}

function maintenance(header: unknown, inBody: unknown, host: string): UserError {
  const when = textOf(header) || textOf(inBody);
  if (when === '') return new UserError('failure', 'afas.maintenance', { host });
  if (!/^\d+$/u.test(when)) return new UserError('failure', 'afas.maintenanceUntil', { host, when });
  return new UserError('failure', 'afas.maintenanceFor', { host, minutes: Math.ceil(Number(when) / 60) });
}
