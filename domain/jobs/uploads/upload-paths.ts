import { join } from 'node:path'

/** The folder of an upload bears its id, never anything that a person typed. */
export function uploadFolder(uploadsDirectory: string, id: string): string {
  return join(uploadsDirectory, id)
}

export function rejectedPath(uploadsDirectory: string, importId: number): string {
  return join(uploadsDirectory, 'rejected', `${importId}.csv`)
}

export function exportPath(uploadsDirectory: string, { id, format }: { id: string; format: string }): string {
  return join(uploadsDirectory, 'exports', `${id}.${format}`)
}

const mostBytes = 180

/**
 * The name of a file as it may stand in a folder: its last part, without signs that a file system or a shell reads
 * anything into, and not too long.
 *
 * @example
 * harmlessName('../../etc/passwd') // 'passwd'
 * harmlessName('销售 2024.xlsx') // '销售 2024.xlsx'
 */
export function harmlessName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '_')
    .replace(/^[\s.]+/, '')
    .trim()
  const [, stem = plain, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8}(?:\.gz)?)?$/.exec(plain) ?? []
  let short = stem
  while (Buffer.byteLength(short) > mostBytes) short = [...short].slice(0, -1).join('')
  return `${short || 'file'}${ending}`
}
