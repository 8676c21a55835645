import { notes } from '../model/notes.ts';
import { published, type TableName } from '../model/published.ts';
import { ownWords } from './words/own-words.ts';
import { files } from './tables/files.ts';
import { factIn, languages, latestRelease, programme } from './programme.ts';
import { absoluteAddress, type Thing } from './structured-data.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** The dataset for machines, in the words of schema.org and DCAT at once. Null where the site has no host: then nothing has an address. */
export function dataset(language: string): Thing | null {
  const page = absoluteAddress(language, 'data/');
  if (page === null) return null;
  const whole = files().filter(({ file, form }) => file.startsWith('latest/') && form in mediaTypes);
  const [first] = whole;
  const described = notes.slice(0, 3).map(({ answer }) => ownWords(answer, language));
  return {
    '@type': 'Dataset',
    additionalType: 'http://www.w3.org/ns/dcat#Dataset',
    '@id': page,
    url: page,
    name: factIn('name', language).text,
    description: described.join(' '),
    inLanguage: languages,
    license: programme.licenceUrl,
    creator: { '@type': 'GovernmentOrganization', name: factIn('publisher', language).text },
    publisher: { '@type': 'GovernmentOrganization', name: factIn('publisher', language).text },
    spatialCoverage: factIn('city', language).text,
    ...(first === undefined ? {} : { temporalCoverage: `${first.data_from}/${first.data_to}` }),
    dateModified: latestRelease?.published_on ?? programme.cutoff,
    isAccessibleForFree: true,
    distribution: whole.map(({ file, form, table, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name: file.slice('latest/'.length),
      ...(table === '' ? {} : { description: ownWords(published[table as TableName].row, language) }),
      contentUrl: `${programme.site}/data/${file}`,
      encodingFormat: mediaTypes[form],
      contentSize: `${bytes} B`,
      ...(form === 'csv' || form === 'zip' ? { sha256 } : {}),
    })),
  };
}
