import type { Texts } from './segment-table.ts'

/** How many of some texts, one for each row, stand in an earlier row as well. */
export function repeatedTexts(texts: Texts): number {
  const rows = texts.length
  // A set of a million texts takes a hundred megabytes: here rows stand at places that their texts hash to.
  const places = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, rows) * 2))).fill(-1)
  let repeated = 0
  for (let row = 0; row < rows; row++) {
    const text = texts.at(row) ?? ''
    let place = hashOf(text) & (places.length - 1)
    let other = places[place] ?? -1
    while (other >= 0 && texts.at(other) !== text) {
      place = (place + 1) & (places.length - 1)
      other = places[place] ?? -1
    }
    if (other < 0) places[place] = row
    else repeated++
  }
  return repeated
}

/** FNV-1a over the code units, with its upper bits mixed into the lower ones. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash ^ (hash >>> 15)
}
