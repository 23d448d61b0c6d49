// @ts-check
/** The terms of the packages that are bundled: their own files stay behind, and their licences ask to come along. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LICENSE_FILE = /^(?:licen[cs]e|copying|notice)/iu;

/**
 * One text with the licence of each package that the sources are of.
 * @param {string} root the sources are relative to it
 * @param {readonly string[]} sources
 * @returns {Promise<string>}
 */
export async function licensesOf(root, sources) {
  const folders = new Set(sources.flatMap((source) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(source) ?? []));
  const texts = await Promise.all([...folders].sort().map((folder) => licenseOf(join(root, folder))));
  // The same package can be there twice, for two others.
  return `Instroom holds code of these packages.\n\n${[...new Set(texts)].join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** @param {string} folder */
async function licenseOf(folder) {
  const { name, version, license, author } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const files = (await readdir(folder)).filter((file) => LICENSE_FILE.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const by = typeof author === 'object' ? author.name : author;
  const terms = texts.length > 0 ? texts.map((text) => text.trim()) : by ? [`Copyright ${by}`] : [];
  return `${[`${name} ${version} (${license})`, ...terms].join('\n\n')}\n`;
}
