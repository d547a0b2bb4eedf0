import { resolvePointer } from '../contracts/json-pointer.ts';
import type { Entry } from './entry.ts';

/**
 * An entry as a line of values, for runs with many: `kind,number,at,path,event,invocationId,status`. `event` is what
 * stands in the body at a JSON pointer. No header, no credential and no other part of the body is in it.
 */
export const toBriefLine =
  (pointer: string) =>
  (entry: Entry): string => {
    const { kind, number, at } = entry;
    if (kind === 'arrived') {
      const event = resolvePointer(entry.json, pointer);

      return `${kind},${number},${at},${value(entry.path)},${value(event)},${value(entry.invocationId)},\n`;
    }

    return `${kind},${number},${at},,,,${'status' in entry ? (entry.status ?? '') : ''}\n`;
  };

/** Quoted where it must be (RFC 4180), and cut: what a stranger sends has no length of its own here. */
const value = (content: unknown): string => {
  if (content === undefined || content === null) return '';
  const text = (typeof content === 'string' ? content : JSON.stringify(content)).slice(0, 500);

  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
