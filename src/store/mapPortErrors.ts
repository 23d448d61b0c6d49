/** Puts one gate around a port: what goes wrong behind it comes out as a sentence that a person can act on. */

type Tell = (error: unknown) => unknown;

/** The same port; whatever its promises and iterables throw goes through `tell`. */
export function mapPortErrors<Port extends object>(port: Port, tell: Tell): Port {
  const guarded = Object.entries(port).map(([name, member]: [string, unknown]) => {
    if (typeof member !== 'function') return [name, member];
    return [name, (...given: unknown[]) => guard((member as (...given: unknown[]) => unknown)(...given), tell)];
  });
  return Object.fromEntries(guarded) as Port;
}

function guard(answer: unknown, tell: Tell): unknown {
  if (answer instanceof Promise) {
    return answer.catch((error: unknown) => {
      throw tell(error);
    });
  }
  return isIterable(answer) ? iterate(answer, tell) : answer;
}

function isIterable(answer: unknown): answer is AsyncIterable<unknown, unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

async function* iterate(answer: AsyncIterable<unknown, unknown>, tell: Tell): AsyncGenerator {
  const iterator = answer[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await iterator.next().catch((error: unknown) => {
        throw tell(error);
      });
      if (done === true) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
