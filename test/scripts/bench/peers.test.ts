import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { contentOf } from '../../../scripts/bench/peers/content.ts';
import { framework } from '../../../scripts/bench/peers/framework.ts';
import { pagePeers } from '../../../scripts/bench/works/pages.ts';

it('gives peers what a page of ours says, in both languages, without markup of its own', async () => {
  const tables = await mkdtemp(join(tmpdir(), 'zhaocha-content-'));
  try {
    await writeFile(
      join(tables, 'findings.csv'),
      'finding_id,title_zh,title_en,description_zh,description_en,status_zh,status_en,found_on,hall_zh\n1,窗口*没人,Nobody,等了,,撤回,Withdrawn,2025-01-02,\n',
    );
    await writeFile(
      join(tables, 'finding_events.csv'),
      'finding_id,event_zh,event_en,on,note_zh,note_en\n1,发现,Found,2025-01-02,,\n2,发现,Found,2025-01-03,,\n',
    );
    const pages = await contentOf(tables);
    expect(pages).toMatchObject([
      { id: '1', language: 'zh', title: '窗口*没人', events: [{ on: '2025-01-02', event: '发现' }] },
      { id: '1', language: 'en', title: 'Nobody', description: '等了', events: [{ event: 'Found' }] },
    ]);
    expect(pages[1]?.facts).toEqual([
      { name: 'status', value: 'Withdrawn' },
      { name: 'found', value: '2025-01-02' },
    ]);
    const files = new Map(framework.files(pages));
    expect(files.get('src/zh/findings/1.md')).toContain('# 窗口\\*没人\n');
    for (const peer of pagePeers) expect([...peer.files(pages)].length).toBeGreaterThan(1);
  } finally {
    await rm(tables, { recursive: true, force: true });
  }
});
