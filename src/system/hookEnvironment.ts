/** What the program that is told what happens finds around it: what it needs to run, and no passwords. */
import { userInfo } from 'node:os';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where programs are, who it is, how it speaks, and the session in which a message can be shown. */
const PASSED = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'LANG',
  'LC_ALL',
  'LC_CTYPE',
  'LC_MESSAGES',
  'TZ',
  'TMPDIR',
  'XDG_RUNTIME_DIR',
  'DBUS_SESSION_BUS_ADDRESS',
  // Without these Windows starts nothing.
  'SystemRoot',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
] as const;

const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Behind `sudo` nothing of the person behind it decides what runs with somebody else's rights. */
export function hookEnvironment(environment: Environment): Readonly<Record<string, string>> {
  const passed = PASSED.flatMap((name): [string, string][] => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value]];
  });
  if (environment['SUDO_UID'] === undefined) return Object.fromEntries(passed);
  const { username, homedir } = userInfo();
  const language = passed.filter(([name, value]) => /^(?:LANG|LC_\w+)$/u.test(name) && /^[\w.@-]+$/u.test(value));
  return { ...Object.fromEntries(language), PATH: SYSTEM_PATH, HOME: homedir, USER: username, LOGNAME: username };
}
