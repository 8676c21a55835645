import { atomFeed, type Feed } from '../../../../feeds/feed.ts';
import { departmentFeedPaths } from '../../../../feeds/feeds.ts';

export const getStaticPaths = departmentFeedPaths;

interface Route {
  readonly props: { readonly language: string; readonly feedIn: (language: string) => Feed };
}

/** What changed lately in one department. */
export function GET({ props }: Route): Response {
  return new Response(atomFeed(props.feedIn(props.language)), {
    headers: { 'content-type': 'application/atom+xml' },
  });
}
