import { createContext, use, type ReactNode } from 'react'

export type HeadingLevel = 2 | 3

const LevelContext = createContext<HeadingLevel>(3)

/** How deep below the title of the page the cards inside stand: right below it 2, inside a section 3. */
export function HeadingLevelProvider(props: { level: HeadingLevel; children: ReactNode }) {
  return <LevelContext value={props.level}>{props.children}</LevelContext>
}

export function useHeadingLevel(): HeadingLevel {
  return use(LevelContext)
}
