import base from './vitest.config.js';
export default (env) => { const c = base(env); c.test.setupFiles = ['test/support/propertySeed.ts', '/tmp/cpuSetup.ts']; return c; };
