/** What a check has against a line. `line` 0 means the file or folder as a whole. */
export interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

export function findingText({ path, line, message }: Finding): string {
  return `${path}:${line} ${message}`
}
