import { once } from 'node:events'

/** Prints lines as fast as they are taken; whoever stops reading early (`head`) has had enough, and that is no fault. */
export async function printLines(lines: Iterable<string>): Promise<void> {
  let isGone = false
  const onError = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error
    isGone = true
  }
  process.stdout.on('error', onError)
  for (const line of lines) {
    if (isGone) return
    if (!process.stdout.write(line)) await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')])
  }
}
