import { hostHeaders, nginxHeaders } from '../../site/headers.ts';
import { languageFolder, languages } from '../tables.ts';

/** What hosts need to know, as for a city's site. */
export function getStaticPaths() {
  const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const folders = languages.map((language) => (languageFolder(language) ? `${language}/` : ''));
  return [
    { params: { hostFile: '_headers' }, props: { content: hostHeaders(base, folders) } },
    { params: { hostFile: 'nginx-headers.conf' }, props: { content: nginxHeaders(base, folders) } },
  ];
}

/** A file for the host. */
export function GET({ props }: { readonly props: { readonly content: string } }): Response {
  return new Response(props.content, { headers: { 'content-type': 'text/plain' } });
}
