/** A file in an archive. */
export interface TarEntry {
  readonly name: string
  readonly bytes: number
}

export const tarBlockBytes = 512

/** The header of a file in the format that every `tar` reads (POSIX.1-1988, ustar). */
export function tarHeader({ name, bytes }: TarEntry): Buffer {
  const header = Buffer.alloc(tarBlockBytes)
  const write = (text: string, at: number): void => void header.write(text, at, 'latin1')
  if (!/^[\w./=-]{1,100}$/.test(name)) throw new RangeError(`name must fit a tar header: ${name}`)
  write(name, 0)
  write('0000600\0', 100)
  write('0000000\0', 108)
  write('0000000\0', 116)
  writeSize(header, bytes)
  write('00000000000\0', 136)
  write('        ', 148)
  write('0', 156)
  write('ustar\u000000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** Eight gigabytes and more do not fit the digits: then the size is a number of two halves, as GNU tar has it. */
function writeSize(header: Buffer, bytes: number): void {
  if (bytes < 8 ** 11) {
    header.write(`${bytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1')
    return
  }
  header[124] = 0x80
  header.writeBigUInt64BE(BigInt(bytes), 128)
}

/** What a header says; undefined for the empty block at the end and for what is no header. */
export function readTarHeader(header: Buffer): TarEntry | undefined {
  if (header.length < tarBlockBytes || header.toString('latin1', 257, 262) !== 'ustar') return undefined
  const name = textAt(header, 0, 100)
  const bytes =
    header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(textAt(header, 124, 12) || '0', 8)
  return name === '' || !Number.isSafeInteger(bytes) ? undefined : { name, bytes }
}

function textAt(header: Buffer, start: number, length: number): string {
  const text = header.toString('latin1', start, start + length)
  return text.split('\0')[0]?.trim() ?? ''
}

/** How many zero bytes follow a file, so that the next header begins a block. */
export function tarPadding(bytes: number): number {
  return (tarBlockBytes - (bytes % tarBlockBytes)) % tarBlockBytes
}
