import { parseJson } from './parse-json.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * Why a body that creates or replaces a subscription could switch it on; `undefined` where it cannot. It has to
 * say `enabled: false` itself, since what is left out may be true by default, and say so in every place: bytes
 * that are no JSON, or name a member twice, are read by their text alone.
 */
export function mayEnable(text: string | undefined): string | undefined {
  const plain = plainText(text);
  if (/"enabled"\s*:(?!\s*false\b)/i.test(plain)) return 'it carries enabled with another value than false';
  if (!/"enabled"\s*:\s*false\b/.test(plain)) return 'it does not say "enabled": false';

  const body = parseJson(text);
  if (body !== undefined && !(isObject(body) && body.enabled === false))
    return 'it does not say enabled: false at its top';

  return undefined;
}

/**
 * Why a JSON Patch could switch a subscription on; `undefined` where it cannot. Judged wider than RFC 6902 reads
 * it, since a tenant may: one operation in place of a list, other spellings of a path, members that say enabled.
 */
export function patchMayEnable(text: string | undefined): string | undefined {
  const plain = plainText(text);
  const body = parseJson(text);
  if (body === undefined) return mentionsEnabled(plain) ? 'it is no JSON and mentions enabled' : undefined;
  if (mentionsEnabled(plain) && squeezed(JSON.stringify(body)) !== squeezed(plain))
    return 'it mentions enabled, and reads otherwise in its bytes than as JSON';

  return [body]
    .flat(Number.POSITIVE_INFINITY)
    .map(operationMayEnable)
    .find((why) => why !== undefined);
}

const operationMayEnable = (operation: unknown): string | undefined => {
  if (!isObject(operation))
    return setsEnabled(operation) ? 'it carries enabled with another value than false' : undefined;
  const { op, path, from, value } = operation;

  if (setsEnabled(operation)) return 'it carries enabled with another value than false';
  if (isWhole(path) && !(isObject(value) && value.enabled === false))
    return 'it replaces the whole subscription without saying enabled: false';
  if (mentionsEnabled(path) && value !== false) return 'it sets /enabled to another value than false';
  if (mentionsEnabled(path) && (from !== undefined || /remove|move|copy/i.test(String(op))))
    return 'it removes /enabled or fills it from elsewhere';
  if (mentionsEnabled(from) && !/^copy$/.test(String(op))) return 'it moves /enabled away';

  return undefined;
};

/** Whether a member named enabled, in whatever case and depth, has another value than false. */
const setsEnabled = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.some(setsEnabled);
  if (!isObject(value)) return false;

  return Object.entries(value).some(([name, member]) =>
    name.toLowerCase() === 'enabled' ? member !== false : setsEnabled(member),
  );
};

/** The spellings of "the whole document" that some patch library takes. */
const isWhole = (path: unknown): boolean => typeof path === 'string' && /^[#$/\s]*$/.test(path);

const mentionsEnabled = (value: unknown): boolean =>
  /enabled/i.test(decoded(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')));

const decoded = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The text with JSON's escapes of characters undone, and without the zero bytes of wider encodings. */
const plainText = (text = ''): string =>
  text
    .replaceAll('\0', '')
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const squeezed = (text: string): string => text.replace(/\s+/g, '');

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
