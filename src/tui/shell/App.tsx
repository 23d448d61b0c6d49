/** The whole screen: what is around every step, and the step itself. */
import { Box, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { useKeys } from '../keys/useKeys.js';
import { bodyHeight, footerHeight, isTooSmall, LEAST_SIZE } from './layout.js';
import { say, type Theme } from '../../presentation/theme.js';
import type { WizardMachine } from './machine.js';
import { wrapLines, type Line } from '../../presentation/lines.js';
import { definitionOf, type Wizard } from './wizard.js';
import type { View } from '../view.js';
import { contextLine, footerLines, messageLines, titleLine } from './chrome.js';
import { Lines } from '../widgets/Lines.js';
import { overlayLines } from './panels.js';

/** What says what to do next says that last. */
const MESSAGE_LINES = 4;

export interface AppProps {
  readonly machine: WizardMachine;
  readonly theme: Theme;
}

export function App({ machine, theme }: AppProps): ReactElement {
  const wizard = useSyncExternalStore(
    (watcher) => machine.watch(watcher),
    () => machine.state,
  );
  const { columns, rows } = useWindowSize();
  useEffect(() => machine.dispatch({ kind: 'resized', size: { columns, rows } }), [machine, columns, rows]);
  useKeys({
    onPress: (press) => machine.dispatch({ kind: 'press', press, at: machine.now() }),
    onBurst: (text) => machine.dispatch({ kind: 'burst', text, at: machine.now() }),
    onPaste: (text) => machine.dispatch({ kind: 'pasted', text, at: machine.now() }),
  });
  return <Screen wizard={wizard} theme={theme} />;
}

export function Screen({ wizard, theme }: { readonly wizard: Wizard; readonly theme: Theme }): ReactElement {
  const { size } = wizard;
  const view: View = { theme, columns: size.columns, height: bodyHeight(size) };
  if (isTooSmall(size))
    return <Lines lines={tooSmall(wizard, theme)} view={{ ...view, height: size.rows }} height={size.rows} />;
  const rule: Line = [[theme.glyphs.line.repeat(size.columns), 'dim']];
  // What is told takes lines of the keys where it is long: the bottom stays as high as it was.
  const bottom = 1 + footerHeight(size);
  const message = messageLines(wizard, theme, Math.max(bottom - 1, MESSAGE_LINES));
  // A message is told whole too, as far as so many lines do; what they take is the step's.
  // A question is asked whole, and the keys that answer it stay: the lines that it lacks are the step's.
  const lower = Math.max(bottom, message.length + 1);
  const footer = footerLines(wizard, theme, lower - message.length);
  return (
    <Box flexDirection="column" width={size.columns} {...(theme.screenReader ? {} : { height: size.rows })}>
      <Lines
        lines={[titleLine(wizard, theme), contextLine(wizard, theme), ...(theme.screenReader ? [] : [rule])]}
        view={view}
      />
      {lower === bottom ? (
        <Body wizard={wizard} view={view} />
      ) : (
        <Box flexDirection="column" height={view.height - (lower - bottom)} overflow="hidden">
          <Body wizard={wizard} view={view} />
        </Box>
      )}
      <Lines lines={[...message, ...footer]} view={view} height={lower} />
    </Box>
  );
}

function Body({ wizard, view }: { readonly wizard: Wizard; readonly view: View }): ReactElement {
  const { step, overlay } = wizard;
  const lines = overlay && overlayLines(overlay, wizard, view);
  if (lines) return <Lines lines={lines} view={view} height={view.height} />;
  const { Screen: StepScreen } = definitionOf(wizard, step.at);
  return <StepScreen step={step} wizard={wizard} view={view} />;
}

/** Nothing is lost while the window is too small: it comes back when there is room. */
function tooSmall({ size }: Wizard, theme: Theme): readonly Line[] {
  const text = say(theme, 'wizard.tooSmall', {
    columns: size.columns,
    rows: size.rows,
    leastColumns: LEAST_SIZE.columns,
    leastRows: LEAST_SIZE.rows,
  });
  return wrapLines(text, Math.max(1, size.columns));
}
