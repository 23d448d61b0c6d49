/** What is told of a run that was delivered: what has to be done with the file. */
import type { DeliveredRun } from '../application/deliveries.js';
import { IMPORT_FUNCTIONS } from '../domain/delivery/delivery.js';
import type { TextRef } from '../language/index.js';

export function deliveredText({ run, rows, path, as, isSecond }: DeliveredRun): TextRef {
  const params = { run: run.id, rows, path };
  if (as === 'kn-user') return { key: isSecond ? 'deliver.secondMessagesDone' : 'deliver.messagesDone', params };
  const key = isSecond ? 'deliver.secondDone' : 'deliver.done';
  return { key, params: { ...params, function: IMPORT_FUNCTIONS[as] } };
}
