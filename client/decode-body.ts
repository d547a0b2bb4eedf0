import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  br: brotliDecompressSync,
  /** Documented with a zlib header (RFC 9110, 8.4.1.2), seen without one. */
  deflate: (bytes) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes) : inflateRawSync(bytes)),
};

/** What the client accepts, for the header Accept-Encoding. */
export const acceptedEncodings = 'gzip, deflate, br';

/**
 * The body without its content codings, which are listed in the order of their application.
 * Throws where a coding is unknown or the bytes are not of it.
 */
export const decodeBody = (bytes: Buffer, contentEncoding = ''): Buffer =>
  bytes.length === 0
    ? bytes
    : contentEncoding
        .toLowerCase()
        .split(',')
        .map((coding) => coding.trim())
        .filter(Boolean)
        .reduceRight((rest, coding) => {
          const decode = decoders[coding];
          if (!decode) throw new Error(`content coding ${coding}`);

          return decode(rest);
        }, bytes);
