import { languageTag } from '../../i18n/language-tag.ts';
import { fileAddress } from '../../addresses/address.ts';
import { languages, programme } from '../../programme.ts';

/** The statement holds for a year from the cut-off: a site that is not built again for so long is not looked after. */
function expiry(): string {
  const date = new Date(`${programme.cutoff.slice(0, 10)}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString();
}

/** Whom to tell of a hole in the site, as RFC 9116 has it. */
export function GET(): Response {
  const lines = [
    `Contact: mailto:${programme.contact}`,
    `Expires: ${expiry()}`,
    `Preferred-Languages: ${languages.map(languageTag).join(', ')}`,
    ...(programme.site ? [`Canonical: ${programme.site}${fileAddress('.well-known/security.txt')}`] : []),
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain' } });
}
