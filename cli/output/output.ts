import { type Locale, translator } from '@vitalfew/contract/locale.ts'

export interface Output {
  /** Says what is being done: one line on a terminal, renewed in place; nothing where nobody watches. */
  progress(key: string, facts?: { readonly file?: string; readonly rows?: number; readonly done?: number }): void
  /** Clears the progress line. */
  endProgress(): void
  /** A result, to standard output. */
  print(text: string): void
  /** A complaint, to standard error. */
  complain(text: string): void
}

const renewalMs = 80
const barWidth = 24

export function terminalOutput({ locale, quiet }: { readonly locale: Locale; readonly quiet: boolean }): Output {
  const t = translator(locale)
  const numbers = new Intl.NumberFormat(locale)
  const isWatched = process.stderr.isTTY && !quiet
  let shownAt = 0
  let shownKey = ''
  return {
    progress: (key, facts = {}) => {
      if (!isWatched) return
      const now = performance.now()
      if (key === shownKey && now - shownAt < renewalMs) return
      shownAt = now
      shownKey = key
      const rows = facts.rows === undefined ? '' : numbers.format(facts.rows)
      const text = t(`cli.${key}`, { file: facts.file ?? '', rows })
      process.stderr.write(`\r\u001B[K${facts.done === undefined ? '' : `${bar(facts.done)} `}${text}`)
    },
    endProgress: () => {
      if (isWatched && shownKey !== '') process.stderr.write('\r\u001B[K')
      shownKey = ''
    },
    print: (text) => {
      process.stdout.write(`${text}\n`)
    },
    complain: (text) => {
      if (isWatched && shownKey !== '') process.stderr.write('\r\u001B[K')
      process.stderr.write(`${text}\n`)
    },
  }
}

function bar(done: number): string {
  const full = Math.round(done * barWidth)
  return `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${String(Math.round(done * 100)).padStart(3)} %`
}
