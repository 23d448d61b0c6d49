/** How V8 grows its memory. Left alone, it prefers to take more, where the machine has much of it. */
import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes: room for what a chunk of rows needs until it is stored, so that little of it is copied on the way. */
const YOUNG_HEAP = 32 * 2 ** 20;

/**
 * From now on the young generation grows no larger than this. Left at what it has after the start, most of a chunk is
 * copied before it is dropped, which costs a fifth of a plan; left to V8, 100,000 rows take 100 MB more.
 */
export function keepYoungHeapSmall(): void {
  const observer = new PerformanceObserver(() => {
    if (youngHeap() < YOUNG_HEAP) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    observer.disconnect();
  });
  observer.observe({ entryTypes: ['gc'] });
}

function youngHeap(): number {
  return getHeapSpaceStatistics().find((space) => space.space_name === 'new_space')?.space_size ?? 0;
}

/** The old generation grows by little as well, for what waits for a person, hours long, beside other programs. */
export function keepOldHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=60');
}
