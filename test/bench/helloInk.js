// The least that a program with Ink can be, from node_modules as it is: the floor of a first frame.
import { createElement } from 'react';
import { render, Text } from 'ink';

const { unmount } = render(createElement(Text, null, 'Hello world'));
process.stdin.once('data', () => unmount());
