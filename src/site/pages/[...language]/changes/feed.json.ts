import { jsonFeed } from '../../../feeds/feed.ts';
import { changesFeed } from '../../../feeds/feeds.ts';
import { languagePaths } from '../../../addresses/language-paths.ts';

export const getStaticPaths = languagePaths;

/** The releases, and what was corrected, withdrawn, sent back or removed with them. */
export function GET({ props }: { readonly props: { readonly language: string } }): Response {
  return new Response(jsonFeed(changesFeed(props.language)), {
    headers: { 'content-type': 'application/feed+json' },
  });
}
