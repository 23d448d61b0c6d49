/** What a run is: its file, its people, its moments, and what it is of another run. */
import type { Delivery } from '../domain/delivery/delivery.js';
import { UNDECIDED, type Run } from '../domain/run.js';
import { momentText, sayIn, translate } from '../language/index.js';
import type { Language } from '../language/text.js';
import { actText } from './actText.js';

/** As many digits of a hash as tell two texts apart. */
const HASH_SHOWN = 12;

type Fact =
  `summary.${'file' | 'definition' | 'act' | 'parent' | 'set' | 'type' | 'environment' | 'operator' | 'reason' | 'created' | 'expires' | 'approved' | 'raisedBy' | 'delivered' | 'applied' | 'undone'}`;

/** How a moment (ISO 8601, UTC) is told. */
type TellMoment = (iso: string) => string;

/** Terms with their texts, where there is something to tell. */
export function runFacts(
  language: Language,
  run: Run,
  moment: TellMoment = (iso) => momentText(language, iso),
): [string, string][] {
  const say = sayIn(language);
  const rows = say('summary.rows', { rows: run.file.rows });
  const blank = run.file.blank > 0 ? `, ${say('summary.blank', { blank: run.file.blank })}` : '';
  const { operator: login, sessionLogin: session } = run;
  const operator = session === null ? login : say('summary.session', { operator: login, session });
  const list: [Fact, string | null][] = [
    ['summary.file', run.file.name === '' ? null : `${run.file.name} (${rows}${blank})`],
    ['summary.definition', run.definition && `${run.definition.name} (${run.definition.sha256.slice(0, HASH_SHOWN)})`],
    ['summary.act', actText(language, run)],
    ['summary.parent', parentText(language, run)],
    ['summary.set', setText(language, run)],
    ['summary.type', run.kind === 'hand' || run.kind === 'pull' || run.settingsChange ? null : say(`type.${run.type}`)],
    ['summary.environment', `${run.environment} (${say(`type.${run.environmentType}`)})`],
    ['summary.operator', withOrigin(operator, run)],
    ['summary.reason', run.reason],
    ['summary.created', moment(run.createdAt)],
    ['summary.expires', UNDECIDED.includes(run.status) ? moment(run.expiresAt) : null],
    ['summary.approved', whoAndWhen(moment, run.approvedBy, run.approvedAt)],
    ['summary.raisedBy', run.raisedBy.length === 0 ? null : run.raisedBy.join(', ')],
    ['summary.delivered', run.delivery && deliveredText(language, run.delivery, moment)],
    ['summary.applied', whoAndWhen(moment, run.appliedBy, run.appliedAt)],
    ['summary.undone', run.undoneBy === null ? null : say('summary.byRun', { run: run.undoneBy })],
  ];
  return list.flatMap(([key, text]) => (text === null ? [] : [[say(key), text] as [string, string]]));
}

function deliveredText(language: Language, { by, at, as, rows }: Delivery, moment: TellMoment): string {
  return translate(language, 'summary.deliveredAs', { by, when: moment(at), form: as, rows });
}

/** The runs that were planned together with it; of one that was applied, how they share what they did. */
function setText(language: Language, run: Run): string | null {
  const runs = othersInSet(run);
  if (runs === null || run.status !== 'applied') return runs;
  return translate(language, 'summary.setFound', { runs });
}

/** Null for a run that was planned alone. */
export function othersInSet({ id, set }: Run): string | null {
  return set && set.filter((run) => run !== id).join(', ');
}

/** Which run it follows, and what it is of that one: settings that are put back are undone. */
export function parentText(language: Language, { kind, parent }: Run): string | null {
  if (parent === null) return null;
  return translate(language, 'summary.ofRun', {
    kind: kind === 'settings' || kind === 'pull' ? 'undo' : kind,
    run: parent,
  });
}

/** What a run is about, in a few words: its file, or what it is of another run. */
export function runSubject(language: Language, run: Run): string {
  if (run.kind === 'import') return run.file.name;
  return parentText(language, run) ?? translate(language, `kind.${run.kind}`);
}

/** Somebody, with what the run came from where that is known. */
export function withOrigin(who: string, { origin }: Run): string {
  return origin === '' ? who : `${who} (${origin})`;
}

/** Who did something and when, as far as that is known. */
function whoAndWhen(moment: TellMoment, who: string | null, when: string | null): string | null {
  const known = [who, when === null ? null : moment(when)].filter((part) => part !== null);
  return known.length === 0 ? null : known.join(', ');
}
