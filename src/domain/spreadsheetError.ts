/** What a spreadsheet writes for a cell that it could not work out, told by its shape: programs speak all languages. */

/** `#REF!`, `#NAAM?`, `#¡DIV/0!`, `#ССЫЛКА!`; pasted behind an equals sign too. */
const CALLED_OUT = /^=?#(?=.*\p{L})[\p{L}\p{M}\p{N}/_¡¿]+\s?[!?！？]$/u;

/** `#N/A`, `#N/B`, `#Н/Д`, `#I/T`: not available. */
const NOT_AVAILABLE = /^=?#\p{L}{1,2}\/(\p{L}{1,4}|0)$/u;

/** A cell that is too narrow for its number. */
const TOO_NARROW = /^#+$/u;

/** `#GETTING_DATA` and what other languages have for it. */
const WAITING = /^#(\p{Lu}{4,}_\p{Lu}{4,}|getting_data)$/u;

/** LibreOffice: `Err:508`. */
const NUMBERED = /^(err|error|erreur|errore|erro|fehler|fout|fel|fejl|feil|błąd|chyba|hata|ошибка)\s?:\s?\d{3}$/u;

/** Google: `Loading…`. */
const LOADING =
  /^(loading|(bezig met )?laden|(wird )?geladen|chargement|cargando|carregando|caricamento|ładowanie|yükleniyor|загрузка)( data)?\s?(…|\.\.\.)$/u;

/** Words that no mark at their end gives away, where one was lost or never there. */
const WORDS: ReadonlySet<string> = new Set([
  ...['nv', 'nb', 'na', 'nd', 'yok', 'hiányzik', 'není_k_dispozici', 'puuttuu', 'saknas'],
  ...[
    'ref',
    'name',
    'div/0',
    'null',
    'value',
    'num',
    'spill',
    'calc',
    'field',
    'connect',
    'blocked',
    'unknown',
    'busy',
  ],
  ...['python', 'external', 'error', 'verw', 'naam', 'deel/0', 'leeg', 'waarde', 'getal', 'overloop', 'berekenen'],
  ...['wert', 'bezug', 'zahl', 'überlauf', 'kalk', 'valeur', 'nom', 'nombre'],
]);

/** Whether a whole text is a spreadsheet's error, in any language and letter case. */
export function isErrorShape(text: string): boolean {
  const whole = text.trim();
  if (whole.startsWith('#') || whole.startsWith('=#')) {
    return (
      [CALLED_OUT, NOT_AVAILABLE, TOO_NARROW, WAITING].some((shape) => shape.test(whole)) ||
      WAITING.test(whole.toLowerCase()) ||
      WORDS.has(whole.replace(/^=?#/u, '').toLowerCase())
    );
  }
  const last = whole.charCodeAt(whole.length - 1);
  const endsInDigit = last >= 0x30 && last <= 0x39;
  const endsInDots = whole.endsWith('…') || whole.endsWith('...');
  if (endsInDigit) return whole.includes(':') && NUMBERED.test(whole.toLowerCase());
  return endsInDots && LOADING.test(whole.toLowerCase());
}
