import { fileBytes, type FileBytesRequest } from '../text/file-bytes.ts'
import { byteText, tooLarge } from '../text/file-failure.ts'
import { inputLimits } from '../input-limits.ts'

/**
 * The content of a file in memory, unpacked where it is packed.
 *
 * @param what what the content is, for the message when it is too large
 * @throws ProductError `input.tooLarge`, `input.damaged`
 */
export async function wholeContent(request: FileBytesRequest, what: string): Promise<Buffer> {
  const limit = inputLimits.wholeFileBytes
  const chunks: Buffer[] = []
  let length = 0
  for await (const { bytes } of fileBytes(request)) {
    length += bytes.length
    if (length > limit) throw tooLarge(request.path, `${what} > ${byteText(limit)}`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
