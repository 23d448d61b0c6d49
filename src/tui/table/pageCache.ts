/** A few pages of rows of a long list; the ones that were used longest ago make room. */
import { PAGE_ROWS, PAGES_KEPT } from './window.js';

export interface PageCache<Row> {
  /** Page number → its rows; in order of use, the latest last. */
  readonly pages: ReadonlyMap<number, readonly Row[]>;
  /** Pages that were asked for and did not come yet. */
  readonly asked: ReadonlySet<number>;
}

export function emptyCache<Row>(): PageCache<Row> {
  return { pages: new Map(), asked: new Set() };
}

/** The row at a position of the list; undefined while its page is not there. */
export function rowAt<Row>(cache: PageCache<Row>, index: number): Row | undefined {
  return cache.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
}

/** Which of these pages have to be asked for. */
export function missingPages<Row>(cache: PageCache<Row>, pages: readonly number[]): number[] {
  return pages.filter((page) => !cache.pages.has(page) && !cache.asked.has(page));
}

export function askPages<Row>(cache: PageCache<Row>, pages: readonly number[]): PageCache<Row> {
  return pages.length === 0 ? cache : { ...cache, asked: new Set([...cache.asked, ...pages]) };
}

/** Puts a page in; pages beyond those that are kept go, the ones on the screen last. */
export function addPage<Row>(
  cache: PageCache<Row>,
  page: number,
  rows: readonly Row[],
  onScreen: readonly number[],
): PageCache<Row> {
  const pages = new Map(cache.pages);
  pages.delete(page);
  pages.set(page, rows);
  const asked = new Set(cache.asked);
  asked.delete(page);
  for (const old of pages.keys()) {
    if (pages.size <= PAGES_KEPT) break;
    if (old !== page && !onScreen.includes(old)) pages.delete(old);
  }
  return { pages, asked };
}
