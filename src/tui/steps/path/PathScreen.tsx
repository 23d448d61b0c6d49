/** The path of the file, typed or picked. */
import type { ReactElement } from 'react';
import { sampleText } from '../../../language/samples.js';
import { say } from '../../../presentation/theme.js';
import { pathLines } from '../../paths/pathLines.js';
import type { ScreenProps } from '../../shell/wizard.js';
import { Lines } from '../../widgets/Lines.js';
import type { PathStep } from './state.js';

export function PathScreen({ step, wizard, view }: ScreenProps<PathStep>): ReactElement {
  const about = step.folder === wizard.demo?.samples ? sampleText : undefined;
  const lines = pathLines(step, say(view.theme, 'wizard.path.ask'), view, about);
  return <Lines lines={lines} view={view} height={view.height} />;
}
