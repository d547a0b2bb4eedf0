/** The vendor's documents that make promises, as clauses name them. */
export const sources = {
  description: 'OpenAPI description of the trigger operations, all versions',
  triggerGuide: 'guide to event triggers',
  filterGuide: 'guide to filtering events',
  collectionGuide: 'standard collection parameters',
  rateLimitGuide: 'guide to rate limits',
  authenticationGuide: 'guide to authentication',
  oauth: 'RFC 6749, section 5',
  jsonPatch: 'RFC 6902, named by the description of patchSubscription',
} as const;
