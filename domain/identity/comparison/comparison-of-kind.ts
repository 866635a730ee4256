import type { FieldKind } from '../fields/field-kind.ts'
import type { FieldComparison } from './field-comparison.ts'
import { gradeDate } from './grade-date.ts'
import { gradeEmail } from './grade-email.ts'
import { gradeCreditCode, gradeNumber, gradePhone } from './grade-number.ts'
import { gradePerson } from './grade-person.ts'
import { gradeCategory, gradeText } from './grade-text.ts'

export const comparisonOfKind: Readonly<Record<FieldKind, FieldComparison>> = {
  company: gradeText,
  person: gradePerson,
  date: gradeDate,
  email: gradeEmail,
  phone: gradePhone,
  creditCode: gradeCreditCode,
  number: gradeNumber,
  category: gradeCategory,
  address: gradeText,
  text: gradeText,
}
