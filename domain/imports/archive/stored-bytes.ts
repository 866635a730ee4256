import { open } from 'node:fs/promises'

/** Where the bytes of an archive or a workbook are: in its file, or unpacked from that file into memory. */
export interface StoredBytes {
  readonly path: string
  readonly content?: Buffer | undefined
}

export interface OpenBytes {
  readonly size: number
  /** Some bytes from a place on; fewer where the content ends. */
  read(from: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

export async function openBytes({ path, content }: StoredBytes): Promise<OpenBytes> {
  if (content !== undefined) {
    return {
      size: content.length,
      read: (from, length) => Promise.resolve(content.subarray(from, from + length)),
      close: () => Promise.resolve(),
    }
  }
  const file = await open(path, 'r')
  const { size } = await file.stat()
  return {
    size,
    read: async (from, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, from)
      return buffer.subarray(0, bytesRead)
    },
    close: () => file.close(),
  }
}
