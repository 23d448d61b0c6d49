/** What a report for a ticket is made of; how each part is written is up to Markdown or HTML. */
import type { Language } from '../../language/text.js';

export type ReportTone = 'plain' | 'warning' | 'danger' | 'dim';

/** A value of a user, or a word of the program that stands for one (`yes`, `(empty)`). */
export interface ReportValue {
  readonly text: string;
  readonly isWord: boolean;
}

export interface ReportChange {
  /** Where, and of whom where that is somebody else. */
  readonly place: string;
  readonly label: string;
  /** Absent where there was nothing, or where values are left out. */
  readonly from?: ReportValue;
  readonly to?: ReportValue;
}

/** A row of the plan. */
export interface ReportEntry {
  /** `Row 2`, the user, what they are called, the code. */
  readonly head: string;
  readonly about: readonly string[];
  readonly changes: readonly ReportChange[];
  readonly remarks: readonly { readonly text: string; readonly code?: string; readonly tone: ReportTone }[];
}

/** Each makes a piece of the document. What it is given may come from a file: it is never markup. */
export interface ReportMarkup {
  begin(title: string, language: Language): string;
  heading(text: string): string;
  paragraph(text: string, tone: ReportTone): string;
  facts(pairs: readonly (readonly [term: string, text: string])[]): string;
  /** The first column is text, the others are numbers. */
  table(titles: readonly string[], rows: readonly (readonly string[])[]): string;
  /** What follows, until `unfold`, is folded. */
  fold(title: string, isOpen: boolean): string;
  entry(entry: ReportEntry): string;
  unfold(): string;
  end(): string;
}
