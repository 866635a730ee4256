import { describe, expect, it } from 'vitest'
import { encodingDetector } from './detect-encoding.ts'

function detect(bytes: Uint8Array, chunk = bytes.length): string {
  const detector = encodingDetector()
  for (let from = 0; from < bytes.length; from += chunk) detector.add(Buffer.from(bytes.subarray(from, from + chunk)))
  return detector.encoding()
}

// 客户,日期,金额 and 华为技术,2024-1-2,5.
const gb18030 = Buffer.from('bfcdbba72cc8d5c6da2cbdf0b6ee0abbaaceaabcbccaf52c323032342d312d322c350a', 'hex')
const text = '客户名称,订单日期,金额\n华为技术有限公司,2024-01-02,5.00\n'

describe('encodingDetector', () => {
  it('trusts a byte order mark', () => {
    expect(detect(Buffer.from(`\ufeff${text}`))).toBe('utf-8')
    expect(detect(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe('utf-16le')
    expect(detect(Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toBe('utf-16be')
  })

  it('sees UTF-16 without a mark by its zero bytes', () => {
    expect(detect(Buffer.from(text, 'utf16le'))).toBe('utf-16le')
    expect(detect(Buffer.from(text, 'utf16le').swap16())).toBe('utf-16be')
  })

  it('takes well-formed UTF-8 for UTF-8, wherever chunks are cut', () => {
    const bytes = Buffer.from(text.repeat(3))
    for (let chunk = 1; chunk < 40; chunk += 1) expect(detect(bytes, chunk)).toBe('utf-8')
  })

  it('finds GB18030, also when the first Chinese stands far down', () => {
    expect(detect(gb18030)).toBe('gb18030')
    expect(detect(Buffer.concat([Buffer.from('a,b,1\n'.repeat(200_000)), gb18030]), 65_536)).toBe('gb18030')
  })

  it('tells traditional Big5 from GB18030', () => {
    // 客戶名稱,訂單日期,金額 and 台灣積體電路公司.
    const bytes = Buffer.from('abc8a4e1a657bad92cad71b3e6a4e9b4c12caaf7c3420aa578c657bf6ec5e9b971b8f4a4bda5710a', 'hex')
    expect(new TextDecoder('big5').decode(bytes)).toContain('客戶名稱')
    expect(detect(bytes)).toBe('big5')
  })

  it('finds Western accents', () => {
    expect(detect(Buffer.from('customer,amount\nCaf\xe9 Ren\xe9e,\xa35\nM\xfcller,3\n', 'latin1'))).toBe('windows-1252')
  })

  it('keeps UTF-8 when a few bytes of a large file are broken', () => {
    const bytes = Buffer.concat([
      Buffer.from(text.repeat(500)),
      Buffer.from([0xff, 0x0a]),
      Buffer.from(text.repeat(500)),
    ])
    expect(detect(bytes, 8_192)).toBe('utf-8')
  })
})
