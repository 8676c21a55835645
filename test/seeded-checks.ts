import fc from 'fast-check';

/**
 * fast-check with one seed for all tests: the same code has the same outcome, today and elsewhere. A number in `ZHAOCHA_SEED` tries
 * other values; `npm run fuzz` is there to look for what nobody thought of.
 */
fc.configureGlobal({ seed: Number(process.env['ZHAOCHA_SEED'] ?? 2026) });

export { fc };
