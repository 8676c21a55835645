import { everything } from '../../figures/figures.ts';
import { languagePaths } from '../../addresses/language-paths.ts';
import { factIn } from '../../programme.ts';
import { paint } from '../../preview/paint.ts';
import { previewLanguage, previewOf } from '../../preview/preview.ts';

export const getStaticPaths = languagePaths;

/** The picture that goes along with every page but those of departments. */
export function GET({ props }: { readonly props: { readonly language: string } }): Response {
  const language = previewLanguage(props.language);
  const picture = paint(previewOf(everything, language, factIn('city', language).text));
  return new Response(picture, { headers: { 'content-type': 'image/png' } });
}
