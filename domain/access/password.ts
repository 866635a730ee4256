import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** OWASP's recommendation for scrypt with 32 MiB of memory; written into every digest, so that it may grow. */
const strength = { N: 2 ** 15, r: 8, p: 3 } as const
const keyBytes = 32

/** A digest of a password that is slow to guess from: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derived(password, { salt, ...strength })
  const { N, r, p } = strength
  return ['scrypt', N, r, p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** Whether a digest was made of this password. */
export async function passwordMatches(password: string, digest: string): Promise<boolean> {
  const [kind, N, r, p, salt = '', key = ''] = digest.split('$')
  if (kind !== 'scrypt') return false
  const expected = Buffer.from(key, 'base64url')
  const options = { N: Number(N), r: Number(r), p: Number(p), salt: Buffer.from(salt, 'base64url') }
  const found = await derived(password, options)
  return found.length === expected.length && timingSafeEqual(found, expected)
}

interface Derivation {
  readonly salt: Buffer
  readonly N: number
  readonly r: number
  readonly p: number
}

function derived(password: string, { salt, N, r, p }: Derivation): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // The same letters typed on another system may be other code points.
    scrypt(password.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) => {
      if (error === null) resolve(key)
      else reject(error)
    })
  })
}
