const yes = /^(?:是|有|已|已离职|离职|y|yes|true|1|√|✓|对|真)$/i
const no = /^(?:否|无|未|在职|n|no|false|0|×|x|✗|错|假)$/i

/**
 * 1 for yes, 0 for no, null for what is neither.
 *
 * @example
 * parseFlag('是') // 1
 */
export function parseFlag(text: string): 0 | 1 | null {
  if (yes.test(text)) return 1
  return no.test(text) ? 0 : null
}
