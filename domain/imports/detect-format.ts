import { basename } from 'node:path'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { utf16ByNulParity } from './text/detect-encoding.ts'

export type Container = 'zip' | 'ole2' | 'parquet' | 'gzip' | 'html' | 'spreadsheetXml' | 'json' | 'delimited'

/** What a file is by its first bytes; its name says nothing that can be trusted. Null when it is nothing we read. */
export function detectFormat(head: Uint8Array): Container | null {
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip'
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) return 'zip'
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole2'
  if (startsWith(head, [...'PAR1'].map(byte))) return 'parquet'
  if (isBinary(head)) return null
  const text = decodeHead(head).trimStart().toLowerCase()
  if (/^<\?xml[^>]*>\s*<\?mso-application[^>]*excel|^<\?xml[\s\S]{0,400}<(?:ss:)?workbook\b/.test(text))
    return 'spreadsheetXml'
  if (/^<(?:!doctype html|html|head|meta|body|table|style|div|\?xml[\s\S]{0,200}<html)/.test(text)) return 'html'
  if (/^(?:<!--[\s\S]*?-->\s*)<(?:html|table)/.test(text)) return 'html'
  return /^[{]\s*"|^\[\s*\{/.test(text) ? 'json' : 'delimited'
}

export function unknownFormat(path: string): ProductError {
  return new ProductError('input.unknownFormat', { file: basename(path), path })
}

function startsWith(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => head[index] === value)
}

function byte(character: string): number {
  return character.charCodeAt(0)
}

const otherSignatures = [
  '%PDF',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'Rar!',
  '7z\xbc\xaf',
  'BZh',
  '\xfd7zXZ',
  '\x28\xb5\x2f\xfd',
  '\x7fELF',
  'SQLite format 3',
  'ORC',
  'Obj\x01',
  'ARROW1',
  '{\\rtf',
  'MZ\x90',
]

function isBinary(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, 16)).toString('latin1')
  if (otherSignatures.some((signature) => start.startsWith(signature))) return true
  const marked = startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])
  if (marked || utf16ByNulParity(head) !== null) return false
  let controls = 0
  for (const value of head) {
    if (value === 0) return true
    if (value < 32 && value !== 9 && value !== 10 && value !== 13 && value !== 1) controls += 1
  }
  return controls > head.length / 50
}

function decodeHead(head: Uint8Array): string {
  const encoding = startsWith(head, [0xfe, 0xff])
    ? 'utf-16be'
    : startsWith(head, [0xff, 0xfe])
      ? 'utf-16le'
      : (utf16ByNulParity(head) ?? 'utf-8')
  return new TextDecoder(encoding).decode(head)
}
