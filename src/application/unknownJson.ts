/** Users as JSON: what is not known of one is null. */
import { isAccessField } from '../domain/fields.js';
import type { UnknownField } from '../domain/unknown.js';

interface WithUnknown {
  readonly access: Readonly<Record<string, boolean>>;
  readonly unknown?: readonly UnknownField[] | undefined;
}

/** A user as JSON: a person is null where there is none as well, so that the names of what is unknown stay with it. */
export type NullWhereUnknown<User> = Omit<User, UnknownField | 'access'> & {
  readonly [Name in keyof User & UnknownField]: User[Name] | null;
} & { readonly access: Readonly<Record<string, boolean | null>> };

export function nullWhereUnknown<User extends WithUnknown>(user: User): NullWhereUnknown<User> {
  const { unknown = [] } = user;
  const nulls = (fields: readonly UnknownField[]): Readonly<Record<string, null>> =>
    Object.fromEntries(fields.map((field) => [field, null]));
  const access = { ...user.access, ...nulls(unknown.filter((field) => isAccessField(field))) };
  const known: unknown = { ...user, ...nulls(unknown.filter((field) => !isAccessField(field))), access };
  return known as NullWhereUnknown<User>;
}
