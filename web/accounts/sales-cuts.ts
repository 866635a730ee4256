/** What sales can be cut by; the contract's own list would bring its validator onto the page. */
export const salesCuts = ['product', 'category', 'department', 'region', 'salesperson', 'channel'] as const
export type SalesCut = (typeof salesCuts)[number]
