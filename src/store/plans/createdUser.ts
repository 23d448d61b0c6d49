/** A user that a row creates, as it is stored in the details of the row: its values say all there is to say of it. */
import { withAccess } from '../../domain/directory.js';
import { createdFields } from '../../domain/draft.js';
import { isAccessField, type StoredTextField } from '../../domain/fields.js';
import { HIDDEN_SECRET, type UserChanges } from '../../domain/plannedRow.js';
import { NO_TEXTS } from '../../domain/userState.js';

type StoredValue = string | number | boolean | null;
type LaterValues = Readonly<Partial<Record<StoredTextField, string>> & { system?: boolean }>;

/**
 * An environment, and then the values of `PLACES`. What users have since plans were stored like this has no place among
 * them: it follows by name.
 */
export type CreatedUser = readonly [environment: string, ...values: (StoredValue | LaterValues)[]];

/** The values in their places, and what they are where the row gives none. No place ever gets another meaning. */
const PLACES = {
  user: '',
  description: '',
  email: '',
  upn: '',
  person: null,
  access: 0,
  siteLanguage: '',
  blocked: false,
  password: false,
};

const NAMES: readonly string[] = Object.keys(PLACES);
const EMPTY: readonly StoredValue[] = Object.values(PLACES);
const PLACE_OF: ReadonlyMap<string, number> = new Map(NAMES.map((name, at) => [name, at]));

export function storedCreatedUser({ environment, fields }: UserChanges): CreatedUser {
  const values = [...EMPTY];
  let access = PLACES.access;
  let later: LaterValues | undefined;
  for (const [field, , to] of fields) {
    const place = PLACE_OF.get(field);
    if (isAccessField(field)) access = withAccess(access, field, to === true);
    else if (place === undefined) later = { ...later, [field]: to };
    else values[place] = field === 'password' ? true : to;
  }
  values[PLACE_OF.get('access') ?? 0] = access;
  return later ? [environment, ...values, later] : [environment, ...values];
}

export function createdUserOf([environment, ...stored]: CreatedUser): {
  readonly name: string;
  readonly changes: UserChanges;
} {
  const given: Record<string, unknown> = { ...PLACES };
  for (let at = 0; at < NAMES.length; at++) given[NAMES[at] ?? ''] = stored[at];
  const values = given as typeof PLACES;
  const later = stored[EMPTY.length] as LaterValues | undefined;
  const fields = createdFields({ ...NO_TEXTS, ...values, code: values.user, system: false, unknown: 0, ...later });
  if (values.password) fields.push(['password', null, HIDDEN_SECRET]);
  return { name: values.description, changes: { environment, user: values.user, fields } };
}
