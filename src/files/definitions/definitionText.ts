/** Import definitions as readable text, written and read. */
import { createHash } from 'node:crypto';
import type { DefinitionText, ImportDefinition } from '../../application/ports/definitionText.js';
import { UnreadableFile } from '../../application/userError.js';
import { isCheckNamed, readCheck } from '../../domain/checks.js';
import { fieldOf, type FieldId } from '../../domain/fields.js';
import { readTemplate } from '../../domain/composed.js';
import { parseFilter } from '../../domain/filter/parseFilter.js';
import { OF_ROWS } from '../../domain/filter/rowFilterFields.js';
import { templateFault } from '../mapping/templateFault.js';
import { unreadable } from '../remarks.js';

/** Far more than any definition needs. */
const MAX_CHARACTERS = 200_000;

/** Definitions as YAML; see `DefinitionText`. The libraries are loaded when a definition is used. */
export function createDefinitionText(): DefinitionText {
  return {
    print: printDefinition,
    parse: parseDefinition,
    hash: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  };
}

/** What is empty is left out, so that a definition shows what it decides and nothing else. */
async function printDefinition(definition: ImportDefinition): Promise<string> {
  const { stringify } = await import('./yaml.js');
  const { name, type, ...rest } = definition;
  const said = Object.fromEntries(Object.entries(rest).filter(([, value]) => Object.keys(value).length > 0));
  return stringify({ name, type, ...said }, { lineWidth: 0 });
}

async function parseDefinition(content: string, file: string): Promise<ImportDefinition> {
  if (content.length > MAX_CHARACTERS) throw unreadable('definition.tooLong', { file });
  const [{ parseDocument, LineCounter }, { definitionShape }] = await Promise.all([
    import('./yaml.js'),
    import('./definitionShape.js'),
  ]);
  const lines = new LineCounter();
  // All plain values as text: YAML would make numbers and yes/no of what people wrote as codes.
  const document = parseDocument(content, { schema: 'failsafe', lineCounter: lines, prettyErrors: true });
  const [fault] = document.errors;
  if (fault) throw unreadable('definition.notYaml', { file, line: fault.linePos?.[0].line ?? 1 });

  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = document.getIn(path.slice(0, length), true);
      const start =
        typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
          ? Number(node.range[0])
          : undefined;
      if (start !== undefined) return lines.linePos(start).line;
    }
    return 1;
  };
  const read = definitionShape.safeParse(plainValues(document, file));
  if (!read.success) {
    const [issue] = read.error.issues;
    if (issue?.code === 'unrecognized_keys') {
      throw unreadable('definition.unknownKey', {
        file,
        line: lineOf([...issue.path, issue.keys[0] ?? '']),
        key: issue.keys.join(', '),
      });
    }
    const path = issue?.path ?? [];
    const place = path.join('.') || '-';
    if (issue?.code === 'invalid_value') {
      throw unreadable('definition.notAllowed', {
        file,
        line: lineOf(path),
        place,
        allowed: issue.values.map(String).join(', '),
      });
    }
    throw unreadable(document.hasIn(path) ? 'definition.wrongValue' : 'definition.missing', {
      file,
      line: lineOf(path),
      place,
    });
  }
  const definition: ImportDefinition = read.data;
  refuseImpossible(definition, file, lineOf);
  return definition;
}

function plainValues(document: { toJS(options: { maxAliasCount: number }): unknown }, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw unreadable('definition.notYaml', { file, line: 1 });
  }
}

/** What each value allows and the whole does not. */
function refuseImpossible(
  definition: ImportDefinition,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): void {
  const { type, mapping, skipped, absent } = definition;
  if (absent?.where !== undefined && 'fault' in parseFilter(absent.where))
    throw unreadable('definition.wrongValue', { file, line: lineOf(['absent', 'where']), place: 'absent.where' });
  for (const [at, check] of (definition.checks ?? []).entries()) {
    const { name } = check;
    const line = lineOf(['checks', at, 'name']);
    if (definition.checks?.findIndex(isCheckNamed(name)) !== at)
      throw unreadable('definition.checkTwice', { file, line, name });
    const read = readCheck(check);
    if (!('fault' in read)) continue;
    const { reason, term } = read.fault;
    const told = { file, line: lineOf(['checks', at, 'where']), place: `checks.${name}.where`, term };
    if (reason === 'notInCheck') throw unreadable('definition.notInCheck', told);
    const known = OF_ROWS.fields.map(({ id }) => id).join(', ');
    throw unreadable('definition.wrongFilter', { ...told, known });
  }
  for (const [id, source] of Object.entries(mapping) as [FieldId, NonNullable<(typeof mapping)[FieldId]>][]) {
    const line = lineOf(['mapping', id]);
    const read = 'composed' in source ? readTemplate(source.composed) : undefined;
    if (read && 'composed' in source && 'fault' in read) {
      const told = { file, line: lineOf(['mapping', id, 'composed']), place: `mapping.${id}.composed` };
      throw new UnreadableFile('definition.wrongTemplate', told, [templateFault(source.composed, read.fault)]);
    }
    if (id === 'password' && !('column' in source && source.values === undefined && source.valuesOnly !== true))
      throw unreadable('definition.password', { file, line });
    if (fieldOf(id).availability[type] === 'no')
      throw unreadable('definition.notAvailable', { file, line, field: id, type });
    if (skipped.includes(id)) throw unreadable('definition.skippedAndMapped', { file, line, field: id });
  }
}
