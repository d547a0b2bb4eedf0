import type { components } from './generated/event-triggers.ts';

type Schemas = components['schemas'];

export type Trigger = Schemas['Trigger'];
export type TriggerType = Schemas['TriggerType'];

/** A subscription as the API gives it back: secrets are null or left out. */
export type Subscription = Schemas['Subscription'];
export type HttpConfig = Schemas['HttpConfig'];
export type EventBridgeConfig = Schemas['EventBridgeConfig'];
export type DispatchMode = HttpConfig['httpDispatchMode'];

export type InvocationStatus = Schemas['InvocationStatus'];

export type ErrorResponse = Schemas['ErrorResponse'];
