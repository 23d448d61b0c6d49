/** The manual page: what is not said of commands and flags already. A name of the system is filled in as `{path}`. */
import type { Texts } from './text.js';

export const MANUAL = {
  'manual.what': {
    nl: 'gebruikers importeren in omgevingen van AFAS Profit',
    en: 'import users into AFAS Profit environments',
  },
  'manual.title': { nl: 'Opdrachten', en: 'User Commands' },
  'manual.name': { nl: 'NAAM', en: 'NAME' },
  'manual.synopsis': { nl: 'OVERZICHT', en: 'SYNOPSIS' },
  'manual.description': { nl: 'BESCHRIJVING', en: 'DESCRIPTION' },
  'manual.commands': { nl: 'OPDRACHTEN', en: 'COMMANDS' },
  'manual.globalFlags': { nl: 'VLAGGEN VAN ELKE OPDRACHT', en: 'FLAGS OF EVERY COMMAND' },
  'manual.flags': { nl: 'ANDERE VLAGGEN', en: 'OTHER FLAGS' },
  'manual.exit': { nl: 'STATUS', en: 'EXIT STATUS' },
  'manual.environment': { nl: 'OMGEVINGSVARIABELEN', en: 'ENVIRONMENT' },
  'manual.files': { nl: 'BESTANDEN', en: 'FILES' },
  'manual.examples': { nl: 'VOORBEELDEN', en: 'EXAMPLES' },
  'manual.plans': {
    nl: 'Een bestand wordt een plan: wat elke rij doet, wordt getoond voordat er iets is geschreven. Een plan wordt precies zo uitgevoerd, of helemaal niet, en is daarna terug te draaien. Zonder terminal wordt nooit iets gevraagd.',
    en: 'A file becomes a plan: what each row does is shown before anything is written. A plan is applied exactly so, or not at all, and can be undone afterwards. Without a terminal nothing is ever asked.',
  },
  'manual.switches': {
    nl: 'Een schakelaar is --x, --x=true of --x=false. Achter -- is niets meer een vlag, en - is standaardinvoer of -uitvoer.',
    en: 'A switch is --x, --x=true or --x=false. Behind -- nothing is a flag, and - is standard input or output.',
  },
  'manual.choices': { nl: 'Een van: {choices}.', en: 'One of: {choices}.' },
  'manual.flagOf': { nl: 'Van: {commands}.', en: 'Of: {commands}.' },
  'manual.variable': {
    nl: 'Zegt wat {flag} zegt, waar die niet is gegeven.',
    en: 'Says what {flag} says where that is not given.',
  },
  'manual.noColor': {
    nl: 'Als INSTROOM_NO_COLOR=true, wat er ook in staat.',
    en: 'As INSTROOM_NO_COLOR=true, whatever it holds.',
  },
  'manual.locale': {
    nl: 'Nederlands in een Nederlandse locale, anders Engels; zonder UTF-8 alleen ASCII voor lijnen en tekens.',
    en: 'Dutch in a Dutch locale, English in any other; without UTF-8, ASCII alone for lines and marks.',
  },
  'manual.database': {
    nl: 'De database waar er geen is genoemd, in de gegevensmap van de gebruiker.',
    en: 'The database where none is named, in the data folder of the user.',
  },
  'manual.settings': {
    nl: 'Instellingen van de gebruiker: een naam van een vlag met zijn waarde, een per regel. Ook naast een database, waar niemand anders het kan schrijven.',
    en: 'Settings of the user: the name of a flag with its value, one a line. Beside a database as well, where nobody else can write it.',
  },
  'manual.example.plan': {
    nl: 'Maak een plan, bekijk de rijen, en voer het uit:',
    en: 'Make a plan, look at its rows, and apply it:',
  },
  'manual.example.completion': { nl: 'Vul opdrachten aan in bash:', en: 'Complete commands in bash:' },
} as const satisfies Texts;
