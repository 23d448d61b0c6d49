/** What a directory says is not known is null there, and is left out before its shape is judged. */

type Names = Record<string, unknown>;

/** Takes the values away that the `unknown` of their user names; what is null and not named there is judged as it is. */
export function withoutUnknownValues(directory: unknown): unknown {
  if (!isNames(directory) || !Array.isArray(directory['users'])) return directory;
  const users = directory['users'] as readonly unknown[];
  return { ...directory, users: users.map((user) => (isNames(user) ? withoutUnknown(user) : user)) };
}

function withoutUnknown(user: Names): Names {
  const { unknown, access } = user;
  if (!Array.isArray(unknown)) return user;
  const kept = (values: Names): Names =>
    Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== null || !unknown.includes(name)));
  return { ...kept(user), ...(isNames(access) && { access: kept(access) }) };
}

function isNames(value: unknown): value is Names {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
