import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveFolder } from '../../src/desk/serve-folder.ts';

/** A site served for a test. */
export interface Served {
  /** Where it stands, without a slash at the end. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves a folder as a plain static host does, with some headers on every file (and packed where they say so), to this machine only, on a port that happens to be free. */
export async function serve(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<Served> {
  const server = createServer((request, response) => {
    serveFolder(folder, headers, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
