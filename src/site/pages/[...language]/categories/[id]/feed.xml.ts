import { atomFeed, type Feed } from '../../../../feeds/feed.ts';
import { categoryFeedPaths } from '../../../../feeds/feeds.ts';

export const getStaticPaths = categoryFeedPaths;

interface Route {
  readonly props: { readonly language: string; readonly feedIn: (language: string) => Feed };
}

/** What changed lately in one category. */
export function GET({ props }: Route): Response {
  return new Response(atomFeed(props.feedIn(props.language)), {
    headers: { 'content-type': 'application/atom+xml' },
  });
}
