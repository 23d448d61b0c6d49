/**
 * The library, to be loaded when a definition is used. It is CommonJS: once it is bundled, a dynamic import of it
 * gives no names, and one of this file does.
 */
export { LineCounter, parseDocument, stringify } from 'yaml';
