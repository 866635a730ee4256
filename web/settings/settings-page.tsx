import { getRouteApi } from '@tanstack/react-router'
import type { Role } from '@vitalfew/contract/api/roles.ts'
import type { ReactNode } from 'react'
import { PartTabs } from '../app/part-tabs.tsx'
import { PageHead } from '../app/page-head.tsx'
import { useMe } from '../app/session.ts'
import { useReader } from '../design/reader.tsx'
import { CalendarPart } from './calendar-part.tsx'
import { DepartmentsPart } from './departments-part.tsx'
import { KeysPart } from './keys-part.tsx'
import { MePart } from './me-part.tsx'
import { RightsPart } from './rights-part.tsx'
import { UsersPart } from './users-part.tsx'
import { WorkspacePart } from './workspace-part.tsx'

const route = getRouteApi('/shell/settings')

const parts = ['me', 'keys', 'users', 'departments', 'rights', 'workspace', 'calendar'] as const
type Part = (typeof parts)[number]

/** What each of them is for is decided by the server; here it is only not offered to whoever may not. */
const rolesOf: Partial<Record<Part, readonly Role[]>> = {
  users: ['administrator'],
  departments: ['administrator'],
  rights: ['administrator'],
  workspace: ['administrator'],
  calendar: ['administrator'],
}

export function SettingsPage() {
  const { t } = useReader()
  const me = useMe()
  const { part } = route.useSearch()
  const navigate = route.useNavigate()
  const content: Record<Part, ReactNode> = {
    me: <MePart />,
    keys: <KeysPart />,
    users: <UsersPart />,
    departments: <DepartmentsPart />,
    rights: <RightsPart />,
    workspace: <WorkspacePart />,
    calendar: <CalendarPart />,
  }
  const offered = parts.filter((name) => rolesOf[name]?.includes(me.role) ?? true)
  const shown = offered.find((name) => name === part) ?? 'me'
  return (
    <>
      <PageHead title={t('app.page.settings')} />
      <PartTabs
        label={t('app.part')}
        names={offered}
        value={shown}
        titleOf={(name) => t(`app.settings.part.${name}`)}
        onChange={(chosen) => void navigate({ search: { part: chosen }, replace: true })}
      >
        {content[shown]}
      </PartTabs>
    </>
  )
}
