import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { z } from 'zod'
import type { ClusterAddress } from './cluster-address.ts'

/** Letters, digits and _ : the name stands in definitions. */
const Name = z.string().regex(/^\w+$/)

/** What a cluster file says; docs/guide/scaling.md describes it. */
export const ClusterFile = z.strictObject({
  cluster: Name,
  database: Name.default('vitalfew'),
  username: z.string().min(1).default('default'),
  /** Where the password is; it does not stand in the file. */
  password: z.union([z.strictObject({ environment: z.string() }), z.strictObject({ file: z.string() })]).optional(),
  shards: z.array(z.array(z.url({ protocol: /^https?$/ })).min(1)).min(1),
})

/**
 * Reads where a cluster is.
 *
 * @param secret Finds a variable of the environment.
 * @throws {ProductError} `config.notFound`, `config.invalid`
 */
export async function readClusterFile(
  file: string,
  secret: (variable: string) => string | undefined,
): Promise<ClusterAddress> {
  const text = await textOf(file)
  const { password, ...address } = parsed(text, file)
  return { ...address, password: await passwordOf(password, { file, secret }) }
}

function parsed(text: string, file: string): z.output<typeof ClusterFile> {
  try {
    return ClusterFile.parse(JSON.parse(text))
  } catch (cause) {
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause)
    throw new ProductError('config.invalid', { file, problem: problem.replaceAll(/\s+/g, ' ') }, { cause })
  }
}

async function passwordOf(
  password: z.output<typeof ClusterFile>['password'],
  { file, secret }: { readonly file: string; readonly secret: (variable: string) => string | undefined },
): Promise<string> {
  if (password === undefined) return ''
  if ('file' in password) return (await textOf(resolve(dirname(file), password.file))).trimEnd()
  const found = secret(password.environment)
  if (found === undefined) throw new ProductError('config.invalid', { file, problem: `$${password.environment} = ?` })
  return found
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new ProductError('config.notFound', { file }, { cause })
  }
}
