/**
 * Every key of the wizard, as data. Dispatch, the footer, the help screen and docs/keys.md are made from
 * this list; the same key means the same everywhere.
 */
import type { Binding } from './bindings/binding.js';
import { CONFIRM_KEYS } from './bindings/confirmKeys.js';
import { DRIFT_KEYS } from './bindings/driftKeys.js';
import { EVERYWHERE } from './bindings/everywhere.js';
import { FILE_KEYS } from './bindings/fileKeys.js';
import { GOING_ON } from './bindings/goingOn.js';
import { MAP_KEYS } from './bindings/mapKeys.js';
import { MOVING } from './bindings/moving.js';
import { PREVIEW_KEYS } from './bindings/previewKeys.js';
import { RESULT_KEYS } from './bindings/resultKeys.js';
import { TYPE_KEYS } from './bindings/typeKeys.js';
import { TYPING } from './bindings/typing.js';

/** In the order of the help screen. */
export const BINDINGS: readonly Binding[] = [
  ...MOVING,
  ...GOING_ON,
  ...EVERYWHERE,
  ...TYPING,
  ...TYPE_KEYS,
  ...FILE_KEYS,
  ...MAP_KEYS,
  ...PREVIEW_KEYS,
  ...CONFIRM_KEYS,
  ...RESULT_KEYS,
  ...DRIFT_KEYS,
];
