/** Lines of a screen, each fitted and drawn as one text. They never give way: what does not fit is cut at the bottom. */
import { Box, Text } from 'ink';
import { memo, type ReactElement } from 'react';
import { paintLine } from '../paint.js';
import { plainLine, type Line } from '../../presentation/lines.js';
import type { View } from '../view.js';

/** A line that did not change is not worked out again. */
const DrawnLine = memo(function DrawnLine({ text }: { readonly text: string }): ReactElement {
  return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});

export interface LinesProps {
  readonly lines: readonly Line[];
  readonly view: View;
  /** Exactly so many lines: cut, or filled up with empty ones; as many as there are when absent. */
  readonly height?: number;
}

export function Lines({ lines, view, height }: LinesProps): ReactElement {
  if (view.theme.screenReader) return <Text>{lines.map((line) => plainLine(line, view.theme)).join('\n')}</Text>;
  const shown = height === undefined ? lines : Array.from({ length: height }, (_, index) => lines[index] ?? []);
  return (
    <Box flexDirection="column" flexShrink={0}>
      {shown.map((line, index) => (
        <DrawnLine key={index} text={paintLine(line, view.columns, view.theme)} />
      ))}
    </Box>
  );
}
