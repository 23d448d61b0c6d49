/** What a shell is offered for the word at the cursor. */

export interface Candidate {
  /** The whole word at the cursor, as the program is to read it. */
  readonly value: string;
  readonly about: string;
  /** It is the same in capitals. */
  readonly anyCase?: true;
  /** Something has to follow in the same word. */
  readonly open?: true;
}

export interface Offer {
  readonly candidates: readonly Candidate[];
  /** What stands in front of each in the same word: `--env=`, `email,`. */
  readonly before: string;
  /** The shell knows which files there are. */
  readonly files?: true;
}
