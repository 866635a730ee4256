import type { Check } from '../check.ts'
import { isBesideTheProduct } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { importTarget } from '../import-target.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'

/** Functions of the two stores that open a connection or start an engine. */
const opener = /^(connect|open|start|launch)[A-Z]/

/** Only a main.ts or the command's bin opens the stores; everything else is handed them. */
export const connectingCheck: Check = {
  name: 'connecting',
  run: (repository) => parsedSources(repository).flatMap(connections),
}

function connections(source: ParsedSource): Finding[] {
  if (mayConnect(source.path)) return []
  return source.imports.flatMap(({ specifier, values, line }) => {
    const target = importTarget(source.path, specifier)
    if (target.kind !== 'file' || !/^(warehouse|store)\//.test(target.path)) return []
    return values
      .filter((name) => opener.test(name))
      .map((name) => ({ path: source.path, line, message: `only a main.ts or cli/bin may call ${name}` }))
  })
}

function mayConnect(path: string): boolean {
  return /^(warehouse|store|cli\/bin|samples)\/|(^|\/)main\.ts$/.test(path) || isBesideTheProduct(path)
}
