import { describe, expect, it } from 'vitest';
import { openTerminal, type TestTerminal } from './harness.js';
import { keyBytes } from './keys.js';

/** A terminal on which Node runs a few lines, with `out(text)` to write. */
function script(lines: string, options: Parameters<typeof openTerminal>[0] = {}): TestTerminal {
  return openTerminal({ ...options, args: ['-e', `const out = (text) => process.stdout.write(text);${lines}`] });
}

/** Stays until it is told to go, and shows what it is sent, as JSON. */
const ECHO = `process.stdin.setRawMode(true); out('ready');
  process.stdin.on('data', (data) => { if (data == 'q') process.exit(); out('\\r\\n' + JSON.stringify(data.toString())); });`;

describe('what is on the screen', () => {
  it('is what a person sees, not what was sent', async () => {
    const terminal = script(`out('one\\r\\ntwo\\x1b[1;1HONE\\x1b[3;5Hthree')`);
    await terminal.exit;
    expect(terminal.screen().slice(0, 4)).toEqual(['ONE', 'two', '    three', '']);
    expect(terminal.screen()).toHaveLength(24);
    expect(terminal.text()).toBe('ONE\ntwo\n    three');
    expect(terminal.received).toBe(Buffer.byteLength(terminal.output));
  });

  it('counts a wide character as two cells, also one that arrives in halves', async () => {
    const terminal = script(
      `const b = Buffer.from('日本é✅|'); out(b.subarray(0, 4)); setTimeout(() => out(b.subarray(4)), 50)`,
    );
    await terminal.exit;
    expect(terminal.screen()[0]).toBe('日本é✅|');
    expect(
      terminal
        .cells()[0]!
        .slice(0, 8)
        .map((cell) => [cell.text, cell.width]),
    ).toEqual([
      ['日', 2],
      ['', 0],
      ['本', 2],
      ['', 0],
      ['é', 1],
      ['✅', 2],
      ['', 0],
      ['|', 1],
    ]);
  });

  it('has colours and marks', async () => {
    const terminal = script(`out('\\x1b[31mr\\x1b[48;2;1;2;3mt\\x1b[0m\\x1b[7mi\\x1b[0m\\x1b[1mb\\x1b[0mn')`);
    await terminal.exit;
    const [red, rgb, inverse, bold, plain] = terminal.cells()[0]!;
    expect(red).toMatchObject({ text: 'r', foreground: 1 });
    expect(rgb).toMatchObject({ text: 't', foreground: 1, background: '#010203' });
    expect(inverse).toMatchObject({ text: 'i', inverse: true });
    expect(bold).toMatchObject({ text: 'b', bold: true });
    expect(plain).toEqual({ text: 'n', width: 1, inverse: false, bold: false, dim: false, underline: false });
  });

  it('knows the cursor and the alternate screen', async () => {
    const terminal = script(`out('\\x1b[?1049h\\x1b[?25l\\x1b[3;7Hx'); setTimeout(() => {}, 60000)`);
    await terminal.waitFor('x');
    expect(terminal.cursor).toEqual({ column: 7, row: 2, visible: false });
    expect(terminal.alternate).toBe(true);
  });
});

describe('waiting', () => {
  it('sees text, patterns over several lines, and thoughts', async () => {
    const terminal = script(`setTimeout(() => out('a\\r\\nb'), 100); setTimeout(() => {}, 60000)`);
    await terminal.waitFor('a');
    await terminal.waitFor(/a\nb/u);
    await terminal.waitFor((lines) => lines[1] === 'b');
    await terminal.settled(50);
  });

  it('shows the screen when what was waited for never comes', async () => {
    const terminal = script(`out('something else'); setTimeout(() => {}, 60000)`);
    await terminal.waitFor('something');
    await expect(terminal.waitFor('the thing', 200)).rejects.toThrow(
      /did not show "the thing" within 200 ms\n┌─+┐\n│something else\n└/u,
    );
  });

  it('gives up at once when the program has ended', async () => {
    const terminal = script(`out('gone'); process.exitCode = 3`);
    await expect(terminal.waitFor('the thing')).rejects.toThrow(/has ended with status 3\n(.*\n)*│gone/u);
  });
});

describe('what a person does', () => {
  it('presses keys, one by one or in one go', async () => {
    const terminal = script(ECHO);
    await terminal.waitFor('ready');
    terminal.press('down');
    await terminal.waitFor(String.raw`"\u001b[B"`);
    terminal.press('hi', 'enter');
    await terminal.waitFor(String.raw`"hi\r"`);
    terminal.press('q');
    expect(await terminal.exit).toEqual({ code: 0 });
  });

  it.each([
    ['escape', '\x1b'],
    ['ctrl+c', '\x03'],
    ['alt+b', '\x1bb'],
    ['shift+tab', '\x1b[Z'],
    ['plain text', 'plain text'],
  ])('knows %s', (key, bytes) => {
    expect(keyBytes(key)).toBe(bytes);
  });

  it('pastes between marks only when the program asked for them', async () => {
    const plain = script(ECHO);
    await plain.waitFor('ready');
    plain.paste('a\nb');
    await plain.waitFor(String.raw`"a\rb"`);

    const bracketed = script(`out('\\x1b[?2004h');${ECHO}`);
    await bracketed.waitFor('ready');
    bracketed.paste('a\nb');
    await bracketed.waitFor(String.raw`"\u001b[200~a\nb\u001b[201~"`);
  });

  it('resizes the window', async () => {
    const terminal = script(
      `process.stdout.on('resize', () => out('now ' + process.stdout.columns + 'x' + process.stdout.rows)); setInterval(() => {}, 1000); out('ready')`,
      {
        columns: 100,
        rows: 30,
      },
    );
    await terminal.waitFor('ready');
    expect(terminal.screen()).toHaveLength(30);
    terminal.resize(60, 20);
    await terminal.waitFor('now 60x20');
    expect(terminal.screen()).toHaveLength(20);
  });

  it('ends it with a signal, or lets it end', async () => {
    const killed = script(`out('ready'); setInterval(() => {}, 1000)`);
    await killed.waitFor('ready');
    killed.signal('SIGKILL');
    expect(await killed.exit).toMatchObject({ signal: 9 });
    expect(await openTerminal({ command: 'sh', args: ['-c', 'exit 7'] }).exit).toEqual({ code: 7 });
  });
});

describe('the environment', () => {
  it('is a terminal, not the machine that runs the tests', async () => {
    const terminal = script(
      `out(JSON.stringify([process.stdout.isTTY, 'CI' in process.env, 'VITEST' in process.env, process.env.TERM, process.env.X]))`,
      {
        env: { X: 'y' },
      },
    );
    await terminal.exit;
    expect(terminal.text()).toBe('[true,false,false,"xterm-256color","y"]');
  });
});

it('compares a screen with the one that was kept, with what differs masked', async () => {
  const terminal = script(`out('┌──────────┐\\r\\n│ screen   │ in ' + Date.now() + ' ms\\r\\n└──────────┘')`);
  await terminal.exit;
  await terminal.snapshot('harness', { mask: [[/\d+ ms/u, '… ms']] });
});
