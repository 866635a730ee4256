import { errorInWords } from '@vitalfew/contract/error-in-words.ts'
import { ProductError } from '@vitalfew/contract/errors.ts'
import { type Locale, locales, translator } from '@vitalfew/contract/locale.ts'
import { sampleFile } from '@vitalfew/samples/sample-files.ts'
import { analyzeOptions } from './commands/analyze-options.ts'
import { type OpeningPlace, openPlace, type OpenSomeWarehouse, type PlaceOptions } from './commands/open-place.ts'
import type { OpenSomeStore } from './commands/open-selection.ts'
import { localeOfEnvironment } from './config.ts'
import { exitCodeOf, exitCodes } from './exit-codes.ts'
import { type Output, terminalOutput } from './output/output.ts'
import { productVersion } from './product-version.ts'

/** Runs one command line and returns the exit code; every error is told here, in the language of the user. */
export async function runCommandLine(words: readonly string[], connections: Connections): Promise<number> {
  const locale = localeOfWords(words)
  const output = terminalOutput({ locale, quiet: words.includes('--quiet') || words.includes('--json') })
  const cancellation = cancelOnSignal()
  try {
    await dispatch(words, { locale, output, signal: cancellation.signal, ...connections })
    return exitCodes.done
  } catch (error) {
    return tell(error, { locale, output })
  } finally {
    cancellation.end()
  }
}

export interface Connections {
  readonly openWarehouse: OpenSomeWarehouse
  readonly openStore: OpenSomeStore
}

interface Surroundings extends Connections {
  readonly locale: Locale
  readonly output: Output
  readonly signal: AbortSignal
}

/** Loads what analysing needs only when something is to be analysed. */
async function analyzeFiles(words: readonly string[], around: Surroundings): Promise<void> {
  const options = await analyzeOptions(words)
  await using resources = new AsyncDisposableStack()
  const place = await placeOfSales(resources, { ...options, command: 'analyze' }, around)
  const { analyze } = await import('./commands/analyze.ts')
  await analyze(options, { ...around, ...place })
}

async function valueFiles(words: readonly string[], around: Surroundings): Promise<void> {
  const { valueOptions } = await import('./commands/value-options.ts')
  const options = await valueOptions(words)
  await using resources = new AsyncDisposableStack()
  const place = await placeOfSales(resources, { ...options, command: 'value' }, around)
  const { value } = await import('./commands/value.ts')
  await value(options, { ...around, ...place })
}

async function churnFiles(words: readonly string[], around: Surroundings): Promise<void> {
  const { churnOptions } = await import('./commands/churn-options.ts')
  const options = await churnOptions(words)
  await using resources = new AsyncDisposableStack()
  const place = await placeOfSales(resources, { ...options, command: 'churn' }, around)
  const { churn } = await import('./commands/churn.ts')
  await churn(options, { ...around, ...place })
}

/** Where a command reads sales, its engine starts while the command itself is loaded. */
async function placeOfSales(
  resources: AsyncDisposableStack,
  options: PlaceOptions & { readonly files: readonly string[] },
  around: Surroundings,
): Promise<{ readonly place?: OpeningPlace }> {
  const { files, workspace, warehouse } = options
  if (files.length === 0 && workspace === undefined && warehouse === undefined) return {}
  return { place: await openPlace(resources, options, around) }
}

async function behaviourOfFiles(words: readonly string[], around: Surroundings): Promise<void> {
  const { behaviourOptions } = await import('./commands/behaviour-options.ts')
  const options = await behaviourOptions(words)
  const { behaviour } = await import('./commands/behaviour.ts')
  await behaviour(options, around)
}

/** Help names the options of every command: what these know is loaded only for those who ask. */
async function tellHelp(command: string | undefined, { locale, output }: Surroundings): Promise<void> {
  const { help } = await import('./output/help.ts')
  output.print(help(locale, command))
}

/** Commands without commands of their own: their help is one page. */
const plainlyHelped: ReadonlySet<string> = new Set('analyze value churn behaviour serve backup restore demo'.split(' '))

async function dispatch([command = '', ...rest]: readonly string[], around: Surroundings): Promise<void> {
  const { locale, output } = around
  const asksHelp = rest.includes('--help') || rest.includes('-h')
  if (asksHelp && plainlyHelped.has(command)) return tellHelp(command, around)
  switch (command) {
    case 'analyze':
      return analyzeFiles(rest, around)
    case 'value':
      return valueFiles(rest, around)
    case 'churn':
      return churnFiles(rest, around)
    case 'behaviour':
      return behaviourOfFiles(rest, around)
    case 'select': {
      const { selectCommand } = await import('./commands/select-command.ts')
      return selectCommand(rest, { ...around, asksHelp })
    }
    case 'segment': {
      const { segment } = await import('./commands/segment.ts')
      return segment(rest, { ...around, asksHelp })
    }
    case 'ahp': {
      const { ahp } = await import('./commands/ahp.ts')
      return ahp(rest, { output, locale, asksHelp })
    }
    case 'workspace': {
      const { workspaceCommand } = await import('./commands/workspace-command.ts')
      return workspaceCommand(rest, { ...around, asksHelp })
    }
    case 'serve':
    case 'backup':
    case 'restore': {
      const { serverCommand } = await import('./commands/server-command.ts')
      return serverCommand(command, rest, around)
    }
    case 'import':
    case 'imports':
    case 'quality':
    case 'identity':
    case 'match': {
      const { dataCommand } = await import('./commands/data-command.ts')
      return dataCommand(command, rest, { ...around, asksHelp })
    }
    case 'demo':
      return analyzeFiles([...demoWords(locale), ...rest], around)
    case '--version':
    case '-v':
      return output.print(productVersion())
    case '':
    case 'help':
    case '--help':
    case '-h':
      return tellHelp(rest[0], around)
    default:
      throw unknownCommand(command)
  }
}

function unknownCommand(value: string): ProductError {
  const expected =
    'analyze, value, churn, behaviour, select, segment, ahp, serve, backup, restore, workspace, import, imports, quality, match, identity, demo, help'
  return new ProductError('argument.invalid', { argument: 'COMMAND', value, expected })
}

function demoWords(locale: Locale): string[] {
  return [sampleFile(locale, 'sales'), '--currency', 'CNY', '--drop-duplicates']
}

function tell(error: unknown, { locale, output }: { readonly locale: Locale; readonly output: Output }): number {
  const t = translator(locale)
  output.endProgress()
  if (error instanceof ProductError) {
    output.complain(errorInWords(error, locale))
    return exitCodeOf(error.code)
  }
  output.complain(
    t('errors.unexpected', { reason: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
  return exitCodes.fault
}

/** The language is needed before the command line has been understood: complaints about it are in that language too. */
function localeOfWords(words: readonly string[]): Locale {
  const index = words.findIndex((word) => word === '--locale' || word.startsWith('--locale='))
  const word = words[index] ?? ''
  const asked = word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[index + 1]
  return locales.find((locale) => index >= 0 && locale === asked) ?? localeOfEnvironment()
}

/** Signals this close together are one: the terminal sends Ctrl-C to a program and to its parent, which passes it on. */
const sameSignalMs = 500

/** The first Ctrl-C asks the work to stop and clean up; a second one does not wait for that. */
function cancelOnSignal(): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController()
  let firstAt = 0
  const onSignal = (): void => {
    if (!controller.signal.aborted) firstAt = performance.now()
    else if (performance.now() - firstAt > sameSignalMs) process.exit(exitCodes.cancelled)
    controller.abort()
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const signal of signals) process.on(signal, onSignal)
  return {
    signal: controller.signal,
    end: () => {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
