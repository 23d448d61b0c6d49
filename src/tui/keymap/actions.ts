/** What a key can do. The same action means the same on every screen. */

/** Edits of the line that is being typed. */
export const EDITS = [
  'eraseBefore',
  'eraseAfter',
  'eraseWord',
  'eraseAll',
  'caretLeft',
  'caretRight',
  'caretStart',
  'caretEnd',
] as const;

export const MOVES = ['moveUp', 'moveDown', 'screenUp', 'screenDown', 'toFirst', 'toLast'] as const;
export type Move = (typeof MOVES)[number];

export const ACTIONS = [
  ...EDITS,
  ...MOVES,
  'goOn',
  'goBack',
  'help',
  'redraw',
  'quit',
  'act',
  'answerYes',
  'answerNo',
  'tabNext',
  'tabPrevious',
  // The file.
  'complete',
  'valueNext',
  'valuePrevious',
  // The mapping.
  'fixValue',
  'doNotImport',
  'emptyRule',
  'newUserDefault',
  'saveDefinition',
  // The preview.
  'search',
  'matchNext',
  'matchPrevious',
  'problemNext',
  'problemPrevious',
  'range',
  'leaveOutAll',
  'takeBackAll',
  'sort',
  'sortReverse',
  'details',
  'review',
  'mend',
  'clearLeftover',
  'planAgain',
  // Confirming.
  'approve',
  'refresh',
  'blockElsewhere',
  // After the import, and in the history.
  'writeRows',
  'writeReport',
  'writeTokens',
  'secondPass',
  'undo',
  'discard',
  'history',
  'audit',
  // Between environments.
  'drift',
] as const;

export type Action = (typeof ACTIONS)[number];

/** Where keys work: a place on the screen that listens. */
export const PLACES = [
  'everywhere',
  'list',
  'typing',
  'help',
  'question',
  'picking',
  'prompt',
  'waiting',
  'type',
  'environment',
  'path',
  'fileOptions',
  'map',
  'preview',
  'review',
  'details',
  'differences',
  'confirm',
  'untyped',
  'approval',
  'progress',
  'result',
  'history',
  'drift',
] as const;
export type Place = (typeof PLACES)[number];

/** Circumstances that a key can depend on; the wizard tells which of them hold. */
export const FACTS = [
  'canDefine',
  'createsUsers',
  'canSkip',
  'hasRun',
  'hasSearch',
  'hasMatches',
  'isPlanned',
  'isApplied',
  'isReviewable',
  'isMendable',
  'isCompleted',
  'hasLeftover',
  'hasRejected',
  'hasMended',
  'hasTokens',
  'hasDeferred',
  'staysActive',
  'canWrite',
  'hasDrift',
] as const;
export type Fact = (typeof FACTS)[number];
