/** Where a message is told: some are of no row of a file. */
import { MESSAGE_CODES, type MessageCode } from '../../src/domain/messages.js';

const OF_ACTS: readonly MessageCode[] = [
  'USER_EXISTS',
  'USER_IN_USE',
  'GROUP_EVERYONE',
  'NOT_IN_GROUP',
  'NOT_SYSTEM',
  'MERGE_SELF',
  'MERGE_STAYS',
];
/** Told of a plan that undoes, of a file that holds its header twice, and of a mirror. */
const OF_OTHER_PLANS: readonly MessageCode[] = [
  'USER_REMOVED',
  'UNDO_CONFLICT',
  'UNDO_INCOMPLETE',
  'UNDO_GROUP',
  'HEADER_REPEATED',
  'USER_GONE',
];
/** Of an environment that protects users. */
const OF_ENVIRONMENTS: readonly MessageCode[] = ['PROTECTED'];
/** Of a definition that has checks. */
const OF_CHECKS: readonly MessageCode[] = ['CHECK'];

/** The messages that rows of one plan can tell, of a file or of an act. */
export const CODES_OF_PLANS = MESSAGE_CODES.filter((code) => !OF_OTHER_PLANS.includes(code));
/** The messages that rows of one file can tell. */
export const CODES_OF_FILES = CODES_OF_PLANS.filter(
  (code) => ![...OF_ACTS, ...OF_ENVIRONMENTS, ...OF_CHECKS].includes(code),
);
