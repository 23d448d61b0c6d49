/**
 * Properties draw the same examples in every `npm test`, so that a commit is never red for what it did not
 * touch; `npm run break` draws new ones. A failing property tells its seed: `INSTROOM_SEED=… npm test` repeats it.
 */
import fc from 'fast-check';

const asked = process.env['INSTROOM_SEED'];
if (asked !== 'free') fc.configureGlobal({ seed: Number(asked ?? 20_261_126) });
