import { Visitor } from 'oxc-parser'
import type { Check } from '../check.ts'
import { isBesideTheProduct } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { readCatalogue } from '../message-catalogues.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'

const vocabulary = 'contract/errors.ts'

/** Every error code has its words, and somebody uses it. */
export const errorCodesCheck: Check = {
  name: 'error codes',
  run: (repository) => {
    const sources = parsedSources(repository).filter(({ path }) => !isBesideTheProduct(path))
    const codes = sources.filter(({ path }) => path === vocabulary).flatMap(declaredCodes)
    const used = new Set(sources.filter(({ path }) => path !== vocabulary).flatMap(literals))
    const words = readCatalogue(repository, 'zh-CN')
    return codes.flatMap(({ code, line }): Finding[] => [
      ...(words.has(`errors.${code}`)
        ? []
        : [{ path: vocabulary, line, message: `there are no words errors.${code}` }]),
      ...(used.has(code) ? [] : [{ path: vocabulary, line, message: `nothing uses the error code ${code}` }]),
    ])
  },
}

/** The literals of `errorCodes`. */
function declaredCodes({ program, lineOf }: ParsedSource): { code: string; line: number }[] {
  const codes: { code: string; line: number }[] = []
  new Visitor({
    VariableDeclarator({ id, init }) {
      const list = init?.type === 'TSAsExpression' ? init.expression : init
      if (id.type !== 'Identifier' || id.name !== 'errorCodes' || list?.type !== 'ArrayExpression') return
      for (const one of list.elements) {
        if (one?.type === 'Literal') codes.push({ code: String(one.value), line: lineOf(one.start) })
      }
    },
  }).visit(program)
  return codes
}

function literals({ program }: ParsedSource): string[] {
  const texts: string[] = []
  new Visitor({ Literal: ({ value }) => void (typeof value === 'string' && texts.push(value)) }).visit(program)
  return texts
}
