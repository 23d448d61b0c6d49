/** What a flag is. */
import type { TextKey } from '../../language/index.js';

export interface Flag {
  readonly name: string;
  /** A switch has no value; a list can be given more than once. */
  readonly kind: 'text' | 'list' | 'switch';
  /** What its value is called in help. */
  readonly value?: string;
  /** In whatever letter case it is typed, a value is one of these. */
  readonly choices?: readonly string[];
  /** Its value may be several choices with commas between them. */
  readonly several?: true;
  readonly alias?: string;
  /** Its value may begin with one dash, as no value of another flag does. */
  readonly dash?: true;
  readonly text: Extract<TextKey, `flag.${string}`>;
}
