import { isObject } from './answer.ts';

/** Whether a text holds a JSON Schema: JSON that is an object, or one of the two boolean schemas. */
export const isJsonSchema = (text: unknown): boolean => {
  if (typeof text !== 'string') return false;
  try {
    const schema: unknown = JSON.parse(text);
    return isObject(schema) || typeof schema === 'boolean';
  } catch {
    return false;
  }
};
