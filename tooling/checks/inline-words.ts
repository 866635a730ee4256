import { type Node, Visitor } from 'oxc-parser'
import type { Check } from '../check.ts'
import { isBesideTheProduct } from '../file-kinds.ts'
import type { Finding } from '../finding.ts'
import { type ParsedSource, parsedSources } from '../parsed-source.ts'

/**
 * Chinese that the product reads, not Chinese that it says: the headers, values and encodings of people's files, names
 * that are compared, made-up companies. Everything else belongs into the catalogues.
 */
const lexicons = /^samples\/|^domain\/imports\/(header|kinds|values|text|rows|workbook)\/|-lexicon\.ts$/

/** Words that a person reads stand in the message catalogues, not in programs. Comments may teach in any language. */
export const inlineWordsCheck: Check = {
  name: 'inline words',
  run: (repository) => parsedSources(repository).flatMap(inlineChinese),
}

function inlineChinese({ path, text, program, lineOf }: ParsedSource): Finding[] {
  if (isBesideTheProduct(path) || lexicons.test(path) || !/\.tsx?$/.test(path)) return []
  const findings: Finding[] = []
  const look = (node: Node): void => {
    const words = /\p{Script=Han}+/u.exec(text.slice(node.start, node.end))?.[0]
    if (words === undefined) return
    findings.push({ path, line: lineOf(node.start), message: `${words} belongs into a message catalogue or a lexicon` })
  }
  new Visitor({ Literal: look, TemplateElement: look, JSXText: look, Identifier: look }).visit(program)
  return findings
}
