/** What the administrator says of the mapping, changed one field at a time. */
import type { MappingWishes } from '../../../application/ports/importFiles.js';
import type { FieldId } from '../../../domain/fields.js';

/** A column by its place, which two columns of one name do not share. */
function columnName(index: number): string {
  return `#${index + 1}`;
}

/** The wishes without anything about a field. */
function withoutField(wishes: MappingWishes, field: FieldId): MappingWishes {
  return {
    ...wishes,
    map: (wishes.map ?? []).filter((wish) => wish.field !== field),
    fix: (wishes.fix ?? []).filter((wish) => wish.field !== field),
    skip: (wishes.skip ?? []).filter((wish) => wish !== field),
  };
}

export function takeColumn(wishes: MappingWishes, field: FieldId, index: number): MappingWishes {
  const others = withoutField(wishes, field);
  return {
    ...others,
    map: [...(others.map ?? []), { field, column: columnName(index) }],
    ignoreColumns: (others.ignoreColumns ?? []).filter((column) => column !== columnName(index)),
  };
}

export function takeFixed(wishes: MappingWishes, field: FieldId, value: string): MappingWishes {
  const others = withoutField(wishes, field);
  return { ...others, fix: [...(others.fix ?? []), { field, value }] };
}

export function takeNothing(wishes: MappingWishes, field: FieldId): MappingWishes {
  const others = withoutField(wishes, field);
  return { ...others, skip: [...(others.skip ?? []), field] };
}

export function ignoreColumns(wishes: MappingWishes, indexes: readonly number[]): MappingWishes {
  const names = new Set([...(wishes.ignoreColumns ?? []), ...indexes.map(columnName)]);
  return { ...wishes, ignoreColumns: [...names] };
}

/** Whether nothing was said of the mapping yet. */
export function isEmptyWishes({ map = [], fix = [], skip = [], ignoreColumns: ignored = [] }: MappingWishes): boolean {
  return map.length + fix.length + skip.length + ignored.length === 0;
}
