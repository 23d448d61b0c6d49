/** The type of an environment as a screen names it: production stands out. */
import type { EnvironmentType } from '../domain/directory.js';
import { say, sayRef, type Theme } from './theme.js';

export function environmentKind(type: EnvironmentType, theme: Theme): string {
  return type === 'production' ? say(theme, 'wizard.production') : sayRef(theme, { key: `type.${type}`, params: {} });
}
