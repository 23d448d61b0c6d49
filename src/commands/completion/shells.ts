/** The shells that completion is for: what each tells of its line, and how it is answered. */
import { readBashLine, quotedForBash } from './bashLine.js';
import type { Candidate, Offer } from './offer.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** The script of each shell, in the package. */
export const SCRIPT_OF: Readonly<Record<Shell, string>> = {
  bash: 'data/completion/instroom.bash',
  zsh: 'data/completion/_instroom',
  fish: 'data/completion/instroom.fish',
};

export function isShell(text: string | undefined): text is Shell {
  return (SHELLS as readonly (string | undefined)[]).includes(text);
}

/** A line that is being typed, behind the name of the program. */
export interface TypedLine {
  readonly words: readonly string[];
  readonly typed: string;
  /** The shell itself writes or reads the file that is being typed. */
  readonly redirects?: boolean;
  /** How an offer is told to the shell: lines, the first of which says what the others are. */
  readonly reply: (offer: Offer) => readonly string[];
}

/** What `data/completion/` hands over for each shell. */
export function readTypedLine(shell: Shell, told: readonly string[]): TypedLine {
  return READERS[shell](told);
}

const READERS: Readonly<Record<Shell, (told: readonly string[]) => TypedLine>> = {
  bash: readBash,
  zsh: (told) => ({ words: told.slice(0, -1), typed: told.at(-1) ?? '', reply: zshReply }),
  fish: (told) => ({ words: told.slice(0, -1), typed: readFishWord(told.at(-1) ?? ''), reply: fishReply }),
};

/** Completion that puts a whole match in the line without asking: `menu-complete` and `insert-completions`. */
const INSERTS: ReadonlySet<string> = new Set(['37', '42']);

/**
 * Bash: the kind of completion, the width of the terminal, the part of the word that will be replaced, and the line up to the
 * cursor. It has no place for what a candidate is, which is shown behind it where several are: never where it could end up in
 * the line.
 */
function readBash([type = '', columns = '', replaced = '', line = '']: readonly string[]): TypedLine {
  const { words, current, redirects } = readBashLine(line);
  const kept = line.endsWith(replaced) ? line.slice(0, line.length - replaced.length) : line;
  const { current: before, quote } = readBashLine(kept);
  const start = before.length <= current.length ? before.length : 0;
  return {
    words: words.slice(1),
    typed: current,
    redirects,
    reply: ({ candidates, files }) => {
      if (files) return ['files'];
      const exact = candidates.filter(({ value }) => value.startsWith(current));
      const found = exact.length > 0 ? exact : candidates.filter((candidate) => beginsInAnyCase(candidate, current));
      const matches = found.map(({ value }) => quotedForBash(value.slice(start), quote));
      const tells =
        found.length > 1 &&
        quote === '' &&
        !INSERTS.has(type) &&
        differAsBashSees(matches) &&
        found.some(({ about }) => about !== '');
      const abouts = found.map(({ about }) => harmless(about));
      const kind = found.some(isOpen) ? 'open' : 'words';
      return [kind, ...(tells ? oneALine(matches, abouts, Number(columns)) : matches)];
    },
  };
}

/**
 * Bash puts in the line what all its matches begin with. Where two are the same to it, also by its settings
 * (`completion-ignore-case`, `completion-map-case`), that would go on into what is shown behind them.
 */
function differAsBashSees(matches: readonly string[]): boolean {
  return new Set(matches.map((match) => match.toLowerCase().replaceAll('_', '-'))).size === matches.length;
}

/** Were it ever in the line all the same, none of it would be more than words to a shell. */
function harmless(about: string): string {
  return about
    .replaceAll("'", '’')
    .replaceAll('"', '”')
    .replace(/[`$;&|<>\\!{}*?[\]~#^=%]/gu, ' ');
}

/** Each with what it is, in the width of the terminal, and too wide for bash to put two in a row. */
function oneALine(matches: readonly string[], abouts: readonly string[], columns: number): readonly string[] {
  const width = Math.max(...matches.map(({ length }) => length)) + 2;
  return matches.map((match, at) => {
    const about = [...(abouts[at] ?? '')].slice(0, Math.max(0, columns - width - 1)).join('');
    return `${match.padEnd(width)}${about}`.padEnd(Math.ceil(columns / 2));
  });
}

function beginsInAnyCase({ value, anyCase }: Candidate, typed: string): boolean {
  return anyCase === true && value.slice(0, typed.length).toLowerCase() === typed.toLowerCase();
}

/** Something has to follow in the same word. */
function isOpen({ value, open }: Candidate): boolean {
  return open === true || value.endsWith('=');
}

/** Zsh: the words before the cursor and the one at it. A line has a mark, the value and what is shown for it. */
function zshReply({ candidates, before, files }: Offer): readonly string[] {
  if (files) return ['files'];
  const shown = candidates.map(({ value }) => value.slice(before.length));
  const width = Math.max(...shown.map(({ length }) => length));
  const lines = candidates.map((candidate, at) => {
    const { value, about } = candidate;
    const name = shown[at] ?? '';
    return [isOpen(candidate) ? 'open' : 'word', value, about === '' ? name : `${name.padEnd(width)}  ${about}`].join(
      '\t',
    );
  });
  return ['words', ...lines];
}

/** Fish: the same. It leaves no blank behind `=` and `:` itself. */
function fishReply({ candidates, files }: Offer): readonly string[] {
  if (files) return ['files'];
  return ['words', ...candidates.map(({ value, about }) => `${value}\t${about}`)];
}

/** The word at the cursor as fish has it: in quotes that may be open. */
function readFishWord(raw: string): string {
  let [quote, read] = ['', ''];
  for (let at = 0; at < raw.length; at++) {
    const sign = raw.charAt(at);
    const next = raw.charAt(at + 1);
    if (sign === '\\' && (quote === '' || next === quote || next === '\\')) {
      read += next;
      at++;
    } else if (quote === '' && (sign === '"' || sign === "'")) quote = sign;
    else if (sign === quote) quote = '';
    else read += sign;
  }
  return read;
}
