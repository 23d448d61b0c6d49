/** The whole screen: what is around every step, and the step itself. */
import { Box, useWindowSize } from 'ink';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { useKeys } from '../keymap/useKeys.js';
import { bodyHeight, footerHeight, isTooSmall, LEAST_SIZE } from './layout.js';
import { listeningOf } from './listening.js';
import { say, type Theme } from '../../presentation/theme.js';
import type { WizardMachine } from './machine.js';
import { type Line, wrapLines } from '../../presentation/lines.js';
import { ConfirmScreen } from '../steps/confirm/ConfirmScreen.js';
import { DriftScreen } from '../steps/drift/DriftScreen.js';
import { EnvironmentScreen } from '../steps/environment/EnvironmentScreen.js';
import { FileScreen } from '../steps/file/FileScreen.js';
import { HistoryScreen } from '../steps/history/HistoryScreen.js';
import { MapScreen } from '../steps/map/MapScreen.js';
import { PathScreen } from '../steps/path/PathScreen.js';
import { PreviewScreen } from '../steps/preview/PreviewScreen.js';
import { ProgressScreen } from '../steps/progress/ProgressScreen.js';
import { ResultScreen } from '../steps/result/ResultScreen.js';
import { TypeScreen } from '../steps/type/TypeScreen.js';
import type { Wizard } from './wizard.js';
import type { View } from '../view.js';
import { contextLine, footerLines, messageLines, titleLine } from './chrome.js';
import { Lines } from '../widgets/Lines.js';
import { differencesPanel } from './differencesPanel.js';
import { helpPanel, pickPanel } from './panels.js';

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
  const message = messageLines(wizard, theme, bottom - 1);
  // A question is asked whole, and the keys that answer it stay: the lines that it lacks are the step's.
  const lower = Math.max(bottom, message.length + 1);
  const footer = footerLines(listeningOf(wizard), theme, size.columns, lower - message.length);
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
  if (overlay?.kind === 'help')
    return (
      <Lines
        lines={helpPanel(overlay, listeningOf({ ...wizard, overlay: null }), view)}
        view={view}
        height={view.height}
      />
    );
  if (overlay?.kind === 'pick') return <Lines lines={pickPanel(overlay, view)} view={view} height={view.height} />;
  if (overlay?.kind === 'differences')
    return <Lines lines={differencesPanel(overlay.again, view)} view={view} height={view.height} />;
  switch (step.at) {
    case 'type':
      return <TypeScreen step={step} view={view} />;
    case 'environment':
      return <EnvironmentScreen step={step} view={view} />;
    case 'path':
      return <PathScreen step={step} view={view} />;
    case 'file':
      return <FileScreen step={step} view={view} />;
    case 'map':
      return <MapScreen step={step} choices={wizard.choices} view={view} />;
    case 'preview':
      return <PreviewScreen step={step} size={wizard.size} view={view} />;
    case 'confirm':
      return <ConfirmScreen step={step} environments={wizard.environments} view={view} />;
    case 'progress':
      return <ProgressScreen step={step} view={view} />;
    case 'result':
      return <ResultScreen step={step} view={view} />;
    case 'history':
      return <HistoryScreen step={step} view={view} />;
    case 'drift':
      return <DriftScreen step={step} size={wizard.size} view={view} />;
  }
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
