import type { Peer } from './peer.ts';

const page = `---
pagination:
  data: findings
  size: 1
  alias: finding
permalink: "{{ finding.language }}/findings/{{ finding.id }}/"
---
<html lang="{{ finding.language }}">
  <head><meta charset="utf-8"><title>{{ finding.title }}</title></head>
  <body>
    <main>
      <h1>{{ finding.title }}</h1>
      <p>{{ finding.description }}</p>
      <dl>{% for fact in finding.facts %}<dt>{{ fact.name }}</dt><dd>{{ fact.value }}</dd>{% endfor %}</dl>
      <ol>{% for step in finding.events %}<li><time>{{ step.on }}</time> {{ step.event }} {{ step.note }}</li>{% endfor %}</ol>
    </main>
  </body>
</html>
`;

/** Eleventy with pages from data by pagination, a page for each entry. */
export const eleventy: Peer = {
  name: 'Eleventy',
  packages: { '@11ty/eleventy': '3.1.8' },
  files: function* (pages) {
    yield ['pages/_data/findings.json', JSON.stringify(pages)];
    yield ['pages/finding.njk', page];
  },
  program: '@11ty/eleventy/cmd.cjs',
  parameters: ['--input=pages', '--output=out', '--quiet'],
};
