/** Whether a text is nothing but common Chinese signs, digits and small Latin letters: there is nothing to even out. */
export function isPlainText(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57)) continue
    return false
  }
  return true
}
