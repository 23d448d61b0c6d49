/** What is said of settings, and of the program that is told what happens. */
import type { Texts } from './text.js';

export const CONFIGURATION = {
  'command.config': {
    nl: 'Toont de instellingen, en waar elke vandaan komt',
    en: 'Show the settings, and where each comes from',
  },
  'config.source.flag': { nl: 'opdrachtregel', en: 'command line' },
  'config.source.default': { nl: 'standaard', en: 'default' },
  'config.file.read': { nl: 'Gelezen: {path}', en: 'Read: {path}' },
  'config.file.distrusted': { nl: 'Niet gelezen: {path}', en: 'Not read: {path}' },
  'config.file.absent': { nl: 'Niet aanwezig: {path}', en: 'Not there: {path}' },
  'config.variableSwitch': {
    nl: '{variable}={value}: schrijf true of false, of haal {variable} weg.',
    en: '{variable}={value}: write true or false, or unset {variable}.',
  },
  'config.othersWrite': {
    nl: '{path} telt niet mee, want anderen kunnen {place} wijzigen. Neem dat weg: chmod go-w {place}',
    en: '{path} does not count, because others can write {place}. Take that away: chmod go-w {place}',
  },
  'config.anothers': {
    nl: '{path} telt niet mee, want {place} is van een ander (gebruiker {owner}). Geef het aan root of aan jezelf, of haal het bestand weg.',
    en: '{path} does not count, because {place} belongs to somebody else (user {owner}). Give it to root or to yourself, or take the file away.',
  },
  'config.noFile': {
    nl: '{path} telt niet mee, want het is geen bestand. Haal het weg.',
    en: '{path} does not count, because it is no file. Take it away.',
  },
  'config.unreadable': {
    nl: '{path} telt niet mee, want het is niet te lezen ({reason}). Geef er leesrecht op, of haal het weg.',
    en: '{path} does not count, because it cannot be read ({reason}). Make it readable, or take it away.',
  },
  'config.tooLong': {
    nl: '{path} is te groot voor instellingen. Haal weg wat er niet in hoort.',
    en: '{path} is too large for settings. Take out what does not belong there.',
  },
  'config.notYaml': {
    nl: '{path}, regel {line}: dit is niet te lezen. Schrijf op elke regel een naam en een waarde, zoals lang: nl',
    en: '{path}, line {line}: this cannot be read. Write a name and a value on each line, such as lang: nl',
  },
  'config.unknown': {
    nl: '{path}, regel {line}: de instelling {name} bestaat niet; kies uit {known}.',
    en: '{path}, line {line}: there is no setting {name}; choose from {known}.',
  },
  'config.unknownNear': {
    nl: '{path}, regel {line}: de instelling {name} bestaat niet; bedoel je {near}?',
    en: '{path}, line {line}: there is no setting {name}; do you mean {near}?',
  },
  'config.neverBeside': {
    nl: '{path}, regel {line}: {name} telt niet naast een database, waar een ander het kan hebben neergezet. Haal de regel weg; in {own} kan een eigen hook of db staan.',
    en: '{path}, line {line}: {name} does not count beside a database, where somebody else may have put it. Take the line away; a hook or db of your own can be in {own}.',
  },
  'config.onlyTyped': {
    nl: '{path}, regel {line}: {name} kan alleen op de opdrachtregel staan. Haal de regel weg.',
    en: '{path}, line {line}: {name} can only be given on the command line. Take the line away.',
  },
  'config.switch': {
    nl: '{path}, regel {line}: schrijf true of false achter {name}.',
    en: '{path}, line {line}: write true or false behind {name}.',
  },
  'config.choice': {
    nl: '{path}, regel {line}: achter {name} hoort een van {known}.',
    en: '{path}, line {line}: behind {name} belongs one of {known}.',
  },
  'config.text': {
    nl: '{path}, regel {line}: achter {name} hoort een tekst.',
    en: '{path}, line {line}: behind {name} belongs a text.',
  },
  'config.database': {
    nl: '{path}, regel {line}: schrijf achter db een heel pad (of ~/...), of postgres://...',
    en: '{path}, line {line}: write a whole path (or ~/...) behind db, or postgres://...',
  },
  'config.hook': {
    nl: '{path}, regel {line}: schrijf de hook als een lijst, met het hele pad van een programma en zijn argumenten: hook: [/usr/local/bin/meld, instroom]',
    en: '{path}, line {line}: write the hook as a list, with the whole path of a program and its arguments: hook: [/usr/local/bin/tell, instroom]',
  },
  'hook.notStarted': {
    nl: 'De hook {hook} is niet gestart ({reason}). Aan wat er gebeurde verandert dat niets.',
    en: 'The hook {hook} was not started ({reason}). That changes nothing of what happened.',
  },
  'hook.failed': {
    nl: 'De hook {hook} is misgegaan (status {ended}). Aan wat er gebeurde verandert dat niets.',
    en: 'The hook {hook} failed (status {ended}). That changes nothing of what happened.',
  },
  'hook.failedSaying': {
    nl: 'De hook {hook} is misgegaan (status {ended}: {said}). Aan wat er gebeurde verandert dat niets.',
    en: 'The hook {hook} failed (status {ended}: {said}). That changes nothing of what happened.',
  },
  'hook.untold': {
    nl: 'De hook {hook} is niet alles meer verteld: het programma is onderbroken. Aan wat er gebeurde verandert dat niets.',
    en: 'The hook {hook} was not told everything any more: the program was interrupted. That changes nothing of what happened.',
  },
  'hook.late': {
    nl: 'De hook {hook} was na {seconds} seconden niet klaar en is beëindigd. Aan wat er gebeurde verandert dat niets.',
    en: 'The hook {hook} was not done after {seconds} seconds and was ended. That changes nothing of what happened.',
  },
} as const satisfies Texts;
