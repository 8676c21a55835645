import { languageFolder } from '../addresses/address.ts';
import { hostHeaders, nginxHeaders } from '../headers.ts';
import { languages } from '../programme.ts';

/** What hosts need to know: a file that Netlify and Cloudflare read by themselves, and one for nginx to include. */
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
