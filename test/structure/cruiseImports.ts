/** Looks at every import of a source tree with dependency-cruiser. */
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { fileURLToPath } from 'node:url';
import { IMPORT_RULES } from './importRules.js';

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const TSCONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

export interface Cruise {
  /** The files that were looked at. */
  readonly sources: readonly string[];
  readonly violations: readonly Violation[];
}

/** Tries all rules on `src/` under a root. */
export async function cruiseImports(root: string): Promise<Cruise> {
  const { output } = await cruise(
    ['src'],
    {
      baseDir: root,
      // Type-only imports count: a room that knows another's types knows the other.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      validate: true,
      ruleSet: {
        forbidden: IMPORT_RULES.map(({ name, from, to }) => ({ name, severity: 'error' as const, from, to })),
      },
    },
    {},
    { tsConfig: extractTSConfig(TSCONFIG) },
  );
  const { modules, summary } = output as ICruiseResult;
  return {
    sources: modules.map((module) => module.source).filter((source) => source.startsWith('src/')),
    violations: summary.violations.map((violation) => ({
      rule: violation.rule.name,
      from: violation.from,
      to: violation.cycle ? violation.cycle.map((step) => step.name).join(' → ') : violation.to,
    })),
  };
}
