import { fileAddress } from '../addresses/address.ts';
import { programme } from '../programme.ts';

/** Everything may be read and listed; embedded figures say themselves that they are not pages. */
export function GET(): Response {
  const map = programme.site ? `\nSitemap: ${programme.site}${fileAddress('sitemap.xml')}\n` : '';
  return new Response(`User-agent: *\nAllow: /\n${map}`, { headers: { 'content-type': 'text/plain' } });
}
