const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * A unified social credit code (GB 32100-2015) with right check digits that nobody can own: it names the area 99xxxx,
 * which no place in China has, and an organisation number that starts with XN.
 */
export function fictionalCreditCode(serial: number): string {
  const area = `99${String(serial % 9973).padStart(4, '0')}`
  const organisation = `XN${String(serial).padStart(6, '0')}`
  const body = `91${area}${organisation}${organisationCheck(organisation)}`
  return body + creditCodeCheck(body)
}

function creditCodeCheck(body: string): string {
  let weight = 1
  let sum = 0
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Check character of the nine-character organisation code inside (GB 11714-1997). */
function organisationCheck(organisation: string): string {
  const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const sum = organisationWeights.reduce(
    (total, weight, index) => total + weight * values.indexOf(organisation.charAt(index)),
    0,
  )
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}
