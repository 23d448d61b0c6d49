/** What the administrator says of the mapping, changed one field at a time. */
import type { MappingOverrides } from '../../../application/ports/importFiles.js';
import { withoutValue, withValue } from '../../../application/valueOverrides.js';
import type { FieldId } from '../../../domain/fields.js';

/** A column by its place, which two columns of one name do not share. */
export function columnName(index: number): string {
  return `#${index + 1}`;
}

/** The overrides without anything about a field. */
function withoutField(overrides: MappingOverrides, field: FieldId): MappingOverrides {
  return {
    ...overrides,
    map: (overrides.map ?? []).filter((wish) => wish.field !== field),
    fix: (overrides.fix ?? []).filter((wish) => wish.field !== field),
    skip: (overrides.skip ?? []).filter((wish) => wish !== field),
  };
}

export function takeColumn(overrides: MappingOverrides, field: FieldId, index: number): MappingOverrides {
  const others = withoutField(overrides, field);
  return {
    ...others,
    map: [...(others.map ?? []), { field, column: columnName(index) }],
    ignoreColumns: (others.ignoreColumns ?? []).filter((column) => column !== columnName(index)),
  };
}

/** A list is of what a column says: a field without one has none. */
function withoutList(overrides: MappingOverrides, field: FieldId): MappingOverrides {
  return {
    ...withoutField(overrides, field),
    values: (overrides.values ?? []).filter((one) => one.field !== field),
    valuesOnly: (overrides.valuesOnly ?? []).filter((one) => one !== field),
  };
}

export function takeFixed(overrides: MappingOverrides, field: FieldId, value: string): MappingOverrides {
  const others = withoutList(overrides, field);
  return { ...others, fix: [...(others.fix ?? []), { field, value }] };
}

export function takeNothing(overrides: MappingOverrides, field: FieldId): MappingOverrides {
  const others = withoutList(overrides, field);
  return { ...others, skip: [...(others.skip ?? []), field] };
}

export function ignoreColumns(overrides: MappingOverrides, indexes: readonly number[]): MappingOverrides {
  const names = new Set([...(overrides.ignoreColumns ?? []), ...indexes.map(columnName)]);
  return { ...overrides, ignoreColumns: [...names] };
}

/** Whether nothing was said of the mapping yet. */
export function isEmptyOverrides({
  map = [],
  fix = [],
  skip = [],
  ignoreColumns: ignored = [],
}: MappingOverrides): boolean {
  return map.length + fix.length + skip.length + ignored.length === 0;
}

/** Text with columns in it is the source of a field. */
export function takeComposed(overrides: MappingOverrides, field: FieldId, template: string): MappingOverrides {
  const others = withoutField(overrides, field);
  return { ...others, map: [...(others.map ?? []), { field, column: template }] };
}

/** A value of a field becomes another, or itself again. */
export function takeValue(overrides: MappingOverrides, field: FieldId, from: string, to: string): MappingOverrides {
  const isItself = to === '' || to === from;
  return isItself ? withoutValue(overrides, field, from) : withValue(overrides, field, from, to);
}
