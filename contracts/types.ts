import type { components } from './generated/event-triggers.ts';

type Schemas = components['schemas'];

export type Trigger = Schemas['Trigger'];
export type TriggerType = Schemas['TriggerType'];

/** A subscription as the API gives it back: secrets are null or left out. */
export type Subscription = Schemas['Subscription'];
export type SubscriptionType = Schemas['SubscriptionType'];
export type HttpConfig = Schemas['HttpConfig'];
export type EventBridgeConfig = Schemas['EventBridgeConfig'];
export type DispatchMode = HttpConfig['httpDispatchMode'];

/** Body of createSubscription. */
export type SubscriptionDraft = Schemas['SubscriptionDraft'];
/** Body of updateSubscription. */
export type SubscriptionReplacement = Schemas['SubscriptionReplacement'];
/** Body of patchSubscription. */
export type JsonPatch = Schemas['JsonPatch'];
export type PatchOperation = Schemas['PatchOperation'];
export type PatchValue = Schemas['PatchValue'];

/** Body of testSubscriptionFilter, and its answer. */
export type FilterTrial = Schemas['FilterTrial'];
export type FilterValidation = Schemas['FilterValidation'];

/** Body of startTestTriggerInvocation, and one entry of its answer. */
export type TestInvocation = Schemas['TestInvocation'];
export type Invocation = Schemas['Invocation'];
/** Body of completeTriggerInvocation. */
export type Completion = Schemas['Completion'];
export type InvocationStatus = Schemas['InvocationStatus'];

export type ErrorResponse = Schemas['ErrorResponse'];
export type ErrorMessage = Schemas['ErrorMessage'];
export type UnauthorizedResponse = Schemas['UnauthorizedResponse'];
export type QuotaResponse = Schemas['QuotaResponse'];
