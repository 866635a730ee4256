import type { BehaviourSearch } from './behaviour-search.ts'

/** What every part of the page is given: what the address says, and how to change it. */
export interface PartProps {
  search: BehaviourSearch
  /** Undefined takes something out of the address. */
  onChange: (change: { [Key in keyof BehaviourSearch]?: BehaviourSearch[Key] | undefined }) => void
}
