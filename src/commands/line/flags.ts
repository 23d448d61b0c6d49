/** Every flag, once (docs/cli.md, *Flags*). */
import { LISTS_AS_TABLE } from '../../application/ports/directoryLists.js';
import { REPORT_FORMATS, TABLE_FORMATS } from '../../application/ports/outputFiles.js';
import { ABSENT_ACTIONS } from '../../domain/absent.js';
import { DELIVERY_FILES } from '../../domain/delivery/delivery.js';
import { FREEZE_EXCEPTIONS } from '../../domain/environmentRules.js';
import { IMPORT_TYPES } from '../../domain/fields.js';
import { APPROVALS, ENVIRONMENT_TYPES } from '../../domain/directory.js';
import { LIMIT_SETTINGS } from '../../domain/guards/limits.js';
import { MESSAGE_CODES } from '../../domain/messages.js';
import { OUTCOMES } from '../../domain/outcomes.js';
import { RUN_STATUSES } from '../../domain/run.js';
import { LANGUAGES } from '../../language/text.js';
import type { TextKey } from '../../language/index.js';
import type { Flag } from './flagTypes.js';

type FlagText = Extract<TextKey, `flag.${string}`>;
type Name = FlagText extends `flag.${infer Rest}` ? Rest : never;

const text = (name: Name, value: string, more: Partial<Flag> = {}): Flag => ({
  name,
  kind: 'text',
  value,
  text: `flag.${name}`,
  ...more,
});
const list = (name: Name, value: string): Flag => ({ name, kind: 'list', value, text: `flag.${name}` });
const toggle = (name: Name, more: Partial<Flag> = {}): Flag => ({
  name,
  kind: 'switch',
  text: `flag.${name}`,
  ...more,
});

export const ENV = text('env', 'CODE');
/** The same, given once for each of them or with commas between. */
export const ONLY_ENVS: Flag = { ...list('env', 'CODE,...'), text: 'flag.only-envs' };
export const ENVS: Flag = { ...list('env', 'CODE,...'), text: 'flag.envs' };
export const TYPE = text('type', 'TYPE', { choices: IMPORT_TYPES });

export const MAP = list('map', 'FIELD=COLUMN');
export const FIX = list('fix', 'FIELD=VALUE');
export const DEFAULT = list('default', 'FIELD=VALUE');
export const EMPTY = list('empty', 'FIELD=RULE');
export const SKIP = list('skip', 'FIELD');
export const IGNORE_COLUMN = list('ignore-column', 'COLUMN');
export const DEFINITION = text('definition', 'NAME');
export const VALUES = list('values', 'FIELD:OLD=NEW');
export const VALUES_FILE = list('values-file', 'FIELD=FILE');
export const VALUES_ONLY = list('values-only', 'FIELD');
export const MAPPING_FLAGS = [MAP, FIX, DEFAULT, EMPTY, SKIP, IGNORE_COLUMN, VALUES, VALUES_FILE, VALUES_ONLY];

export const FORMAT = text('format', 'FORMAT', { choices: ['csv', 'tsv', 'fixed', 'xlsx'] });
export const DELIMITER = text('delimiter', 'SIGN');
export const ENCODING = text('encoding', 'NAME');
export const SHEET = text('sheet', 'NAME');
export const NO_HEADER = toggle('no-header');
export const WIDTHS = text('widths', 'N,N...');
export const FILE_FLAGS = [FORMAT, DELIMITER, ENCODING, SHEET, NO_HEADER, WIDTHS];

export const ACCEPT_EMPTY_CODE = toggle('accept-empty-code');
export const ALLOW_CLEAR = text('allow-clear', 'FIELD,...');
/** A flag for each guard that is a limit. */
export const LIMITS = LIMIT_SETTINGS.map(({ guard, ...limit }) => ({
  ...limit,
  flag: text(`max-${guard}`, 'LIMIT'),
}));
export const LIMIT_FLAGS = LIMITS.map(({ flag }) => flag);
/** What a file that may be cut off would block is blocked all the same. */
export const ACCEPT_SHRUNK_FILE = toggle('accept-shrunk', { text: 'flag.accept-shrunk-file' });
/** What a definition can say for every time that it is used. */
export const LASTING_GUARD_FLAGS = [ACCEPT_EMPTY_CODE, ALLOW_CLEAR, ...LIMIT_FLAGS];
export const ACCEPT_CHECK = list('accept-check', 'NAME');
export const DURING_FREEZE = toggle('during-freeze');
export const GUARD_FLAGS = [...LASTING_GUARD_FLAGS, ACCEPT_SHRUNK_FILE, ACCEPT_CHECK, DURING_FREEZE];
export const ABSENT = text('absent', 'ACTION', { choices: ABSENT_ACTIONS });
export const ABSENT_WHERE = text('absent-where', 'FILTER', { dash: true });
export const ABSENT_FLAGS = [ABSENT, ABSENT_WHERE];

export const FIRST = text('first', 'N');
export const DIGEST = text('digest', 'DIGEST');
export const IMPORT_AGAIN = toggle('import-again');
export const EXIT_ON_CHANGES = toggle('exit-on-changes');
export const EXPIRES = text('expires', 'DAYS');
export const REASON = text('reason', 'TEXT');
export const SECOND_PASS = toggle('second-pass');
export const AGAIN = text('again', 'RUN');

/** Its value may begin with a dash: a term that is turned round. */
export const WHERE = text('where', 'FILTER', { dash: true });
export const GROUP = list('group', 'CODE');
export const PERSON = text('person', 'CODE');
export const KEEP_GROUPS = toggle('keep-groups');
export const SYSTEM = toggle('system');
export const PASSWORD_FILE = text('password-file', 'FILE');

export const ROWS = toggle('rows');
/** The same over the rows of a plan. */
export const ROWS_WHERE: Flag = { ...WHERE, text: 'flag.rows-where' };
export const REPLACE_VALUE = list('replace', 'FIELD:OLD=NEW');
export const RESTORE = toggle('restore');
export const BY = text('by', 'WHAT', { choices: ['change', 'message'] });
export const KIND = list('kind', 'KIND');
export const OUTCOME = text('outcome', 'OUTCOME,...', { choices: OUTCOMES, several: true });
export const CODE = text('code', 'N');
export const MESSAGE = text('message', 'CODE', { choices: MESSAGE_CODES });
export const ROW = list('row', 'N,...');

export const OUTPUT = text('output', 'FILE', { alias: 'o' });
export const FORCE = toggle('force');
/** The same for an import definition. */
export const REPLACE = toggle('force', { text: 'flag.force-definition' });
/** What a list of cells is written as. */
export const AS_TABLE = text('as', 'FORMAT', { choices: TABLE_FORMATS, text: 'flag.as-format' });
export const AS_REPORT = text('as', 'FORMAT', { choices: REPORT_FORMATS, text: 'flag.as-format' });
export const WITHOUT_VALUES = toggle('without-values');
export const AS_DELIVERY = text('as', 'HOW', { choices: DELIVERY_FILES, text: 'flag.as-delivery' });
export const FORCE_DELIVERY = toggle('force', { text: 'flag.force-delivery' });
export const AFTER = text('after', 'N');
export const SINCE = text('since', 'TIME');
export const STATUS = text('status', 'STATUS,...', { choices: RUN_STATUSES, several: true });
export const LIMIT = text('limit', 'N');
export const OF_RUN = text('run', 'RUN');
export const OF_USER = text('user', 'CODE');
export const LOGIN = text('login', 'LOGIN');
export const HEAD = toggle('head');
export const OLDER_THAN = text('older-than', 'DAYS');
export const MAX_AGE = text('max-age', 'AGE');
export const MIRROR_ONLY = toggle('mirror-only');
export const ACCEPT_SHRUNK = toggle('accept-shrunk');
export const DRY_RUN = toggle('dry-run');
export const AS = text('as', 'LIST', { choices: LISTS_AS_TABLE });
export const WITH_USERS = toggle('with-users');

export const ENVIRONMENT_TYPE = text('type', 'TYPE', { choices: ENVIRONMENT_TYPES, text: 'flag.environment-type' });
export const NAME = text('name', 'NAME');
export const PARTICIPANT = text('participant', 'NUMBER');
export const APPROVAL = text('approval', 'WHO', { choices: APPROVALS });
export const MIN_ADMINS = text('min-admins', 'N');
/** What an environment never allows. */
export const PROTECT = text('protect', 'FILTER', { dash: true });
export const UNPROTECT = toggle('unprotect');
export const LICENCES = text('licences', 'N|none');
export const FREEZE = text('freeze', 'DAY..DAY|none');
export const FREEZE_ALLOW = text('freeze-allow', 'WHAT', { choices: FREEZE_EXCEPTIONS });
export const TIME_ZONE = text('time-zone', 'ZONE|none');
export const REQUIRE_REASON = toggle('require-reason');
export const REQUIRE_NO_REASON = toggle('no-require-reason');
export const RULE_FLAGS = [
  PROTECT,
  UNPROTECT,
  LICENCES,
  FREEZE,
  FREEZE_ALLOW,
  TIME_ZONE,
  REQUIRE_REASON,
  REQUIRE_NO_REASON,
];
/** The address of an environment's web services. */
export const URL_OF_AFAS = text('url', 'URL');
export const SECRET_FILE = text('secret-file', 'FILE');
export const SECRET_ENV = text('secret-env', 'NAME');
export const CLIENT_ID = text('client-id', 'ID');
/** The connector of each list that is read. */
export const CONNECTORS = {
  users: text('users', 'CONNECTOR'),
  groups: text('groups', 'CONNECTOR'),
  memberships: text('memberships', 'CONNECTOR'),
  persons: text('persons', 'CONNECTOR'),
};
export const CONNECTOR_FIELD = list('field', 'LIST.FIELD=NAME');

export const ALIGN = text('align', 'CODE');
export const FROM = text('from', 'URL');
export const TO = text('to', 'URL');

const DB = text('db', 'PATH|URL');
const AS_JSON = toggle('json');
export const YES = toggle('yes');
const QUIET = toggle('quiet', { alias: 'q' });
const PROGRESS = text('progress', 'HOW', { choices: ['json'] });
const LANG = text('lang', 'LANG', { choices: LANGUAGES });
const NO_COLOR = toggle('no-color');
export const HELP = toggle('help', { alias: 'h' });
export const VERSION = toggle('version');

/** What every command takes. */
export const GLOBAL_FLAGS = [DB, AS_JSON, YES, QUIET, PROGRESS, LANG, NO_COLOR, HELP, VERSION];
