import type { FindingPage, Peer } from './peer.ts';

/** Text that Markdown does not take for more than text. */
const plainText = (text: string) => text.replace(/[\\`*_{}[\]<>#|~$&!-]/g, '\\$&').replaceAll('\n', ' ');

function markdownOf({ title, description, facts, events }: FindingPage): string {
  return `---
title: ${JSON.stringify(title)}
---

# ${plainText(title)}

${plainText(description)}

${facts.map(({ name, value }) => `- ${plainText(name)}: ${plainText(value)}`).join('\n')}

${events.map(({ on, event, note }, place) => `${place + 1}. ${on} ${plainText(event)} ${plainText(note)}`).join('\n')}
`;
}

/** Observable Framework with a Markdown file for each page: its loaders would start a program for each. */
export const framework: Peer = {
  name: 'Observable Framework',
  packages: { '@observablehq/framework': '1.13.4' },
  files: function* (pages) {
    yield [
      'observablehq.config.js',
      "export default { title: 'Findings', sidebar: false, pager: false, search: false, output: 'out' };\n",
    ];
    yield ['src/index.md', '# Findings\n'];
    for (const page of pages) yield [`src/${page.language}/findings/${page.id}.md`, markdownOf(page)];
  },
  program: '@observablehq/framework/dist/bin/observable.js',
  parameters: ['build'],
};
