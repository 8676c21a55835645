import type { Peer } from './peer.ts';

const page = `---
import { readFileSync } from 'node:fs';
export function getStaticPaths() {
  const pages = JSON.parse(readFileSync('pages.json', 'utf8'));
  return pages.map((page) => ({ params: { language: page.language, id: page.id }, props: page }));
}
const { language, title, description, facts, events } = Astro.props;
---
<html lang={language}>
  <head><meta charset="utf-8" /><title>{title}</title></head>
  <body>
    <main>
      <h1>{title}</h1>
      <p>{description}</p>
      <dl>{facts.map(({ name, value }) => (<dt>{name}</dt><dd>{value}</dd>))}</dl>
      <ol>{events.map(({ on, event, note }) => (<li><time>{on}</time> {event} {note}</li>))}</ol>
    </main>
  </body>
</html>
`;

/** Astro with nothing added: pages from data by `getStaticPaths`. */
export const astro: Peer = {
  name: 'bare Astro',
  packages: { astro: '7.3.5' },
  files: function* (pages) {
    yield ['pages.json', JSON.stringify(pages)];
    yield ['astro.config.mjs', "export default { outDir: './out' };\n"];
    yield ['src/pages/[language]/findings/[id].astro', page];
  },
  program: 'astro/bin/astro.mjs',
  parameters: ['build', '--silent'],
};
