/**
 * The order in which files of tests run: those that start programs and servers come first, for they take longest and
 * wait most; many short ones then fill what is left, so that no worker is long alone.
 */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** In order; whatever is of none of them comes after. */
const SLOW = ['test/memory/', 'test/terminal/', 'test/break/', 'test/commands/', 'test/store/postgres/'];

export default class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const at = SLOW.findIndex((room) => moduleId.includes(`/${room}`));
  return at < 0 ? SLOW.length : at;
}
