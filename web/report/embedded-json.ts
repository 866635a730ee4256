const dangerous = /[<>&\u2028\u2029]/g

/** JSON that may stand inside a script element: nothing in it can close the element or break a line of script. */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    dangerous,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
