const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 (RFC 4648) of a text in UTF-8. By hand, since k6 has neither Buffer nor btoa. */
export const base64 = (text: string): string => {
  const bytes = new TextEncoder().encode(text);
  let encoded = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const group = [bytes[start] ?? 0, bytes[start + 1] ?? 0, bytes[start + 2] ?? 0] as const;
    const bits = (group[0] << 16) | (group[1] << 8) | group[2];
    const digits = [18, 12, 6, 0].map((shift) => alphabet.charAt((bits >> shift) & 63)).join('');
    encoded += digits.slice(0, bytes.length - start + 1).padEnd(4, '=');
  }

  return encoded;
};
