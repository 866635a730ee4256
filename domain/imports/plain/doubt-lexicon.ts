/** Parts of the words that mark a total row, in both widths; a name with one of them is looked at with care. */
export const totalWords = ['计', '計', 'total', 'sum', 'ｔｏｔ', 'ｓｕｍ', 'Ｔ', 'Ｓ'] as const

/** Beginnings that make a text something else than it shows: a formula, a protective apostrophe. */
export const doubtfulBeginnings = ['=', "'", '＝'] as const

/** Texts that occur in no chunk of which every cell may be taken as it stands. */
export const spots = [
  '=',
  "'",
  'otal',
  'OTAL',
  'sum',
  'Sum',
  'SUM',
  '计',
  '計',
  '\u00A0',
  '\u00AD',
  '\u1680',
  '\u3000',
  '\uFEFF',
] as const
