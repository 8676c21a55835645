// @ts-check
import site from './astro.config.mjs';

/** The pages of an overview are few: Astro renders them at once, by itself, in the way of a city's site. */
export default { ...site, integrations: [], srcDir: './src/region' };
