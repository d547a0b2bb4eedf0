import type { JsonSchema } from '../json-schema.ts';

type Members = Readonly<Record<string, JsonSchema>>;

/** An object: the members that it must have, and those that it may have. Others are allowed. */
export const object = (required: Members, optional: Members = {}): JsonSchema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

export const array = (items: JsonSchema, limits: JsonSchema = {}): JsonSchema => ({
  type: 'array',
  ...limits,
  items,
});

export const oneOfThese = (...values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });

/** The same schema, and null. */
export const orNull = (schema: JsonSchema): JsonSchema => ({ ...schema, type: [schema.type, 'null'] });

/** A value that may have one of several shapes. */
export const either = (...schemas: readonly JsonSchema[]): JsonSchema => ({ anyOf: schemas });

export const text: JsonSchema = { type: 'string' };
export const flag: JsonSchema = { type: 'boolean' };
export const nothing: JsonSchema = { type: 'null' };
export const dateTime: JsonSchema = { type: 'string', format: 'date-time' };
export const integer: JsonSchema = { type: 'integer', format: 'int32' };
export const count: JsonSchema = { type: 'integer', format: 'int32', minimum: 0, maximum: 2_147_483_647 };
export const anyObject: JsonSchema = { type: 'object', additionalProperties: true };

/** A record of the tenant by type, id and name. */
export const reference = (...types: readonly string[]): JsonSchema =>
  object({ type: oneOfThese(...types), id: text, name: text });
