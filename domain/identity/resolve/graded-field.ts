import type { FieldColumn } from '../fields/field-column.ts'
import type { FieldKind } from '../fields/field-kind.ts'

/** Something two records may have in common that makes it worth comparing them; 0 = the record has it not. */
export interface BlockingKey {
  readonly name: string
  readonly codes: Uint32Array
  /** A key whose blocks hold those of this one whole: this one is of use only where those are too large. */
  readonly within?: string
}

/** Values whose exact agreement is a level of its own, and how often each occurs: entry 0 counts records without. */
export interface ExactLevel {
  readonly level: number
  readonly codes: Uint32Array
  readonly counts: Uint32Array
}

/** Something that a value has in common with others, as text: what is kept of it is found again in another table. */
export interface KeyText {
  readonly name: string
  /** The level of agreement that it is, exactly; 0 where it only helps to find pairs. */
  readonly level: number
  /** '' where the value lacks it. */
  readonly textOf: (code: number) => string
}

/** What is known of a field of a table, as plain columns. */
export interface FieldFacts {
  readonly header: string
  readonly kind: FieldKind
  readonly levels: readonly string[]
  readonly expected: readonly number[]
  /** How often unrelated pairs are on each level, in general and in this table. */
  readonly generalChance: readonly number[]
  readonly chance: Float64Array
  readonly exact: readonly ExactLevel[]
  readonly keys: readonly BlockingKey[]
  readonly distinct: number
  readonly empty: number
  /** For each record 1 where its value proves itself by a check sign; null for kinds that have none. */
  readonly proven: Uint8Array | null
}

/** A field that can tell how any two records of the table agree in it. */
export interface GradedField {
  readonly header: string
  readonly kind: FieldKind
  readonly column: FieldColumn
  readonly levels: readonly string[]
  readonly expected: readonly number[]
  readonly generalChance: readonly number[]
  /** The level of a pair of records; 0 = unknown. */
  readonly grade: (left: number, right: number) => number
  /** Made when they are asked for: to compare two records takes neither. */
  readonly exact: () => readonly ExactLevel[]
  readonly keys: () => readonly BlockingKey[]
  readonly keyTexts: readonly KeyText[]
}
