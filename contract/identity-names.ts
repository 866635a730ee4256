/** What a person says of two customers. */
export const identityAnswers = ['same', 'different', 'related', 'unsure'] as const

/** How an account may hang together with another beyond being the same. Each is a relation of its own. */
export const accountRelations = ['commercialGroup', 'legalParent', 'billingParent'] as const
