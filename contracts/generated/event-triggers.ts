// Made from contracts/openapi/event-triggers.yaml by npm run generate.

export interface paths {
    readonly "/triggers": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The triggers that a tenant offers. */
        readonly get: operations["listTriggers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/trigger-subscriptions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The subscriptions of a tenant, whoever made them. */
        readonly get: operations["listSubscriptions"];
        readonly put?: never;
        /** Subscribes an endpoint to a trigger. */
        readonly post: operations["createSubscription"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/trigger-subscriptions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        /** Replaces a subscription; its id and its trigger stay as they are. */
        readonly put: operations["updateSubscription"];
        readonly post?: never;
        /** Ends a subscription. */
        readonly delete: operations["deleteSubscription"];
        readonly options?: never;
        readonly head?: never;
        /** Changes parts of a subscription by a JSON patch, all of it or nothing. */
        readonly patch: operations["patchSubscription"];
        readonly trace?: never;
    };
    readonly "/trigger-subscriptions/validate-filter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Tries a filter on an input. */
        readonly post: operations["testSubscriptionFilter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/trigger-invocations/test": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Starts a test event for the subscriptions of a trigger, disabled ones included. */
        readonly post: operations["startTestTriggerInvocation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/trigger-invocations/{id}/complete": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Hands in the output of an invocation; the secret in the body is what authorises it. */
        readonly post: operations["completeTriggerInvocation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/trigger-invocations/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What became of the invocations of the last one or two days. */
        readonly get: operations["listTriggerInvocationStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Trigger: {
            /** @example idn:identity-created */
            readonly id: string;
            readonly name: string;
            readonly type: components["schemas"]["TriggerType"];
            readonly description?: string;
            /** @description A JSON Schema of the event, serialised. */
            readonly inputSchema: string;
            /** @description An event of this trigger. Which shape it has follows from the trigger's id, see contracts/triggers. */
            readonly exampleInput: {
                readonly [key: string]: unknown;
            };
            /** @description A JSON Schema of the subscriber's answer, serialised; none for FIRE_AND_FORGET. */
            readonly outputSchema?: string | null;
            readonly exampleOutput?: {
                readonly [key: string]: unknown;
            } | null;
        };
        /** @enum {string} */
        readonly TriggerType: "REQUEST_RESPONSE" | "FIRE_AND_FORGET";
        readonly Subscription: {
            readonly id: string;
            readonly name: string;
            readonly description?: string;
            readonly triggerId: string;
            readonly triggerName: string;
            readonly type: components["schemas"]["SubscriptionType"];
            readonly responseDeadline?: components["schemas"]["ResponseDeadline"];
            readonly httpConfig?: components["schemas"]["HttpConfig"];
            readonly eventBridgeConfig?: components["schemas"]["EventBridgeConfig"];
            /** @default true */
            readonly enabled: boolean;
            readonly filter?: string;
        };
        readonly SubscriptionDraft: {
            readonly name: string;
            readonly description?: string;
            readonly triggerId: string;
            readonly type: components["schemas"]["SubscriptionType"];
            readonly responseDeadline?: components["schemas"]["ResponseDeadline"];
            readonly httpConfig?: components["schemas"]["HttpConfig"];
            readonly eventBridgeConfig?: components["schemas"]["EventBridgeConfig"];
            /** @default true */
            readonly enabled?: boolean;
            readonly filter?: string;
        } & components["schemas"]["ConfigFitsType"];
        readonly SubscriptionReplacement: {
            readonly name?: string;
            readonly description?: string;
            readonly type?: components["schemas"]["SubscriptionType"];
            readonly responseDeadline?: components["schemas"]["ResponseDeadline"];
            readonly httpConfig?: components["schemas"]["HttpConfig"];
            readonly eventBridgeConfig?: components["schemas"]["EventBridgeConfig"];
            /** @default true */
            readonly enabled?: boolean;
            readonly filter?: string;
        } & components["schemas"]["ConfigFitsType"];
        /** @description A subscription of type HTTP says where to, and one of type EVENTBRIDGE whose account. */
        readonly ConfigFitsType: unknown & unknown;
        /** @enum {string} */
        readonly SubscriptionType: "HTTP" | "EVENTBRIDGE" | "INLINE" | "SCRIPT" | "WORKFLOW";
        /**
         * @description How long a REQUEST_RESPONSE subscriber may take for its output, an ISO 8601 duration.
         * @default PT1H
         */
        readonly ResponseDeadline: string;
        readonly HttpConfig: {
            readonly url: string;
            /**
             * @description Whether the output is the answer itself, a later completion, or the subscriber's choice.
             * @enum {string}
             */
            readonly httpDispatchMode: "SYNC" | "ASYNC" | "DYNAMIC";
            /**
             * @default NO_AUTH
             * @enum {string}
             */
            readonly httpAuthenticationType?: "NO_AUTH" | "BASIC_AUTH" | "BEARER_TOKEN";
            readonly basicAuthConfig?: {
                readonly userName?: string;
                /** @description Written, never read back. */
                readonly password?: string | null;
            } | null;
            readonly bearerTokenAuthConfig?: {
                /** @description Written, never read back. */
                readonly bearerToken?: string | null;
            } | null;
        };
        readonly EventBridgeConfig: {
            readonly awsAccount: string;
            readonly awsRegion: string;
        };
        readonly JsonPatch: readonly components["schemas"]["PatchOperation"][];
        /** @description One step of RFC 6902; `test` is not among the documented ones. */
        readonly PatchOperation: {
            /** @enum {string} */
            readonly op: "add" | "remove" | "replace" | "move" | "copy";
            /** @description A JSON pointer. */
            readonly path: string;
            /** @description A JSON pointer. */
            readonly from?: string;
            readonly value?: components["schemas"]["PatchValue"];
        } & (unknown & unknown);
        /** @description The vendor's list has no boolean, though enabled is one and patching it is usual. */
        readonly PatchValue: string | number | boolean | {
            readonly [key: string]: unknown;
        } | readonly (string | number | {
            readonly [key: string]: unknown;
        })[];
        readonly FilterTrial: {
            readonly input: {
                readonly [key: string]: unknown;
            };
            readonly filter: string;
        };
        readonly FilterValidation: {
            /**
             * @description The filter is valid against the input.
             * @default false
             */
            readonly isValid?: boolean;
            /**
             * @description The expression parses.
             * @default false
             */
            readonly isValidJSONPath?: boolean;
            /**
             * @description Its path is there in the input.
             * @default false
             */
            readonly isPathExist?: boolean;
        };
        readonly TestInvocation: {
            readonly triggerId: string;
            /** @description The event to send; the trigger's example where it is left out. */
            readonly input?: {
                readonly [key: string]: unknown;
            };
            readonly contentJson: {
                readonly [key: string]: unknown;
            };
            /** @description The subscriptions to start; all of the trigger's where it is left out. */
            readonly subscriptionIds?: readonly string[];
        };
        readonly Invocation: {
            readonly id?: string;
            readonly triggerId?: string;
            /** @description What the completion has to show. */
            readonly secret?: string;
            readonly contentJson?: {
                readonly [key: string]: unknown;
            };
        };
        readonly Completion: {
            readonly secret: string;
            /** @description Why there is no output. */
            readonly error?: string;
            readonly output: {
                readonly [key: string]: unknown;
            };
        };
        readonly InvocationStatus: {
            readonly id: string;
            readonly triggerId: string;
            readonly subscriptionName: string;
            readonly subscriptionId: string;
            /** @enum {string} */
            readonly type: "TEST" | "REAL_TIME";
            /** Format: date-time */
            readonly created: string;
            /** @description Empty while the invocation is in flight. */
            readonly completed?: string | null;
            readonly startInvocationInput: {
                readonly triggerId?: string;
                readonly input?: {
                    readonly [key: string]: unknown;
                };
                readonly contentJson?: {
                    readonly [key: string]: unknown;
                };
            };
            readonly completeInvocationInput?: {
                readonly localizedError?: {
                    readonly locale: string;
                    readonly message: string;
                } | null;
                readonly output?: {
                    readonly [key: string]: unknown;
                } | null;
            };
        };
        readonly ErrorResponse: {
            readonly detailCode?: string;
            readonly trackingId?: string;
            readonly messages?: readonly components["schemas"]["ErrorMessage"][];
            readonly causes?: readonly components["schemas"]["ErrorMessage"][];
        };
        readonly ErrorMessage: {
            readonly locale?: string | null;
            /** @enum {string|null} */
            readonly localeOrigin?: "DEFAULT" | "REQUEST" | null;
            readonly text?: string;
        };
        readonly UnauthorizedResponse: {
            readonly error?: unknown;
        };
        readonly QuotaResponse: {
            readonly message?: unknown;
        };
    };
    responses: {
        /** @description The request does not say what it should. */
        readonly BadRequest: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description No valid token came with the request. */
        readonly Unauthorized: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["UnauthorizedResponse"];
            };
        };
        /** @description The token is valid and lacks the scope. */
        readonly Forbidden: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Nothing has this id. */
        readonly NotFound: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The client is above its quota. */
        readonly TooManyRequests: {
            headers: {
                readonly "Retry-After": components["headers"]["RetryAfter"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["QuotaResponse"];
            };
        };
        /** @description The tenant failed. */
        readonly InternalError: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        /** @description How many records a page holds at most. */
        readonly Limit: number;
        /** @description How many records come before the page. */
        readonly Offset: number;
        /** @description Whether the total is told in X-Total-Count. */
        readonly Count: boolean;
        /** @description A SCIM-like expression; fields and operators are listed in contracts/collections.ts. */
        readonly Filters: string;
        /** @description Fields in order of weight, a minus in front of one that descends. */
        readonly Sorters: string;
        /** @description The subscription. */
        readonly SubscriptionId: string;
        /** @description The invocation. */
        readonly InvocationId: string;
    };
    requestBodies: never;
    headers: {
        /** @description How many records the collection has; sent where count=true was asked for. */
        readonly TotalCount: number;
        /** @description Seconds to wait before the next request. */
        readonly RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listTriggers: {
        readonly parameters: {
            readonly query?: {
                /** @description How many records a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description How many records come before the page. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Whether the total is told in X-Total-Count. */
                readonly count?: components["parameters"]["Count"];
                /** @description A SCIM-like expression; fields and operators are listed in contracts/collections.ts. */
                readonly filters?: components["parameters"]["Filters"];
                /** @description Fields in order of weight, a minus in front of one that descends. */
                readonly sorters?: components["parameters"]["Sorters"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of triggers. */
            readonly 200: {
                headers: {
                    readonly "X-Total-Count": components["headers"]["TotalCount"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Trigger"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly listSubscriptions: {
        readonly parameters: {
            readonly query?: {
                /** @description How many records a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description How many records come before the page. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Whether the total is told in X-Total-Count. */
                readonly count?: components["parameters"]["Count"];
                /** @description A SCIM-like expression; fields and operators are listed in contracts/collections.ts. */
                readonly filters?: components["parameters"]["Filters"];
                /** @description Fields in order of weight, a minus in front of one that descends. */
                readonly sorters?: components["parameters"]["Sorters"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of subscriptions. */
            readonly 200: {
                headers: {
                    readonly "X-Total-Count": components["headers"]["TotalCount"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Subscription"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly createSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SubscriptionDraft"];
            };
        };
        readonly responses: {
            /** @description The subscription as it was stored, secrets left out. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Subscription"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly updateSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The subscription. */
                readonly id: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SubscriptionReplacement"];
            };
        };
        readonly responses: {
            /** @description The subscription after the replacement. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Subscription"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly deleteSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The subscription. */
                readonly id: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The subscription is gone. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly patchSubscription: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The subscription. */
                readonly id: components["parameters"]["SubscriptionId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json-patch+json": components["schemas"]["JsonPatch"];
            };
        };
        readonly responses: {
            /** @description The subscription after the patch. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Subscription"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 404: components["responses"]["NotFound"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly testSubscriptionFilter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FilterTrial"];
            };
        };
        readonly responses: {
            /** @description What is known of the filter. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FilterValidation"];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly startTestTriggerInvocation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["TestInvocation"];
            };
        };
        readonly responses: {
            /** @description One invocation for each subscription that was started. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["Invocation"][];
                };
            };
            /** @description Nobody is subscribed. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly completeTriggerInvocation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /** @description The invocation. */
                readonly id: components["parameters"]["InvocationId"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Completion"];
            };
        };
        readonly responses: {
            /** @description The output was taken. */
            readonly 204: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
    readonly listTriggerInvocationStatus: {
        readonly parameters: {
            readonly query?: {
                /** @description How many records a page holds at most. */
                readonly limit?: components["parameters"]["Limit"];
                /** @description How many records come before the page. */
                readonly offset?: components["parameters"]["Offset"];
                /** @description Whether the total is told in X-Total-Count. */
                readonly count?: components["parameters"]["Count"];
                /** @description A SCIM-like expression; fields and operators are listed in contracts/collections.ts. */
                readonly filters?: components["parameters"]["Filters"];
                /** @description Fields in order of weight, a minus in front of one that descends. */
                readonly sorters?: components["parameters"]["Sorters"];
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One page of invocation statuses. */
            readonly 200: {
                headers: {
                    readonly "X-Total-Count": components["headers"]["TotalCount"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["InvocationStatus"][];
                };
            };
            readonly 400: components["responses"]["BadRequest"];
            readonly 401: components["responses"]["Unauthorized"];
            readonly 403: components["responses"]["Forbidden"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 500: components["responses"]["InternalError"];
        };
    };
}
