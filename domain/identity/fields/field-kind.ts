/** What the values of a column are, and so how two of them are compared. */
export const fieldKinds = [
  'company',
  'person',
  'date',
  'email',
  'phone',
  'creditCode',
  'number',
  'category',
  'address',
  'text',
] as const

export type FieldKind = (typeof fieldKinds)[number]
