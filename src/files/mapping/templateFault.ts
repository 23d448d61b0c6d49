/** What is told of text with columns in it that cannot be read. */
import type { FileRemark } from '../../application/ports/importFiles.js';
import { PLAIN_FUNCTIONS, type TemplateFault } from '../../domain/composed.js';
import { remark } from '../remarks.js';

const FUNCTIONS = [...PLAIN_FUNCTIONS, 'first:N', 'before:TEXT', 'after:TEXT'].join(', ');

export function templateFault(template: string, { reason, at, part }: TemplateFault): FileRemark {
  return remark(`mapping.template.${reason}`, { template, at, part, functions: FUNCTIONS });
}
