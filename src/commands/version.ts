/** `version`: the program and what it runs on. The flag `--version` answers the first line's number alone. */
import type { Command } from './command.js';

export const version: Command = {
  words: 'version',
  answers: () => 'version',
  summary: 'command.version',
  flags: [],
  run: async (_args, context) => {
    const { database, node, sqlite } = await context.versions();
    const lines = [
      `instroom ${context.version}`,
      `database ${database}`,
      `node ${node}`,
      `sqlite ${sqlite ?? context.say('version.none')}`,
    ];
    return {
      json: { version: context.version, database, node, sqlite },
      lines: lines.map((line) => [line]),
    };
  },
};
