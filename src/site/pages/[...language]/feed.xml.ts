import { atomFeed } from '../../feeds/feed.ts';
import { siteFeed } from '../../feeds/feeds.ts';
import { languagePaths } from '../../addresses/language-paths.ts';

export const getStaticPaths = languagePaths;

/** What changed lately in the whole programme. */
export function GET({ props }: { readonly props: { readonly language: string } }): Response {
  return new Response(atomFeed(siteFeed(props.language)), {
    headers: { 'content-type': 'application/atom+xml' },
  });
}
