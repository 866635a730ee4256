import type { LabelColumn } from './data-profile.query.ts'

/** What a text may end in or not without being another one. */
export const labelEndings: Partial<Record<LabelColumn, RegExp>> = {
  region: /(?:大区|片区|地区|区域|区|省|市|region)$/,
  department: /(?:部门|部|department|dept)$/,
  channel: /(?:渠道|channel)$/,
}
