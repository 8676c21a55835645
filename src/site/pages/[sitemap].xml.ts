import { commonPaths } from '../addresses/language-paths.ts';
import { sitemaps, type Sitemap } from '../addresses/sitemap.ts';

/** Every sitemap of the site. */
export function getStaticPaths() {
  return commonPaths(
    sitemaps(),
    ({ name }) => ({ sitemap: name }),
    ({ content }) => ({ content }),
  );
}

/** A sitemap. */
export function GET({ props }: { readonly props: Pick<Sitemap, 'content'> }): Response {
  return new Response(props.content(), { headers: { 'content-type': 'application/xml' } });
}
