/** What a template says beside its columns. */
import { fieldOf, type Field, type FieldId } from '../../domain/fields.js';
import type { Template } from '../../application/ports/outputFiles.js';
import type { FileTextKey } from '../../language/files.js';
import type { Text } from '../../language/text.js';

export type Texts = Readonly<Record<FileTextKey, Text>>;

/** What a template says, in its language. */
export interface TemplateTexts {
  header(field: FieldId): string;
  /** The rule of a field, as a note at its header. */
  rule(field: FieldId): string;
  text(key: FileTextKey): string;
}

export function templateTexts({ type, language }: Template, texts: Texts): TemplateTexts {
  const text = (key: FileTextKey): string => texts[key][language];
  return {
    text,
    header: (id) => fieldOf(id)[language],
    rule(id) {
      const field: Field = fieldOf(id);
      const sentences = [text(`template.rule.${id}`)];
      if (field.maxLength !== undefined)
        sentences.push(text('template.maxLength').replace('{length}', String(field.maxLength)));
      if (field.kind === 'yesNo') sentences.push(text('template.yesNo'));
      if (field.availability[type] === 'identity') sentences.push(text('template.identity'));
      else if (field.availability[type] === 'yes' && field.kind !== 'mutationCode' && field.kind !== 'secret')
        sentences.push(text('template.keeps'));
      return sentences.join(' ');
    },
  };
}
