/** Being stopped for a while by the shell, and going on: what only the program as a whole can do. */

/** What of Node's `process` this needs. */
interface Program {
  readonly pid: number;
  readonly ppid: number;
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
  kill(pid: number, signal: NodeJS.Signals): unknown;
}

/**
 * Calls `leave` when the program is asked to stop, which it does as soon as that has returned, and `comeBack` whenever
 * it goes on: also after a stop that nobody is told of (SIGSTOP). Answers how to end this.
 */
export type WatchStops = (leave: () => void, comeBack: () => void) => () => void;

/** `startedByUs`: the one that started this program only waits for it, and has to stop too, or the shell waits with it. */
export function stopsOf(program: Program, startedByUs: boolean): WatchStops {
  return (leave, comeBack) => {
    let stopped = false;
    const stop = (): void => {
      // Asked twice (by the shell, and by the one that started us) before it went on: that is one stop.
      if (stopped) return;
      stopped = true;
      leave();
      if (startedByUs) program.kill(program.ppid, 'SIGSTOP');
      // Not SIGTSTP: the kernel drops that where no shell is there.
      program.kill(program.pid, 'SIGSTOP');
    };
    const goOn = (): void => {
      stopped = false;
      // A window that got another size meanwhile told the shell alone.
      program.kill(program.pid, 'SIGWINCH');
      comeBack();
    };
    program.on('SIGTSTP', stop);
    program.on('SIGCONT', goOn);
    return () => {
      program.off('SIGTSTP', stop);
      program.off('SIGCONT', goOn);
    };
  };
}
