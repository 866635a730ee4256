import type { Role } from '@vitalfew/contract/api/roles.ts'
import { pagesFor, type PageName } from './pages.ts'

/** Pages whose title or address holds what was typed; all of them before anything was. */
export function matchingPages(role: Role, asked: { text: string; titleOf: (name: PageName) => string }) {
  const text = asked.text.trim().toLowerCase()
  return pagesFor(role).filter(({ name }) => asked.titleOf(name).toLowerCase().includes(text) || name.includes(text))
}
