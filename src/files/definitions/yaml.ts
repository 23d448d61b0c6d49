/**
 * The library, to be loaded when a definition or a file of settings is read. It is CommonJS: once it is bundled, a
 * dynamic import of it gives no names, and one of this file does.
 */
export { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
