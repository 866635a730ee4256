/** A file in an archive. */
export interface TarEntry {
  readonly name: string
  readonly bytes: number
}

export const tarBlockBytes = 512

/**
 * What stands before a file in the format that every `tar` reads (POSIX.1-1988, ustar): its header, and for a name that does
 * not fit one (longer than 100 bytes, or not ASCII) an extended header with the name before that (POSIX.1-2001, pax).
 */
export function tarHeader({ name, bytes }: TarEntry): Buffer {
  if (name === '' || name.includes('\0')) throw new RangeError(`name must say something without zero bytes: ${name}`)
  if (/^[\w./=-]{1,100}$/.test(name)) return ustarHeader({ name, bytes }, '0')
  const record = paxRecord('path', name)
  return Buffer.concat([
    ustarHeader({ name: 'name', bytes: record.length }, extendedType),
    record,
    Buffer.alloc(tarPadding(record.length)),
    ustarHeader({ name: 'named-before', bytes }, '0'),
  ])
}

const extendedType = 'x'

function ustarHeader({ name, bytes }: TarEntry, type: string): Buffer {
  const header = Buffer.alloc(tarBlockBytes)
  const write = (text: string, at: number): void => void header.write(text, at, 'latin1')
  write(name, 0)
  write('0000600\0', 100)
  write('0000000\0', 108)
  write('0000000\0', 116)
  writeSize(header, bytes)
  write('00000000000\0', 136)
  write('        ', 148)
  write(type, 156)
  write('ustar\u000000', 257)
  const sum = header.reduce((total, byte) => total + byte, 0)
  write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** A line that begins with how many bytes it has, those of that number included. */
function paxRecord(key: string, value: string): Buffer {
  const rest = Buffer.from(` ${key}=${value}\n`)
  let length = rest.length
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length
  return Buffer.concat([Buffer.from(String(length)), rest])
}

/** The name that an extended header gives to the file after it; undefined where it speaks of something else. */
export function paxName(records: Buffer): string | undefined {
  for (let at = 0; at < records.length;) {
    const length = Number.parseInt(records.toString('latin1', at, at + 20), 10)
    if (!(length > 0)) return undefined
    const [, key, value] = /^\d+ ([^=]*)=([^]*)\n$/.exec(records.toString('utf8', at, at + length)) ?? []
    if (key === 'path') return value
    at += length
  }
  return undefined
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

interface ReadHeader extends TarEntry {
  /** Whether its bytes say something of the file after it. */
  readonly isExtended: boolean
}

/** What a header says; undefined for the empty block at the end and for what is no header. */
export function readTarHeader(header: Buffer): ReadHeader | undefined {
  if (header.length < tarBlockBytes || header.toString('latin1', 257, 262) !== 'ustar') return undefined
  const name = textAt(header, 0, 100)
  const bytes =
    header[124] === 0x80 ? Number(header.readBigUInt64BE(128)) : Number.parseInt(textAt(header, 124, 12) || '0', 8)
  if (name === '' || !Number.isSafeInteger(bytes)) return undefined
  return { name, bytes, isExtended: textAt(header, 156, 1) === extendedType }
}

function textAt(header: Buffer, start: number, length: number): string {
  const text = header.toString('latin1', start, start + length)
  return text.split('\0')[0]?.trim() ?? ''
}

/** How many zero bytes follow a file, so that the next header begins a block. */
export function tarPadding(bytes: number): number {
  return (tarBlockBytes - (bytes % tarBlockBytes)) % tarBlockBytes
}
