/** The languages in which the site has words of its own: a file each under `src/site/i18n/`. */
export const siteLanguages = ['zh', 'zh-Hant', 'en'] as const;
