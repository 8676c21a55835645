import { beforeEach, describe, expect, it, vi } from 'vitest';
import { writeTables } from '../public-tables.ts';

/** Makes the ids of a site: its address, '' for none yet, and the mailbox of its office. */
async function idsOf(site: string, contact: string) {
  vi.resetModules();
  process.env['ZHAOCHA_TABLES'] = writeTables({
    programme: [
      { field: 'languages', value: 'zh en' },
      { field: 'site', value: site },
      { field: 'contact', value: contact },
    ],
  });
  const { feedId } = await import('../../../src/site/feeds/feed-id.ts');
  return feedId;
}

describe('the id of a feed and of what it tells', () => {
  let feedId: Awaited<ReturnType<typeof idsOf>>;
  beforeEach(async () => {
    feedId = await idsOf('https://x.gov.cn/', 'office@x.gov.cn');
  });

  it('is an address on the host of the site', () => {
    expect(feedId('zh', 'feed.xml')).toBe('https://x.gov.cn/feed.xml');
    expect(feedId('en', 'departments/tax/feed.xml')).toBe('https://x.gov.cn/en/departments/tax/feed.xml');
  });

  it('is another one in every state of a thing', () => {
    expect(feedId('zh', 'findings/F1/', '2025-04-23:claimed')).toBe(
      'https://x.gov.cn/findings/F1/#2025-04-23:claimed',
    );
  });

  it('is another one in another city, which has the same findings, and even where neither has an address yet', async () => {
    const ofOther = await idsOf('https://y.gov.cn/', 'office@y.gov.cn');
    expect(ofOther('zh', 'findings/F1/')).toBe('https://y.gov.cn/findings/F1/');
    const ofNone = await idsOf('', 'office@z.gov.cn');
    expect(ofNone('zh', 'findings/F1/')).toBe('urn:zhaocha:office%40z.gov.cn:/findings/F1/');
  });
});
