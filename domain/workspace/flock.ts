const lockExclusive = 2
const lockNonBlocking = 4
const wouldBlock: ReadonlySet<number> = new Set([11, 35])

const cLibrary = process.platform === 'darwin' ? 'libSystem.dylib' : 'libc.so.6'

export type FlockResult = 'taken' | 'held' | { readonly failed: string }

/**
 * Takes the kernel's exclusive lock, flock(2), on an open file without waiting. The lock belongs to the open file: it
 * goes when the descriptor is closed, and the kernel closes it for a process that was killed. Node opens files
 * close-on-exec, so a child process does not keep it alive.
 */
export async function flock(fileDescriptor: number): Promise<FlockResult> {
  try {
    const { DataType, load, open } = await import('ffi-rs')
    open({ library: cLibrary, path: cLibrary })
    const answer = load<typeof DataType.I32, true>({
      library: cLibrary,
      funcName: 'flock',
      retType: DataType.I32,
      paramsType: [DataType.I32, DataType.I32],
      paramsValue: [fileDescriptor, lockExclusive | lockNonBlocking],
      errno: true,
    })
    if (answer.value === 0) return 'taken'
    return wouldBlock.has(answer.errnoCode) ? 'held' : { failed: answer.errnoMessage }
  } catch (cause) {
    return { failed: cause instanceof Error ? cause.message : String(cause) }
  }
}
