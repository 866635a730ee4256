import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { utf16ByNulParity } from './text/detect-encoding.ts'

export type Container = 'zip' | 'ole2' | 'parquet' | 'gzip' | 'html' | 'spreadsheetXml' | 'json' | 'delimited'

/** What a file is by its first bytes; its name says nothing that can be trusted. Null when it is nothing we read. */
export function detectFormat(head: Uint8Array): Container | null {
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip'
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) return 'zip'
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole2'
  if (startsWith(head, [0x50, 0x41, 0x52, 0x31])) return 'parquet'
  if (isBinary(head)) return null
  const text = decodeHead(head).trimStart().toLowerCase()
  if (/^<\?xml[^>]*>\s*<\?mso-application[^>]*excel|^<\?xml[\s\S]{0,400}<(?:ss:)?workbook\b/.test(text))
    return 'spreadsheetXml'
  if (/^<(?:!doctype html|html|head|meta|body|table|style|div|\?xml[\s\S]{0,200}<html)/.test(text)) return 'html'
  if (/^(?:<!--[\s\S]*?-->\s*)<(?:html|table)/.test(text)) return 'html'
  return /^[{]\s*"|^\[\s*\{/.test(text) ? 'json' : 'delimited'
}

export function unknownFormat(path: string, found: string): ProductError {
  return new ProductError('input.unknownFormat', { file: basename(path), path, found })
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => head[index] === value)
}

const otherSignatures: ReadonlyArray<readonly [signature: string, name: string]> = [
  ['%PDF', 'PDF'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7-Zip'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ', 'xz'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['\x7fELF', 'ELF'],
  ['MZ\x90', 'EXE'],
  ['SQLite format 3', 'SQLite'],
  ['ORC', 'ORC'],
  ['Obj\x01', 'Avro'],
  ['ARROW1', 'Arrow'],
  ['{\\rtf', 'RTF'],
]

/** What a file is that we do not read, for people: `PDF`, or `binary` where nobody knows. */
export function binaryName(head: Uint8Array): string {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1')
  return otherSignatures.find(([signature]) => start.startsWith(signature))?.[1] ?? 'binary'
}

function isBinary(head: Uint8Array): boolean {
  if (binaryName(head) !== 'binary') return true
  const marked = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])
  if (marked || utf16ByNulParity(head) !== null) return false
  let controls = 0
  let zeros = 0
  for (const value of head) {
    if (value === 0) zeros += 1
    if (value < 32 && value !== 9 && value !== 10 && value !== 13 && value !== 1) controls += 1
  }
  // A damaged disk or a faulty export leaves some zeros in a text; files that are none are full of them.
  return zeros > head.length / 200 || controls > head.length / 50
}

function decodeHead(head: Uint8Array): string {
  const encoding = startsWith(head, [0xfe, 0xff])
    ? 'utf-16be'
    : startsWith(head, [0xff, 0xfe])
      ? 'utf-16le'
      : (utf16ByNulParity(head) ?? 'utf-8')
  return new TextDecoder(encoding).decode(head)
}
