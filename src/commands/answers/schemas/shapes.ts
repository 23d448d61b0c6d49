/** What shapes of answers are made of. */
import { z } from 'zod';
import { ANSWER_FORMAT } from '../answerJson.js';

/** A list; readonly, as writers have it. */
export const list = <Item extends z.ZodType>(item: Item): z.ZodReadonly<z.ZodArray<Item>> => z.array(item).readonly();

export const counts = z.record(z.string(), z.number());

/** ISO 8601, UTC. */
export const moment = z.iso.datetime();

/** An object that is a whole answer. */
export const answer = <Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<{ format: z.ZodLiteral<typeof ANSWER_FORMAT> } & Shape, z.core.$strict> =>
  z.strictObject({ format: z.literal(ANSWER_FORMAT), ...shape });

/** What fills in a text: names, counts and codes, never a password. */
export const params = z.record(z.string(), z.union([z.string(), z.number()])).readonly();

/** What two import definitions say otherwise; null where one says nothing of it. */
export const definitionDifferences = list(z.strictObject({ field: z.string(), old: z.unknown(), new: z.unknown() }));
