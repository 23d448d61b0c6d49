/** Puts one gate around a port: what goes wrong behind it comes out as a sentence that a person can act on. */

type ToUserError = (error: unknown) => unknown;

/** The same port; whatever its promises and iterables throw goes through `toUserError`. */
export function mapPortErrors<Port extends object>(port: Port, toUserError: ToUserError): Port {
  const guarded = Object.entries(port).map(([name, member]: [string, unknown]) => {
    if (typeof member !== 'function') return [name, member];
    return [name, (...given: unknown[]) => guard((member as (...given: unknown[]) => unknown)(...given), toUserError)];
  });
  return Object.fromEntries(guarded) as Port;
}

function guard(answer: unknown, toUserError: ToUserError): unknown {
  if (answer instanceof Promise) {
    return answer.catch((error: unknown) => {
      throw toUserError(error);
    });
  }
  return isIterable(answer) ? iterate(answer, toUserError) : answer;
}

function isIterable(answer: unknown): answer is AsyncIterable<unknown, unknown> {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;
}

async function* iterate(answer: AsyncIterable<unknown, unknown>, toUserError: ToUserError): AsyncGenerator {
  const iterator = answer[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await iterator.next().catch((error: unknown) => {
        throw toUserError(error);
      });
      if (done === true) return;
      yield value;
    }
  } finally {
    await iterator.return?.();
  }
}
