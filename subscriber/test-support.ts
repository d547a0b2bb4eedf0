import { request } from 'node:http';

export type Heard = Readonly<{ status: number; headers: Readonly<Record<string, unknown>>; body: string }>;

export type Said = Readonly<{
  headers?: Readonly<Record<string, string>>;
  body?: string;
  signal?: AbortSignal;
}>;

/** Posts to a subscriber over a connection of its own. Rejects where the answer does not come whole. */
export const post = (url: string, { headers = {}, body = '{}', signal }: Said = {}): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', headers, agent: false, ...(signal && { signal }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
