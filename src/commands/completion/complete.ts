/**
 * `instroom __complete SHELL ...`: what can be typed where the cursor stands, for the scripts of `data/completion/`. It is
 * asked at every press of Tab: it loads no command, changes nothing, and answers nothing rather than an error.
 */
import { MOST_HINTS } from '../../application/ports/completionValues.js';
import type {
  CodeHint,
  CompletionValues,
  Hints,
  OpenCompletionValues,
  RunHint,
} from '../../application/ports/completionValues.js';
import { isLanguage, languageOfLocale } from '../../language/locale.js';
import { fill, type Language } from '../../language/text.js';
import { visibleText } from '../../presentation/visibleText.js';
import { offerAt, type AskDatabase } from './candidates.js';
import type { Offer } from './offer.js';
import type { CommandTable, OfferedWord, StoredValues } from './commandTable.js';
import { placeOf, type Place } from './place.js';
import { isShell, readTypedLine } from './shells.js';

/** How long a server may take, in milliseconds: Tab has to answer. */
const SERVER_PATIENCE = 300;
/** A file takes a few, but for a disk that does not answer. */
const FILE_PATIENCE = 3000;

/** Longest description, in characters. */
const LONGEST_ABOUT = 72;

export interface CompletionSources {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly table: (language: Language) => Promise<CommandTable>;
  /** Of the user's own file of settings, by the names of flags; throws where it cannot be believed. */
  readonly settings: () => Promise<ReadonlyMap<string, string>>;
  /** The database that nobody has to name. */
  readonly ownDatabase: () => Promise<string>;
  readonly open: OpenCompletionValues;
  readonly now: () => Date;
}

/** `told`: the shell, and what its script hands over. Answers lines for it; never throws. */
export async function complete([shell, ...told]: readonly string[], sources: CompletionSources): Promise<string> {
  if (!isShell(shell)) return '';
  const { words, typed, redirects, reply } = readTypedLine(shell, told);
  const offer = redirects ? FILES : await offered(words, typed, sources).catch(() => NOTHING);
  return reply(safe(offer))
    .map((line) => `${line}\n`)
    .join('');
}

const NOTHING: Offer = { candidates: [], before: '' };
const FILES: Offer = { ...NOTHING, files: true };

async function offered(words: readonly string[], typed: string, sources: CompletionSources): Promise<Offer> {
  const { environment } = sources;
  let table = await sources.table(languageOfLocale(environment));
  let place = placeOf(words, typed, table);
  const asked =
    place.values.get('lang')?.at(-1) ||
    environment['INSTROOM_LANG'] ||
    (await sources.settings().catch(() => undefined))?.get('lang');
  if (isLanguage(asked)) {
    table = await sources.table(asked);
    place = placeOf(words, typed, table);
  }
  return offerAt(place, table, askingIn(table, sources));
}

function askingIn(table: CommandTable, sources: CompletionSources): AskDatabase {
  return async (values, typed, place) => {
    const named = place.values.get('db')?.at(-1) ?? sources.environment['INSTROOM_DB'];
    const target = named ?? (await sources.settings()).get('db') ?? (await sources.ownDatabase());
    const read = sources
      .open(target)
      .then((database) => wordsOf(values, typed, place, database, table, sources.now()))
      .catch(() => []);
    return unlessLate(read, [], /^postgres(?:ql)?:/iu.test(target) ? SERVER_PATIENCE : FILE_PATIENCE);
  };
}

async function wordsOf(
  values: StoredValues,
  prefix: string,
  { values: flags }: Place,
  database: CompletionValues,
  table: CommandTable,
  now: Date,
): Promise<readonly OfferedWord[]> {
  const environment = flags.get('env')?.at(-1);
  const query = { prefix, ...(environment !== undefined && { environment }) };
  const codes = (hints: Hints<CodeHint>): readonly OfferedWord[] =>
    told(hints, table, ({ code, name }) => ({ word: code, about: name }));
  switch (values.kind) {
    case 'environments':
      return (await database.environments()).map(({ code, name }) => ({ word: code, about: name }));
    case 'runs': {
      const hints = await database.runs({ prefix, which: values.which, now: now.toISOString() });
      return told(hints, table, (run) => ({ word: String(run.run), about: runText(run, table) }));
    }
    case 'definitions':
      return codes(await database.definitions(query));
    case 'groups':
      return codes(await database.groups(query));
    case 'persons':
      return codes(await database.persons(query));
    case 'users': {
      const whole = await database.users(query);
      if (whole.found.length > 0 || prefix === '' || prefix.includes('.')) return codes(whole);
      const short = await Promise.all(
        (await database.participants(environment)).map(async (number) => {
          const found = await database.users({ ...query, prefix: `${number}.${prefix}` });
          return codes(found).map(({ word, about }) => ({ word: word.slice(number.length + 1), about }));
        }),
      );
      // One code of several participants is one word to type.
      return [...new Map(short.flat().map((offered) => [offered.word, offered])).values()];
    }
  }
}

/** Where there are more than are shown, the last one says so. */
function told<Hint>(
  { found, more: isCut }: Hints<Hint>,
  { texts }: CommandTable,
  word: (hint: Hint) => OfferedWord,
): readonly OfferedWord[] {
  return found.map((hint, at) => {
    const one = word(hint);
    if (!isCut || at < found.length - 1) return one;
    const more = `(${fill(texts['completion.more'] ?? '', { most: MOST_HINTS })})`;
    return { ...one, about: `${shortened(one.about, LONGEST_ABOUT - more.length - 1)} ${more}`.trimStart() };
  });
}

function runText(run: RunHint, { texts }: CommandTable): string {
  const kind = texts[`kind.${run.kind}`] ?? '';
  const act = fill(texts['hand.act'] ?? '', { act: texts[`hand.${run.act}`] ?? run.act });
  const name =
    run.parent !== null
      ? fill(texts['summary.ofRun'] ?? '', { kind, run: run.parent })
      : run.act !== ''
        ? [act, run.user].filter((part) => part !== '').join(' ')
        : run.file || (run.kind === 'import' ? '' : kind);
  return [run.environment, texts[`status.${run.status}`] ?? run.status, name].filter((part) => part !== '').join(', ');
}

/** What a terminal would obey, or nobody can see, is never offered; what is said of a candidate is made visible. */
function safe(offer: Offer): Offer {
  const candidates = offer.candidates
    .filter(({ value }) => visibleText(value) === value)
    .map((candidate) => ({ ...candidate, about: visibleText(shortened(candidate.about)) }));
  return { ...offer, candidates };
}

function shortened(text: string, longest = LONGEST_ABOUT): string {
  const signs = [...text];
  return signs.length <= longest ? text : `${signs.slice(0, longest - 3).join('')}...`;
}

async function unlessLate<Result>(work: Promise<Result>, otherwise: Result, patience: number): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result>((resolve) => (timer = setTimeout(() => resolve(otherwise), patience)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
