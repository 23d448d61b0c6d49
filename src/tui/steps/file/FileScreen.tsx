/** How the file is read: options that can be corrected, and the first rows as they will be read. */
import type { ReactElement } from 'react';
import { encodingGuessText } from '../../../language/index.js';
import { HIDDEN_SECRET } from '../../../domain/plannedRow.js';
import { cellText } from '../../../domain/sourceRow.js';
import { cutLines } from '../../../presentation/cutLines.js';
import { say, sayRef, type Theme } from '../../../presentation/theme.js';
import { cell, GAP, type Line } from '../../../presentation/lines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { optionsOf, valueOf, valuesOf, type FileOptionName, type FileStep } from './state.js';
import { shareWidth } from '../../table/columns.js';
import { widthOf, wrapText } from '../../../presentation/textWidth.js';
import { screenText } from '../../../presentation/visibleText.js';
import type { View } from '../../view.js';
import { Lines } from '../../widgets/Lines.js';

const LABEL_WIDTH = 16;
const WIDEST_COLUMN = 28;
const REMARK_LINES = 4;
/** Rows that are worth more than a remark, and the lines above them. */
const SAMPLE_ROWS = 9;
const SAMPLE_FRAME = 3;

export function FileScreen({ step, view }: ScreenProps<FileStep>): ReactElement {
  const { theme } = view;
  const options = optionsOf(step.file);
  const top: Line[] = [
    [[say(theme, 'wizard.file.options'), 'strong']],
    ...options.map((option, index) => optionLine(option, step, index === step.option, theme)),
    [],
  ];
  const remarks = step.file.remarks.flatMap((remark) =>
    wrapText(sayRef(theme, remark), view.columns - 2).map((text, index): Line => [
      [`${index === 0 ? theme.glyphs.dot : ' '} ${text}`, 'dim'],
    ]),
  );
  const guess = wrapText(encodingGuessText(theme.language, step.file.layout) ?? '', view.columns - 2).flatMap(
    (text, index): readonly Line[] =>
      text === '' ? [] : [[[`${index === 0 ? theme.glyphs.warning : ' '} ${text}`, 'warning']]],
  );
  const told = [...guess, ...remarks];
  // The rows leave what they do not fill, and at least so much; what is then left out is counted.
  const free = view.height - top.length - 1;
  const rows = Math.min(step.file.sample.length, SAMPLE_ROWS) + SAMPLE_FRAME;
  const shownRemarks = cutLines(told, Math.max(REMARK_LINES, free - rows), theme);
  const left = Math.max(3, free - shownRemarks.length);
  const lines = [...top, ...sampleLines(step, view, left), [], ...shownRemarks];
  return <Lines lines={lines} view={view} height={view.height} />;
}

function optionLine(option: FileOptionName, step: FileStep, here: boolean, theme: Theme): Line {
  const value = valueName(option, step, theme);
  const changes = valuesOf(option, step.file).length > 1;
  return [
    here ? `${theme.glyphs.cursor} ` : GAP,
    cell(say(theme, `wizard.file.${option}`), LABEL_WIDTH, theme),
    here && changes ? '< ' : GAP,
    [value, here ? 'here' : 'strong'],
    here && changes ? ' >' : '',
  ];
}

const NAMED_DELIMITERS: Readonly<Record<string, `wizard.file.${'semicolon' | 'comma' | 'tab' | 'pipe'}`>> = {
  ';': 'wizard.file.semicolon',
  ',': 'wizard.file.comma',
  '\t': 'wizard.file.tab',
  '|': 'wizard.file.pipe',
};

function valueName(option: FileOptionName, { file }: FileStep, theme: Theme): string {
  const value = valueOf(option, file);
  switch (option) {
    case 'format':
      return say(theme, `wizard.file.format.${file.layout.format}`);
    case 'delimiter':
      return NAMED_DELIMITERS[value] ? say(theme, NAMED_DELIMITERS[value]) : value;
    case 'header':
      return file.layout.headerRow === null
        ? say(theme, 'wizard.file.noHeader')
        : say(theme, 'wizard.file.headerAt', { row: file.layout.headerRow });
    default:
      return value;
  }
}

/** The first rows, with as many columns as fit; which ones do not is told. */
function sampleLines({ file }: FileStep, { theme, columns }: View, height: number): readonly Line[] {
  const rows = file.sample.slice(0, Math.max(1, height - 3)).map(({ row, cells }) => ({
    row,
    cells: cells.map((value) =>
      typeof value === 'object' && value.kind === 'secret' ? HIDDEN_SECRET : cellText(value),
    ),
  }));
  const numberWidth = Math.max(3, ...rows.map(({ row }) => String(row).length));
  const wanted = file.headers.map((header, index) => {
    const widest = Math.max(
      widthOf(screenText(header, theme.unicode)),
      ...rows.map(({ cells }) => widthOf(screenText(cells[index] ?? '', theme.unicode))),
    );
    return {
      least: Math.max(3, Math.min(widest, 10)),
      most: Math.min(Math.max(3, widest), WIDEST_COLUMN),
      optional: index,
    };
  });
  const widths = shareWidth(wanted, columns - numberWidth - GAP.length, GAP.length);
  const hidden = widths.filter((width) => width === 0).length;
  const joined = (cells: readonly string[]): string =>
    widths.flatMap((width, index) => (width === 0 ? [] : [cell(cells[index] ?? '', width, theme)])).join(GAP);
  return [
    [
      [say(theme, 'wizard.file.sample'), 'strong'],
      hidden > 0 ? [`  ${say(theme, 'wizard.file.hidden', { count: hidden })}`, 'dim'] : '',
    ],
    [[`${' '.repeat(numberWidth)}${GAP}${joined(file.headers)}`, 'accent']],
    ...rows.map(({ row, cells }): Line => [[String(row).padStart(numberWidth), 'dim'], `${GAP}${joined(cells)}`]),
    ...(rows.length === 0 ? [[[say(theme, 'wizard.file.noRows'), 'warning']] satisfies Line] : []),
  ];
}
