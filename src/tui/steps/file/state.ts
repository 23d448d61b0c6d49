/** How the file is read: its first rows, and what can be corrected about it. */
import type { FileFormat, FileOptions, InspectedFile } from '../../../application/ports/importFiles.js';

export interface FileStep {
  readonly at: 'file';
  readonly file: InspectedFile;
  /** Which of the options is being changed. */
  readonly option: number;
}

export type FileOptionName = 'format' | 'delimiter' | 'encoding' | 'sheet' | 'header';

const FORMATS: readonly FileFormat[] = ['csv', 'tsv', 'fixed', 'xlsx'];
const DELIMITERS = [';', ',', '\t', '|'] as const;
const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

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

export function withOption(options: FileOptions, option: FileOptionName, value: string): FileOptions {
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
