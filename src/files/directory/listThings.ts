/** The rows of a list become the things of a directory; each row is one, or one group more of a user. */
import { nameKey } from '../../domain/fieldNames.js';
import { placeInJson, type DirectoryFaults, type Place } from '../../application/ports/directoryFaults.js';
import type { DirectoryList } from '../../domain/directory.js';
import type { TableList } from '../../application/ports/directoryLists.js';
import { caseKey, cellText, type SourceRow } from '../../domain/sourceRow.js';
import { isBlank } from '../tableShape.js';
import { readCell } from './listCells.js';
import type { ListColumn, ListColumns } from './listColumns.js';

type Values = Map<string, string | boolean>;

interface Thing {
  readonly row: number;
  readonly values: Values;
  /** Groups with the rows that name them; undefined where no row names any. */
  groups?: { readonly group: string; readonly row: number }[];
}

export class ListThings {
  private readonly things: Thing[] = [];
  private readonly byCode = new Map<string, Thing>();
  private readonly key: string;
  private readonly mergesRows: boolean;

  constructor(
    private readonly list: TableList,
    private readonly environment: string,
    private readonly columns: ListColumns,
    private readonly faults: DirectoryFaults,
  ) {
    this.key = list === 'users' ? 'user' : 'code';
    this.mergesRows = columns.columns.some(({ field }) => field.name === 'groups');
  }

  add(source: SourceRow): void {
    const { row, shape } = source;
    if (shape) this.faults.addAt('directory.fault.rowShape', { row }, { ...shape });
    else if (this.isHeader(source)) this.faults.addAt('directory.fault.headerRepeated', { row });
    else {
      const thing = this.read(source);
      if (thing) this.keep(thing);
    }
  }

  /** What the rows were, for the check that every directory goes through. */
  directory(): unknown {
    const { list, environment } = this;
    return { [list]: this.things.map((thing) => ({ environment, ...objectOf(thing) })) };
  }

  placeOf(list: DirectoryList, at: number, field: string): Place {
    const thing = this.things[at];
    if (!thing) return placeInJson(list, at, field);
    const position = /^groups\[(\d+)\]$/u.exec(field)?.[1];
    const row = position === undefined ? thing.row : (thing.groups?.[Number(position)]?.row ?? thing.row);
    const name = position === undefined ? field : 'groups';
    const column = this.columns.columns.find((one) => one.field.name === name);
    return column ? this.placeIn(row, column) : { row };
  }

  private placeIn(row: number, { header }: ListColumn): Place {
    return { row, column: header };
  }

  private isHeader({ cells }: SourceRow): boolean {
    const { columns } = this.columns;
    return columns.every(({ index, header }) => nameKey(cellText(cells[index])) === nameKey(header));
  }

  /** Undefined where something is wrong, which is told. */
  private read({ row, cells }: SourceRow): Thing | undefined {
    const values: Values = new Map();
    let sound = true;
    for (const column of this.columns.columns) {
      const read = readCell(cells[column.index], column.field);
      if ('fault' in read) {
        this.faults.addAt(read.fault[0], this.placeIn(row, column), read.fault[1]);
        sound = false;
      } else if (read.value !== undefined) values.set(column.field.name, read.value);
    }
    for (const index of this.columns.nameless) {
      if (isBlank(cells[index])) continue;
      this.faults.addAt('directory.fault.nameless', { row }, { value: cellText(cells[index]), number: index + 1 });
      sound = false;
    }
    if (!sound) return undefined;
    const group = values.get('groups');
    values.delete('groups');
    return { row, values, ...(typeof group === 'string' && { groups: [{ group, row }] }) };
  }

  private keep(thing: Thing): void {
    const code = String(thing.values.get(this.key) ?? '');
    const before = this.mergesRows ? this.byCode.get(caseKey(code)) : undefined;
    if (!before) {
      if (this.mergesRows) this.byCode.set(caseKey(code), thing);
      this.things.push(thing);
      return;
    }
    const other = this.columns.columns.find(
      ({ field: { name } }) => name !== this.key && thing.values.get(name) !== before.values.get(name),
    );
    if (other)
      this.faults.addAt('directory.fault.rowContradicts', this.placeIn(thing.row, other), {
        user: code,
        first: before.row,
      });
    if (thing.groups) before.groups = [...(before.groups ?? []), ...thing.groups];
  }
}

/** The object of a thing: `access.profit` becomes an object in it. */
function objectOf({ values, groups }: Thing): Readonly<Record<string, unknown>> {
  const object: Record<string, unknown> = groups ? { groups: groups.map(({ group }) => group) } : {};
  const access: Record<string, unknown> = {};
  for (const [name, value] of values) {
    if (name.startsWith('access.')) access[name.slice('access.'.length)] = value;
    else object[name] = value;
  }
  if (Object.keys(access).length > 0) object['access'] = access;
  return object;
}
