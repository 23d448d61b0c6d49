/** What each file of the folder `samples` shows, in a line beside its name. */
import type { Text } from './text.js';

const SAMPLES: Readonly<Record<string, Text>> = {
  corpus: { nl: 'bestanden van veel programma’s, om te lezen', en: 'files of many programs, to be read' },
  groot: { nl: '5.000 rijen, om per soort te bekijken', en: '5,000 rows, to review by kind' },
  scripts: { nl: 'voor cron, een pijplijn en een monitor', en: 'for cron, a pipeline and a monitor' },
  'README.md': { nl: 'dezelfde lijst, uitgebreider', en: 'this list, told at length' },
  'alle-meldingen.csv': { nl: 'een rij voor elke melding', en: 'a row for each message' },
  'alle-mutatiecodes.csv': { nl: 'begin hier: elke mutatiecode', en: 'begin here: every mutation code' },
  'codes-wisselen.csv': { nl: 'hernoemen dat van elkaar afhangt', en: 'renames that lean on each other' },
  'gebruiker-mutatie.csv': { nl: 'voor soort Gebruiker mutatie', en: 'for the type User mutation' },
  'goedkeuring.csv': { nl: 'voor O67890AA: vraagt een tweede persoon', en: 'for O67890AA: asks for a second person' },
  'hr-export.csv': { nl: 'kolommen zoals een HR-systeem ze noemt', en: 'columns as an HR system calls them' },
  'hr-personeel.csv': { nl: 'waarden die wij anders noemen', en: 'values that we call otherwise' },
  'hr-personeel.yaml': { nl: 'de definitie daarbij', en: 'the definition for it' },
  'hr-nacht.yaml': { nl: 'een nachtelijk bestand van HR', en: 'a nightly file of HR' },
  'nul-weggevallen.xlsx': { nl: 'een code die Excel heeft afgerond', en: 'a code that Excel rounded' },
  'single-sign-on.csv': { nl: 'UPN’s, die in twee keer gaan', en: 'UPNs, which take two imports' },
  'vergeten-email.csv': {
    nl: 'geen kolom E-mail: iedereen zou hem verliezen',
    en: 'no e-mail: everyone would lose it',
  },
  'verschoven-rij.csv': { nl: 'een cel te weinig, een te veel', en: 'a cell too few, one too many' },
  'vijandig.csv': { nl: 'tekens die een scherm willen besturen', en: 'characters that would steer a screen' },
  'vijf-groepen.csv': { nl: 'één gebruiker, vijf groepen', en: 'one user, five groups' },
  'zonder-mutatiecode.csv': { nl: 'zonder code telt een rij als blokkeren', en: 'without a code a row blocks' },
};

/** Nothing is known of what somebody put there besides. */
export function sampleText(name: string): Text | undefined {
  return Object.hasOwn(SAMPLES, name) ? SAMPLES[name] : undefined;
}
