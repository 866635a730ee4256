/** What a person says of two customers. */
export const identityAnswers = ['same', 'different', 'related', 'unsure'] as const

/** What a figure is of: an account (a legal entity), or all accounts under the top of one of the relations. */
export const accountLevels = ['account', 'group', 'legal', 'billing'] as const

/** How an account may hang together with another beyond being the same. Each is a relation of its own. */
export const accountRelations = ['commercialGroup', 'legalParent', 'billingParent'] as const
