/** The line on which a text first holds another, counted from 1; 0 where it does not. */
export function lineOfText(text: string, part: string): number {
  const at = text.indexOf(part)
  return at < 0 ? 0 : text.slice(0, at).split('\n').length
}
