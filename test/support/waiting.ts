/** The only place where tests wait: for something to be so, or for time itself where a test is about time. */

/** Looks until it is so, and answers what it then is; fails with `what` where that takes too long. */
export async function until<Result>(
  what: string,
  look: () => Result | Promise<Result>,
  limit = 30_000,
): Promise<NonNullable<Result>> {
  const end = Date.now() + limit;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`not within ${limit / 1000} s: ${what}`);
    await timePasses(20);
  }
}

/** For what is about time: a person who looks, a moment to be killed at. Whoever waits for something uses `until`. */
export function timePasses(milliseconds: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, milliseconds));
}

/** Does something when time is up, unless the answer is called before. */
export function whenTimeIsUp(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}
