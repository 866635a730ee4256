const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = Array.from({ length: 17 }, (_, i) => 3 ** i % 31)

/**
 * Whether a text is a unified social credit code (统一社会信用代码): 18 signs of which the last checks the others.
 * Source: GB 32100-2015.
 */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false
  return checkSign(text) === text[17]
}

/** The last sign of a code, from the 17 before it. */
export function checkSign(code: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * signs.indexOf(code[i] ?? ''), 0)
  return signs[(31 - (sum % 31)) % 31] ?? ''
}

/** The code as it was meant where its check sign speaks for it: O for 0, I for 1, full width; else as it stands. */
export function repairedCreditCode(written: string): string {
  const text = written.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  if (isCreditCode(text)) return text
  const repaired = text
    .replaceAll('O', '0')
    .replaceAll('I', '1')
    .replaceAll('Z', '2')
    .replaceAll('S', '5')
    .replaceAll('V', 'U')
  return isCreditCode(repaired) ? repaired : text
}
