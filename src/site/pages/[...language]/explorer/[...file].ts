import {
  columnFiles,
  explorerVersion,
  languageFiles,
  type ExplorerFile,
} from '../../../explorer/explorer-files.ts';
import { languagePaths } from '../../../addresses/language-paths.ts';
import { mainLanguage } from '../../../programme.ts';

/** The files by which the register is searched, in a folder for each language; the columns stand with the main one. */
export function getStaticPaths() {
  return languagePaths().flatMap(({ params, props: { language } }) =>
    [...languageFiles(language), ...(language === mainLanguage ? columnFiles() : [])].map(
      ({ name, content }) => ({
        params: { ...params, file: `${explorerVersion}/${name}` },
        props: { content },
      }),
    ),
  );
}

/** A file of the explorer. */
export function GET({ props }: { readonly props: Pick<ExplorerFile, 'content'> }): Response {
  return new Response(props.content());
}
