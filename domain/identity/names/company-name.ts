import type { LegalFamily } from './legal-form-lexicon.ts'

/** What a name of an enterprise says, part by part. Every part is lower case, simplified and without signs. */
export interface CompanyName {
  /** As it is said: everything but the legal form and brackets. */
  readonly spoken: string
  /** Everything but the legal form, places without what they are: equal here is equal but for the legal form. */
  readonly name: string
  /** Without places at its beginning or in brackets. */
  readonly core: string
  /** The signs of the core in an order of their own: words for a trade are often given in another order. */
  readonly signs: string
  /** The signs of the core as bits: names with few in common are different. */
  readonly mask: number
  /** What is its own: the core without words for what it does. */
  readonly brand: string
  /** Words for what it does. */
  readonly industry: string
  /** Codes of places in the name, the narrowest last. */
  readonly places: readonly string[]
  readonly legal: LegalFamily
  /** True where a legal form is written out: the name is a whole one and not a short one. */
  readonly isWhole: boolean
  readonly isGroup: boolean
  /** Which part of the enterprise, '' for the enterprise itself: `龙华支行`. */
  readonly branch: string
  /** Codes of places that only the name of the part has. */
  readonly branchPlaces: readonly string[]
  /** Names it says it had before, each as `name` is. */
  readonly formerNames: readonly string[]
  readonly isLatin: boolean
}
