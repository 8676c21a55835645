import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchWhole, NoSuchFile } from '../../src/region/fetch-file.ts';
import { Refusal } from '../../src/region/refusal.ts';

/** A host that answers as it is told. */
async function host(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Longer than this machine keeps anybody waiting, however busy it is. */
const limits = { bytes: 1000, silence: 60_000 };

/** Why a file is refused. */
async function refusal(address: string, silence = limits.silence): Promise<Refusal> {
  const error = await fetchWhole(address, { ...limits, silence }).catch((one: unknown) => one);
  if (!(error instanceof Refusal)) throw new Error(`it was not refused: ${String(error)}`);
  return error;
}

describe('fetching a file', () => {
  it('gives its bytes, also where the same host has it at another address', async () => {
    const origin = await host((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.end('数据');
    });
    expect(Buffer.from(await fetchWhole(`${origin}/old`, limits)).toString()).toBe('数据');
  });

  it('does not follow to another host, and says where that would have led', async () => {
    const origin = await host((_, response) => {
      response.writeHead(302, { location: 'http://localhost:1/data/index.csv' }).end();
    });
    const { why } = await refusal(`${origin}/a`);
    expect(why.en).toBe(
      `${origin}/a leads to another host, http://localhost:1; if it has moved, give the new address`,
    );
    expect(why.zh).toContain('转到了另一个主机');
  });

  it('does not take another port of the host for the same publisher', async () => {
    const other = await host((_, response) => {
      response.end('not theirs');
    });
    const origin = await host((_, response) => {
      response.writeHead(302, { location: `${other}/a` }).end();
    });
    expect((await refusal(`${origin}/a`)).why.en).toContain(`leads to another host, ${other}`);
  });

  it('does not go round in circles', async () => {
    const origin = await host((_, response) => {
      response.writeHead(302, { location: '/a' }).end();
    });
    expect((await refusal(`${origin}/a`)).why.en).toMatch(/redirects without end$/);
  });

  it('gives up on a host that says nothing, at once or half-way', async () => {
    const mute = await host(() => {});
    expect((await refusal(`${mute}/a`, 300)).why.en).toBe(`${mute}/a did not answer for 1 seconds`);
    const faltering = await host((_, response) => {
      response.write('half');
    });
    expect((await refusal(`${faltering}/a`, 300)).why.en).toMatch(/did not answer/);
  });

  it('stops at the largest size, whether the host says how large the file is or not', async () => {
    const honest = await host((_, response) => {
      response.writeHead(200, { 'content-length': '5000000' });
      response.write('a');
    });
    expect((await refusal(`${honest}/a`)).why.en).toMatch(/is larger than 1 MB/);
    const endless = await host((_, response) => {
      const pour = () => {
        while (!response.destroyed && response.write('a'.repeat(10_000)));
      };
      response.on('drain', pour);
      pour();
    });
    expect((await refusal(`${endless}/a`)).why.en).toMatch(/is larger than 1 MB/);
  });

  it('tells a file that is not there from a host in trouble, and from one that is not there', async () => {
    const origin = await host((request, response) => {
      response.writeHead(request.url === '/gone' ? 404 : 503).end();
    });
    expect(await refusal(`${origin}/gone`)).toBeInstanceOf(NoSuchFile);
    const trouble = await refusal(`${origin}/a`);
    expect(trouble).not.toBeInstanceOf(NoSuchFile);
    expect(trouble.why.en).toBe(`${origin}/a is not to be had (503)`);
    const closed = await host(() => {});
    const port = Number(new URL(closed).port);
    const nobody = await refusal(`http://127.0.0.2:${port}/a`);
    expect(nobody.why).toEqual({
      zh: `连不上 http://127.0.0.2:${port}/a：主机拒绝连接`,
      en: `http://127.0.0.2:${port}/a cannot be reached: the host refused the connection`,
    });
  });
});
