/**
 * A small table with borders: ink-table, without a line between two rows, in ASCII where the terminal has
 * no UTF-8, and with cells that are visible and measured as they are shown.
 */
import { Box, Text } from 'ink';
import { Table } from 'ink-table';
import { Fragment, type PropsWithChildren, type ReactElement } from 'react';
import { columnWidths, cutTo, widthOf } from '../../presentation/textWidth.js';
import { screenText } from '../../presentation/visibleText.js';
import type { View } from '../view.js';

type Row = Record<string, string>;

export interface SmallTableProps {
  readonly view: View;
  readonly columns: readonly { readonly title: string; readonly align?: 'left' | 'right' }[];
  readonly rows: readonly (readonly string[])[];
  /** The row with the cursor. */
  readonly selected?: number;
}

/** Its first row is the heading, and the only one with a line below it. */
class CompactTable extends Table<Row> {
  override render(): ReactElement {
    const columns = this.getColumns();
    const [heading = {}, ...rows] = this.props.data;
    return (
      <Box flexDirection="column" flexShrink={0}>
        {this.header({ key: 'header', columns, data: {} })}
        {this.heading({ key: 'heading', columns, data: heading })}
        {rows.length > 0 && this.separator({ key: 'separator', columns, data: {} })}
        {rows.map((row, index) => (
          <Fragment key={index}>{this.data({ key: `row-${index}`, columns, data: row })}</Fragment>
        ))}
        {this.footer({ key: 'footer', columns, data: {} })}
      </Box>
    );
  }
}

/** As long as it is wide, which is how ink-table measures; what is added takes no place. */
function measured(text: string): string {
  return text + '\u200b'.repeat(Math.max(0, widthOf(text) - text.length));
}

const TO_ASCII: Readonly<Record<string, string>> = { '\u2500': '-', '\u2502': '|' };

export function SmallTable({ view, columns, rows, selected }: SmallTableProps): ReactElement {
  const { theme } = view;
  const visible = rows.map((row) => row.map((text) => screenText(text, theme.unicode)));
  if (theme.screenReader) return <Text>{asText(columns, visible, selected)}</Text>;
  // The cursor stands in a column of its own: it is there without colour as well.
  const cursor: SmallTableProps['columns'] = selected === undefined ? [] : [{ title: ' ' }];
  const marked =
    selected === undefined
      ? visible
      : visible.map((row, index) => [index === selected ? theme.glyphs.cursor : ' ', ...row]);
  const shown = [...cursor, ...columns];
  const texts = fitted([shown.map(({ title }) => title), ...marked], view);
  // A column goes by its number: two titles that were cut to the same text are still two.
  const data = texts.map((row): Row => Object.fromEntries(row.map((text, column) => [column, measured(text)])));
  const Skeleton = ({ children }: PropsWithChildren): ReactElement => (
    <Text dimColor>{theme.unicode || typeof children !== 'string' ? children : asciiBorder(children)}</Text>
  );
  const Heading = ({ children }: PropsWithChildren): ReactElement => <Text bold>{children}</Text>;
  const Cell = ({ children }: PropsWithChildren): ReactElement => <Text>{children}</Text>;
  return (
    <CompactTable
      data={data}
      columns={shown.map(({ align = 'left' }, column) => ({ key: String(column), align }))}
      skeleton={Skeleton}
      header={Heading}
      cell={Cell}
    />
  );
}

/** Borders and blanks of a column. */
const AROUND_CELL = 3;

/** The widest columns give way until the table fits; what is cut ends in an ellipsis. */
function fitted(
  rows: readonly (readonly string[])[],
  { theme, columns: available }: View,
): readonly (readonly string[])[] {
  const widths = columnWidths(rows);
  const taken = (): number => widths.reduce((sum, width) => sum + width + AROUND_CELL, 1);
  while (taken() > available && Math.max(...widths) > 3) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return rows.map((row) => widths.map((width, column) => cutTo(row[column] ?? '', width, theme.glyphs.ellipsis)));
}

function asciiBorder(text: string): string {
  return text.replace(/[\u2500-\u257f]/gu, (character) => TO_ASCII[character] ?? '+');
}

/** Each row as a sentence: what a column is called, and what it holds. */
function asText(columns: SmallTableProps['columns'], rows: readonly (readonly string[])[], selected?: number): string {
  return rows
    .map((row, index) => {
      const cells = row.flatMap((text, column) => (text === '' ? [] : [`${columns[column]?.title ?? ''}: ${text}`]));
      return `${index === selected ? '> ' : ''}${cells.join(', ')}`;
    })
    .join('\n');
}
