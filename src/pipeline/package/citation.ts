import { stringify } from 'yaml';
import { wordsIn } from '../../model/words.ts';
import type { Edition } from './edition.ts';

/** The text of `CITATION.cff`, in the main language: https://citation-file-format.github.io/ */
export function citationFile({ facts, languages, version, publishedOn }: Edition): string {
  const language = languages[0] ?? 'zh';
  const fact = (name: string) => facts.get(name) ?? '';
  const site = fact('site').replace(/\/$/, '');
  return stringify({
    'cff-version': '1.2.0',
    message: wordsIn(
      { zh: '使用这些数据请这样引用。', en: 'If you use these data, please cite them like this.' },
      language,
    ),
    type: 'dataset',
    title: fact(`name_${language}`),
    authors: [{ name: fact(`publisher_${language}`) }],
    version,
    ...(publishedOn === '' ? {} : { 'date-released': publishedOn }),
    ...(site === '' ? {} : { url: `${site}/data/` }),
    'license-url': fact('licence_url'),
    contact: [{ name: fact(`publisher_${language}`), email: fact('contact') }],
  });
}
