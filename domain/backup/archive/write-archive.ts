import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { tarHeader, tarPadding, tarBlockBytes } from './tar-header.ts'

/** A file as the manifest of a backup names it. */
export interface Member {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface Archive {
  /** What has been added so far. */
  readonly members: readonly Member[]
  readonly add: (name: string, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<Member>
  /** Ends the archive; all of it is on the disk when this resolves. */
  readonly finish: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Begins a tar file. The size of a member is known when it has been written, and then put into its header. */
export async function writeArchive(path: string): Promise<Archive> {
  const file = await open(path, 'wx', 0o600)
  const members: Member[] = []
  let position = 0
  const write = async (bytes: Uint8Array): Promise<void> => {
    await writeAll(file, bytes, position)
    position += bytes.length
  }
  return {
    members,
    add: async (name, chunks) => {
      const start = position
      await write(tarHeader({ name, bytes: 0 }))
      const hash = createHash('sha256')
      let bytes = 0
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        await write(chunk)
      }
      await write(Buffer.alloc(tarPadding(bytes)))
      await writeAll(file, tarHeader({ name, bytes }), start)
      const member = { name, bytes, sha256: hash.digest('hex') }
      members.push(member)
      return member
    },
    finish: async () => {
      await write(Buffer.alloc(2 * tarBlockBytes))
      await file.sync()
    },
    close: () => file.close(),
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const rest = bytes.subarray(written)
    written += (await file.write(rest, 0, rest.length, position + written)).bytesWritten
  }
}
