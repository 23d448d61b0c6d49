/** How the file is read: its first rows, and what can be corrected about it. */
import type { FileFormat, FileOptions, InspectedFile } from '../../../application/ports/importFiles.js';
import type { FileStep } from '../state.js';
import { textRef, type Change, type StepEvent } from '../../shell/wizard.js';
import { moved, isMove, type StepContext } from '../../shell/stepContext.js';

export type FileOptionName = 'format' | 'delimiter' | 'encoding' | 'sheet' | 'header';

const FORMATS: readonly FileFormat[] = ['csv', 'tsv', 'fixed', 'xlsx'];
const DELIMITERS = [';', ',', '\t', '|'] as const;
const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

export function fileStep(choices: StepContext['choices'], file: InspectedFile): FileStep {
  return {
    at: 'file',
    type: choices.type ?? 'user',
    environment: choices.environment ?? '',
    file,
    option: 0,
  };
}

/** The options that say something of a file of this format. */
export function optionsOf({ layout }: InspectedFile): readonly FileOptionName[] {
  if (layout.format === 'xlsx') return (layout.sheets?.length ?? 0) > 1 ? ['sheet', 'header'] : ['header'];
  if (layout.format === 'csv') return ['format', 'delimiter', 'encoding', 'header'];
  return ['format', 'encoding', 'header'];
}

export function valuesOf(option: FileOptionName, { layout }: InspectedFile): readonly string[] {
  switch (option) {
    case 'format':
      return FORMATS.filter((format) => format !== 'xlsx');
    case 'delimiter':
      return DELIMITERS;
    case 'encoding':
      return ENCODINGS;
    case 'sheet':
      return layout.sheets?.map(({ name }) => name) ?? [];
    case 'header':
      return ['yes', 'no'];
  }
}

export function valueOf(option: FileOptionName, { layout }: InspectedFile): string {
  switch (option) {
    case 'format':
      return layout.format;
    case 'delimiter':
      return layout.delimiter ?? '';
    case 'encoding':
      return layout.encoding ?? '';
    case 'sheet':
      return layout.sheet ?? '';
    case 'header':
      return layout.headerRow === null ? 'no' : 'yes';
  }
}

function withOption(options: FileOptions, option: FileOptionName, value: string): FileOptions {
  switch (option) {
    case 'format': {
      const { delimiter: _delimiter, widths: _widths, ...others } = options;
      return { ...others, format: value as FileFormat };
    }
    case 'header':
      return { ...options, header: value === 'yes' };
    default:
      return { ...options, [option]: value };
  }
}

export function updateFile(step: FileStep, event: StepEvent, context: StepContext): Change {
  if (event.kind === 'inspected') {
    const last = optionsOf(event.file).length - 1;
    return {
      step: { ...step, file: event.file, option: Math.min(step.option, last) },
      choices: { ...context.choices, file: event.file },
    };
  }
  if (event.kind !== 'action') return {};
  const options = optionsOf(step.file);
  if (isMove(event.action)) {
    const { cursor } = moved({ cursor: step.option, top: 0 }, event.action, options.length, options.length);
    return { step: { ...step, option: cursor } };
  }
  switch (event.action) {
    case 'act':
    case 'valueNext':
      return corrected(step, context, 1);
    case 'valuePrevious':
      return corrected(step, context, -1);
    case 'goOn':
      return { go: { to: 'map' } };
    case 'goBack':
      return { go: { to: 'back' } };
    default:
      return {};
  }
}

/** Reads the file anew with the next value of the option under the cursor. */
function corrected(step: FileStep, { choices }: StepContext, by: 1 | -1): Change {
  const option = optionsOf(step.file)[step.option];
  if (option === undefined) return {};
  const values = valuesOf(option, step.file);
  if (values.length < 2) return {};
  const at = values.indexOf(valueOf(option, step.file));
  const value = values[(at + by + values.length) % values.length] ?? '';
  const options = withOption(choices.options, option, value);
  return {
    choices: { ...choices, options, planned: null },
    busy: textRef('wizard.busy.reading', { file: step.file.name }),
    effects: [{ kind: 'inspect', path: choices.path, options, type: step.type }],
  };
}
