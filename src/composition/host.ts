/** What the program is given: its process, the words that were typed, and its own folder. */
export interface Host {
  readonly process: NodeJS.Process;
  readonly words: readonly string[];
  /** The folder of the package, with `data`, `dist` and `samples`. */
  readonly root: URL;
  /** Of the package. */
  readonly version: string;
}
