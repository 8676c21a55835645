/*
 * What a host for files should know of the site: how long a copy of a file may be kept, what kind it is, and in which
 * order files go up. The headers for hosts and the plan for uploading are made from this.
 */

/** Folders whose files never change: their names change with what is in them, or they hold a release. */
export const foreverFolders = [
  '_astro',
  'explorer',
  'data/releases',
  'pagefind/fragment',
  'pagefind/index',
] as const;

/** Every such folder in the site or below the folder of a language: a regular expression without its beginning. */
export const foreverPattern = `([a-z]{2}(-[A-Za-z]+)?/)?(${foreverFolders.join('|')})/`;

/** How long copies may be kept: for ever, or only while the host says that nothing newer is there. */
export const cacheControl = { forever: 'public, max-age=31536000, immutable', changing: 'no-cache' } as const;

/** The kinds of files of a site, by the ending of their names. */
export const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'application/javascript',
  json: 'application/json',
  csv: 'text/csv',
  txt: 'text/plain',
  md: 'text/markdown',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  webmanifest: 'application/manifest+json',
  cff: 'application/yaml',
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

/** The steps of an upload: what is pointed at goes up before what points at it. */
export const uploadSteps = ['forever', 'files', 'pages'] as const;

export type UploadStep = (typeof uploadSteps)[number];

const forever = new RegExp(`^${foreverPattern}`);

/**
 * The step in which a file goes up, by its path in the site. Pages, and what lists pages, come last; a reader who has an
 * old page open still finds all that it loads, since nothing that never changes is ever taken away.
 *
 * @example
 * uploadStep('_astro/style.C1.css') // => 'forever'
 * uploadStep('en/explorer/2ff3/rows/3.json') // => 'forever'
 * uploadStep('data/releases/2/findings.csv') // => 'forever'
 * uploadStep('halls/explorer/index.html') // => 'pages'
 * uploadStep('data/latest/findings.csv') // => 'files'
 * uploadStep('sitemap.xml') // => 'pages'
 */
export function uploadStep(path: string): UploadStep {
  if (forever.test(path)) return 'forever';
  return /\.(html|xml)(\.br|\.gz)?$|^pagefind\/pagefind-entry\.json/.test(path) ? 'pages' : 'files';
}
