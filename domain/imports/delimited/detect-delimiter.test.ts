import { describe, expect, it } from 'vitest'
import { detectDelimiter } from './detect-delimiter.ts'

describe('detectDelimiter', () => {
  it.each([
    ['comma', ',', 'a,b,c\n1,2,3\n4,5,6\n'],
    ['tab', '\t', '客户\t日期\t金额\n华为\t2024-1-2\t1,234\n中兴\t2024-1-3\t2,345\n'],
    ['semicolon beside decimal commas', ';', 'Kunde;Datum;Betrag\nA;01.02.2024;1,5\nB;02.02.2024;2,25\n'],
    ['pipe', '|', 'customer|date|amount\nA|2024-01-02|1\nB|2024-01-03|2\n'],
    ['comma under a title', ',', '2024年销售明细表\n\n客户,日期,金额\n华为,2024-1-2,1\n'],
    [
      'runs of blanks',
      ' ',
      ' customer_id  date number_of_cds  dollar_value\n 00001 19970101  1   11.77\n 00002 19970112  1   12.00\n',
    ],
    ['control-A', '\u0001', 'customer\u0001date\u0001amount\nA\u00012024-01-02\u00011\n'],
    [
      'comma although names have blanks',
      ',',
      'Customer Name,Order Date,Sales\nAcme Inc of Ohio,2024-01-02,1\nBig Co,2024-01-03,2\n',
    ],
    ['the one in the hint', '|', 'sep=|\na|b\n1|2\n'],
  ])('finds %s', (_, delimiter, text) => {
    expect(detectDelimiter(text).delimiter).toBe(delimiter)
  })

  it('sees lines that end with a carriage return alone', () => {
    expect(detectDelimiter('a,b\r1,2\r3,4\r')).toMatchObject({ newline: '\r', columns: 2 })
  })
})
