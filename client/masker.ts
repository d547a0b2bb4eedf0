/** Knows every secret of the process and takes it out of whatever is stored or shown. */
export type Masker = Readonly<{
  /** Registers a secret; shorter ones than 4 characters are masked only where they are whole JSON values. */
  add(secret: string | undefined, placeholder?: string): void;
  /** The text without secrets: registered ones, and the values of JSON members such as `password`. */
  mask(text: string): string;
  /** The same for parsed JSON; a value without secrets comes back as it is. */
  maskJson(value: unknown): unknown;
  /**
   * Registers what stands in the secret members of parsed JSON, or is written into one by a JSON patch, so that it is
   * masked everywhere.
   */
  harvest(value: unknown): void;
}>;

const hidden = '[masked]';

const secretMember = /^(?:password|bearer_?token|secret|client_?secret|(?:access|refresh|id)_?token)$/i;

const secretMemberText =
  /("(?:password|bearer_?token|secret|client_?secret|(?:access|refresh|id)_?token)"\s*:\s*)"(?:[^"\\]|\\.)+"/gi;

/** Shorter values of secret members are masked where they stand: as words they may well be innocent elsewhere. */
const harvestedFrom = 8;

export function createMasker(): Masker {
  const forms = new Map<string, string>();
  const short = new Map<string, string>();

  const add: Masker['add'] = (secret, placeholder = hidden) => {
    if (!secret) return;
    if (secret.length < 4) short.set(secret, placeholder);
    else for (const form of spellings(secret)) forms.set(form, placeholder);
  };

  const mask: Masker['mask'] = (text) => {
    let masked = text;
    for (const [form, placeholder] of forms)
      if (masked.includes(form)) masked = masked.replaceAll(form, () => placeholder);
    for (const [secret, placeholder] of short)
      masked = masked.replace(wholeValue(secret), (_, before: string) => `${before}"${placeholder}"`);

    return masked.replace(secretMemberText, (_, before: string) => `${before}"${hidden}"`);
  };

  const maskString = (text: string) => short.get(text) ?? mask(text);

  const maskJson: Masker['maskJson'] = (value) => {
    if (typeof value === 'string') return maskString(value);
    if (Array.isArray(value)) return value.map(maskJson);
    if (!isObject(value)) return value;

    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        secretMember.test(name) && typeof member === 'string' && member !== '' ? hidden : maskJson(member),
      ]),
    );
  };

  const harvest: Masker['harvest'] = (value) => {
    if (Array.isArray(value)) return value.forEach(harvest);
    if (!isObject(value)) return;
    for (const [name, member] of [...Object.entries(value), ...patched(value)]) {
      if (secretMember.test(name) && isTelling(member)) add(member);
      else harvest(member);
    }
  };

  return { add, mask, maskJson, harvest };
}

/** What an operation of a JSON patch writes, under the name of the member that it writes. */
const patched = ({
  path,
  value,
}: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] =>
  typeof path === 'string' && path.startsWith('/') ? [[path.slice(path.lastIndexOf('/') + 1), value]] : [];

/** How a secret may be spelled in JSON, in a URL and in a form. */
const spellings = (secret: string): Set<string> =>
  new Set([
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(Buffer.from(secret).toString()),
    new URLSearchParams({ s: secret }).toString().slice(2),
  ]);

const wholeValue = (secret: string): RegExp =>
  new RegExp(`([:[,]\\s*|^)${escaped(JSON.stringify(secret))}(?=\\s*(?:[,}\\]]|$))`, 'g');

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const isTelling = (member: unknown): member is string =>
  typeof member === 'string' &&
  member.length >= harvestedFrom &&
  /\w/.test(member) &&
  member !== hidden &&
  !secretMember.test(member);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
