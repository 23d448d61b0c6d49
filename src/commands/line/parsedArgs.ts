/** What was typed behind a command, read by flag. */
import { UserError } from '../../application/userError.js';
import type { Flag } from './flagTypes.js';

export type ParsedFlags = Readonly<Record<string, unknown>>;

export class ParsedArgs {
  constructor(
    /** The words of the command. */
    readonly command: string,
    /** What stands behind them, flags aside. */
    readonly words: readonly string[],
    private readonly flags: ParsedFlags,
  ) {}

  get argument(): string | undefined {
    return this.words[0];
  }

  /** The argument of a command that has to have one; `parse` has seen that it is there. */
  get required(): string {
    return this.words[0] ?? '';
  }

  text(flag: Flag): string | undefined {
    const value = this.flags[flag.name];
    return typeof value === 'string' ? value : undefined;
  }

  list(flag: Flag): readonly string[] {
    const value = this.flags[flag.name];
    return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  }

  /** The choices of a flag that takes several. */
  chosen<Choice extends string>(flag: Flag): readonly Choice[] | undefined {
    return this.text(flag)?.split(',') as Choice[] | undefined;
  }

  has(flag: Flag): boolean {
    const value = this.flags[flag.name];
    return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
  }

  /** A flag that the command cannot do without. */
  needed(flag: Flag): string {
    this.requireAll([flag]);
    return this.text(flag) ?? '';
  }

  /** Throws `UserError` that names all that is missing at once; `absent`: arguments that are. */
  requireAll(flags: readonly Flag[], absent: readonly string[] = []): void {
    const missing = [...absent, ...flags.filter((flag) => !this.has(flag)).map(({ name }) => `--${name}`)];
    if (missing.length > 0)
      throw new UserError('wrongUse', 'usage.missing', { command: this.command, name: missing.join(', ') });
  }
}
