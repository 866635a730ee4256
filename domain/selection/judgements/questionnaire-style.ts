import type { CellStyle } from 'hucre'

const line = { style: 'thin', color: { rgb: 'C9CED6' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const wrapped = { vertical: 'center', wrapText: true } as const
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const open = { locked: false }

/** How a questionnaire looks: what is to be filled in is pale yellow and can be typed into; the rest is locked. `name` is the font's. */
export function questionnaireStyle(name: string) {
  return {
    title: { font: { name, size: 18, bold: true, color: { rgb: '1F3A5F' } }, alignment: { vertical: 'center' } },
    text: { font: { name, size: 11, color: { rgb: '333333' } }, alignment: wrapped },
    label: { font: { name, size: 11, bold: true }, alignment: { horizontal: 'right', vertical: 'center', indent: 1 } },
    entry: {
      font: { name, size: 11 },
      fill: solid('FFF9E5'),
      border,
      alignment: { horizontal: 'left', indent: 1, ...wrapped },
      protection: open,
      numFmt: '@',
    },
    choice: {
      font: { name, size: 11 },
      fill: solid('FFF9E5'),
      border,
      alignment: { horizontal: 'center', ...wrapped },
      protection: open,
      numFmt: '@',
    },
    header: {
      font: { name, bold: true, color: { rgb: 'FFFFFF' } },
      fill: solid('1F3A5F'),
      border,
      alignment: { horizontal: 'center', ...wrapped },
    },
    cell: { font: { name, size: 11 }, border, alignment: { horizontal: 'left', indent: 1, ...wrapped } },
    number: {
      border,
      font: { name, color: { rgb: '888888' } },
      alignment: { horizontal: 'center', vertical: 'center' },
    },
    reading: {
      border,
      font: { name, color: { rgb: '2E6B3F' } },
      alignment: { horizontal: 'left', indent: 1, ...wrapped },
    },
    progress: { font: { name, italic: true, color: { rgb: '666666' } }, alignment: { horizontal: 'right' } },
    done: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'E6F4EA' } } },
    half: { fill: { type: 'pattern', pattern: 'solid', bgColor: { rgb: 'FCE1D6' } } },
  } as const satisfies Readonly<Record<string, CellStyle>>
}
