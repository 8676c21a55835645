import { fileAddress, pageAddress } from '../../addresses/address.ts';
import { languageTag } from '../../i18n/language-tag.ts';
import { textDirection } from '../../i18n/text-direction.ts';
import { text } from '../../i18n/text.ts';
import { languagePaths } from '../../addresses/language-paths.ts';
import { surveyOnly } from '../../present.ts';
import { factIn } from '../../programme.ts';
import { brandIn } from '../../brand.ts';

export const getStaticPaths = languagePaths;

/** What a phone needs to keep the site among its own things. */
export function GET({ props: { language } }: { readonly props: { readonly language: string } }): Response {
  const manifest = {
    name: factIn('name', language).text,
    short_name: brandIn(language).text,
    description: text(language)[surveyOnly ? 'brandLineSurvey' : 'brandLine'],
    lang: languageTag(language),
    dir: textDirection(language),
    start_url: pageAddress(language, ''),
    scope: fileAddress(''),
    display: 'browser',
    icons: [{ src: fileAddress('favicon.svg'), type: 'image/svg+xml', sizes: 'any' }],
  };
  return new Response(`${JSON.stringify(manifest, null, 1)}\n`, {
    headers: { 'content-type': 'application/manifest+json' },
  });
}
