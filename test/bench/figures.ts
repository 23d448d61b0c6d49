/** One line of the table, and how its numbers are written. */
export interface Figure {
  readonly measure: string;
  readonly value: string;
  readonly floor?: string;
  readonly ratio?: number;
  readonly target?: string;
  /** Absent where a figure is there for orientation. */
  readonly met?: boolean;
}

export interface Floor {
  readonly name: string;
  readonly value: number;
}

type Format = (value: number) => string;

/** A value against what was measured as its floor in the same run; without a floor (NaN) it is there for orientation. */
export function against(measure: string, value: number, floor: Floor, atMost: number, format: Format): Figure {
  if (Number.isNaN(floor.value)) return { measure, value: format(value), floor: `no ${floor.name}` };
  const ratio = value / floor.value;
  return {
    measure,
    value: format(value),
    floor: `${format(floor.value)} ${floor.name}`,
    ratio,
    target: `≤ ${atMost} ×`,
    met: ratio <= atMost,
  };
}

export function atMost(measure: string, value: number, limit: number, format: Format): Figure {
  return { measure, value: format(value), target: `≤ ${format(limit)}`, met: value <= limit };
}

/** Without a target: to compare with. */
export function orientation(measure: string, value: number, format: Format): Figure {
  return { measure, value: format(value) };
}

export const seconds: Format = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
export const milliseconds: Format = (value) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const megabytes: Format = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;
export const bytes: Format = (value) => `${Math.round(value)} bytes`;
export const rate: Format = (rows) => `${grouped(Math.round(rows))} rows/s`;

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
