/**
 * A small table with borders: ink-table, without a line between two rows, in ASCII where the terminal has
 * no UTF-8, and with cells that are visible and measured as they are shown.
 */
import { Text } from 'ink';
import { Table } from 'ink-table';
import { Fragment, type PropsWithChildren, type ReactElement } from 'react';
import { cutTo, widthOf } from '../../presentation/textWidth.js';
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

type SeparatorProps = Parameters<Table<Row>['separator']>[0];

/** Draws a separator below the heading alone. */
class CompactTable extends Table<Row> {
  constructor(props: ConstructorParameters<typeof Table<Row>>[0]) {
    super(props);
    const everySeparator: (row: SeparatorProps) => unknown = this.separator;
    this.separator = (row): ReactElement =>
      row.key.endsWith('-0') ? (everySeparator(row) as ReactElement) : <Fragment key={row.key} />;
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
  const shown = fitted([...cursor, ...columns], marked, view);
  const titles = distinct(shown.titles).map(measured);
  const data = shown.rows.map((row): Row =>
    Object.fromEntries(titles.map((title, column) => [title, measured(row[column] ?? '')])),
  );
  const Skeleton = ({ children }: PropsWithChildren): ReactElement => (
    <Text dimColor>{theme.unicode || typeof children !== 'string' ? children : asciiBorder(children)}</Text>
  );
  const Heading = ({ children }: PropsWithChildren): ReactElement => <Text bold>{children}</Text>;
  const Cell = ({ children }: PropsWithChildren): ReactElement => <Text>{children}</Text>;
  return (
    <CompactTable
      data={data}
      columns={titles.map((key, index) => ({ key, align: [...cursor, ...columns][index]?.align ?? 'left' }))}
      skeleton={Skeleton}
      header={Heading}
      cell={Cell}
    />
  );
}

/** ink-table finds a column by its title: two that were cut to the same text would show the same. */
function distinct(titles: readonly string[]): readonly string[] {
  return titles.map((title, index) => (titles.indexOf(title) === index ? title : `${title.slice(0, -1)}${index}`));
}

/** Borders and blanks of a column. */
const AROUND_CELL = 3;

/** The widest columns give way until the table fits; what is cut ends in an ellipsis. */
function fitted(
  columns: SmallTableProps['columns'],
  rows: readonly (readonly string[])[],
  { theme, columns: available }: View,
): { readonly titles: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const widths = columns.map(({ title }, index) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[index] ?? ''))),
  );
  const taken = (): number => widths.reduce((sum, width) => sum + width + AROUND_CELL, 1);
  while (taken() > available && Math.max(...widths) > 3) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  const cut = (texts: readonly string[]): readonly string[] =>
    texts.map((text, index) => cutTo(text, widths[index] ?? 0, theme.glyphs.ellipsis));
  return { titles: cut(columns.map(({ title }) => title)), rows: rows.map(cut) };
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
