import { accountFields, type AccountField, type AccountFieldGroup } from '@vitalfew/contract/api/account-fields.ts'

/** Figures of a group that this answer has: those that are kept from the viewer have no place, not even an empty one. */
export function figuresOf(
  group: AccountFieldGroup,
  page: { row: Partial<Record<AccountField, unknown>>; hiddenFields: readonly string[] },
): AccountField[] {
  const hidden = new Set(page.hiddenFields)
  return names.filter((field) => accountFields[field].group === group && !hidden.has(field) && field in page.row)
}

const isField = (name: string): name is AccountField => Object.hasOwn(accountFields, name)
const names = Object.keys(accountFields).filter(isField)
