/** Which part of a workbook a relation leads to. */
import { posix } from 'node:path';
import { partName, type Archive } from './archive.js';
import { parseWholeXml, placesOf } from './parseXml.js';

export interface RelatedPart {
  /** Last word of its type: `worksheet`, `sharedStrings`... */
  readonly type: string;
  readonly part: string;
}

const PLACES = placesOf({ Relationships: { Relationship: {} } });

/** The parts that a part belongs together with, by the ids that it gives them; `''` is the archive itself. */
export async function relatedParts(archive: Archive, of: string): Promise<ReadonlyMap<string, RelatedPart>> {
  const parts = new Map<string, RelatedPart>();
  const { dir, base } = posix.parse(`/${of}`);
  const list = posix.join(dir, '_rels', `${base}.rels`).slice(1);
  if (!archive.has(list)) return parts;
  await parseWholeXml(archive.text(list), archive.file, {
    places: PLACES,
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      // Only ever looked up among the parts of this archive.
      const part = posix.resolve(dir, partName(Target)).slice(1);
      parts.set(Id, { type: (Type ?? '').split('/').at(-1) ?? '', part });
    },
  });
  return parts;
}
