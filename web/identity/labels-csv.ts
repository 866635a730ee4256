import type { IdentityLabel } from '@vitalfew/contract/identity.ts'

const columns = ['left', 'leftName', 'right', 'rightName', 'answer', 'bits', 'author', 'reason', 'at'] as const

/** Answers as CSV that a spreadsheet opens in the right encoding and takes for no formula. */
export function labelsCsv(labels: readonly IdentityLabel[]): string {
  const lines = labels.map((label) => columns.map((column) => cell(label[column])).join(','))
  return `\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
