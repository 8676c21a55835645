import { sitemaps } from '../sitemap.ts';

/** Every sitemap of the site. */
export function getStaticPaths() {
  return sitemaps().map(({ name, content }) => ({ params: { sitemap: name }, props: { content } }));
}

/** A sitemap. */
export function GET({ props }: { readonly props: { readonly content: string } }): Response {
  return new Response(props.content, { headers: { 'content-type': 'application/xml' } });
}
