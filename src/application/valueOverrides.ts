/** What a text of a field becomes, among what is said of a mapping. */
import type { FieldId } from '../domain/fields.js';
import type { MappingOverrides } from './ports/importFiles.js';

/** Without what the text became until now. */
export function withoutValue(overrides: MappingOverrides, field: FieldId, from: string): MappingOverrides {
  return { ...overrides, values: (overrides.values ?? []).filter((one) => one.field !== field || one.from !== from) };
}

/** In the place of what it became until now. */
export function withValue(overrides: MappingOverrides, field: FieldId, from: string, to: string): MappingOverrides {
  const others = withoutValue(overrides, field, from);
  return { ...others, values: [...(others.values ?? []), { field, from, to }] };
}
