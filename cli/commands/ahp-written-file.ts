import { ProductError } from '@vitalfew/contract/errors.ts'
import { outputFailure } from '@vitalfew/domain/workspace/index.ts'

/**
 * Writes a file, and tells in the words of the product why it cannot be written.
 *
 * @throws ProductError `output.exists`, `output.notWritable`, `disk.full`
 */
export async function ahpWrittenFile(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') {
      throw new ProductError('output.exists', { path }, { cause })
    }
    throw outputFailure(cause, path)
  }
}
