import type { Exchange } from './exchange.ts';

/** Sent by curl itself, or of no importance to the answer. */
const leftOut = new Set(['accept', 'accept-encoding', 'user-agent']);

/**
 * A curl command for sh that sends an exchange's request again. In place of a token stands a variable, as
 * `$ISC_TOKEN`; other secrets are masked, so a request with one has to be completed by hand.
 */
export function curlOf({ request: { method, url, headers, body } }: Exchange): string {
  const { search, searchParams } = new URL(url);
  const address = url.slice(0, url.length - search.length);
  const query = method === 'GET' && search ? pairs(searchParams) : [];

  const words = [
    ...(method === 'GET' ? (query.length > 0 ? ['-G'] : []) : [`-X ${method}`]),
    ...headerWords(headers, body !== undefined),
    ...query,
    ...(body === undefined ? [] : [bodyWord(body)]),
  ];
  const target = word(method === 'GET' ? address : url);
  const line = ['curl', ...words].join(' ');
  const broken = line.length + target.length > 100 ? `${line} \\\n  ${target}` : `${line} ${target}`;

  return body?.includes('\0') ? `printf ${quoted(octal(body))} | ${broken}` : broken;
}

const pairs = (search: URLSearchParams): string[] =>
  [...search].map(([name, value]) => `--data-urlencode ${word(`${name}=${value}`)}`);

const headerWords = (headers: Exchange['request']['headers'], hasBody: boolean): string[] => {
  const shown = Object.entries(headers).filter(
    ([name, value]) =>
      !leftOut.has(name.toLowerCase()) || (name === 'Accept' && value !== 'application/json'),
  );
  const typed = shown.some(([name]) => name.toLowerCase() === 'content-type');

  return [
    ...shown.map(([name, value]) => `-H ${header(name, value)}`),
    ...(hasBody && !typed ? ["-H 'Content-Type:'"] : []),
  ];
};

/** Double quotes let the shell fill in the token; nothing else in such a header means anything to it. */
const header = (name: string, value: string): string =>
  /^\w+ \$ISC_\w+$/.test(value)
    ? `"${name}: ${value}"`
    : quoted(value === '' ? `${name};` : `${name}: ${value}`);

const bodyWord = (body: string): string =>
  body.includes('\0') ? '--data-binary @-' : `--data-raw ${quoted(body)}`;

const word = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : quoted(text));

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const octal = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
