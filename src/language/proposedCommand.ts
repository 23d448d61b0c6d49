/**
 * Commands that are proposed work on the same database as the one that proposes them. Set once, before
 * anything is said: it is a fact of the process, as its language is.
 */

let program = 'instroom';

/** The database named on the command line; without one, the next command finds the same one by itself. */
export function proposeForDatabase(database: string | undefined): void {
  program =
    database === undefined || database === '' ? 'instroom' : `instroom --db ${quoted(withoutPassword(database))}`;
}

/** A command as it is typed: `show 1` becomes `instroom show 1`. */
export function proposed(command: string): string {
  return `${program} ${command}`;
}

/** How the program is called. */
export function programCall(): string {
  return program;
}

/**
 * A password of a database is never shown, however its address is misspelled; with its mark the command fails, and
 * touches no other database.
 */
export function withoutPassword(database: string): string {
  if (/^(?:\/(?!\/)|\.{1,2}\/|~\/)/u.test(database)) return database;
  return database
    .replace(/^(\s*[a-z][a-z0-9+.-]*:\/{1,3}[^:@]*|[^:@]*(?=:[^/])):.*@/iu, '$1:***@')
    .replace(/([?&]password=)[^&]*/iu, '$1***');
}

/** For a shell, as it stands. */
function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
