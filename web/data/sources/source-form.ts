import type {
  ImportSource,
  SourceChange,
  SourceSchedule,
  SourceSettings,
} from '@vitalfew/contract/api/import-sources.ts'
import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'

/** A source as its form has it: everything that may be written, nothing left out. */
export interface SourceForm {
  kind: ImportKind
  name: string
  title: string
  onOverlap: 'ask' | 'replace' | 'append' | 'skip'
  originKind: 'none' | 'address' | 'folder'
  from: string
  query: string
  highWater: string
  folder: string
  every: 'never' | 'day' | 'week' | 'arrival'
  weekday: number
  /** 24 hours: `02:30`. */
  time: string
  mapping: Record<string, string>
  fixes: readonly { column: string; from: string; to: string }[]
}

/** The form of a source that is there, or of a new one. */
export function formOf(source: ImportSource | null): SourceForm {
  const { origin = null, schedule = null } = source ?? {}
  const timed = schedule === null || schedule.every === 'arrival' ? { hour: 2, minute: 0 } : schedule
  return {
    kind: source?.kind ?? 'sales',
    name: source?.name ?? '',
    title: source === null || source.title === source.name ? '' : source.title,
    onOverlap: source?.onOverlap ?? 'ask',
    originKind: origin?.kind ?? (source === null ? 'address' : 'none'),
    from: origin?.kind === 'address' ? origin.from : '',
    query: origin?.kind === 'address' ? origin.query : '',
    highWater: origin?.kind === 'address' ? origin.highWater : '',
    folder: origin?.kind === 'folder' ? origin.folder : '',
    every: schedule?.every ?? 'never',
    weekday: schedule?.every === 'week' ? schedule.weekday : 1,
    time: `${String(timed.hour).padStart(2, '0')}:${String(timed.minute).padStart(2, '0')}`,
    mapping: { ...source?.mapping },
    fixes: source?.settings.fixes ?? [],
  }
}

interface Around {
  source: ImportSource | null
  settings: SourceSettings
  /** Whether whoever saves may say where the server goes. */
  mayConnect: boolean
}

/** What the server is told. */
export function changeOf(form: SourceForm, { source, settings, mayConnect }: Around): SourceChange {
  const said = Object.entries(form.mapping).filter(
    ([field, header]) => header.trim() !== '' && header !== source?.mapping[field],
  )
  const map = { ...settings.map, ...Object.fromEntries(said) }
  const fixes = form.fixes.filter(({ column, from }) => column.trim() !== '' && from.trim() !== '')
  return {
    kind: form.kind,
    name: form.name.trim(),
    version: source?.version ?? 0,
    title: form.title.trim(),
    onOverlap: form.onOverlap === 'ask' ? null : form.onOverlap,
    settings: { ...settings, fixes: [...fixes], ...(Object.keys(map).length === 0 ? {} : { map }) },
    ...(mayConnect ? { origin: originOf(form), schedule: scheduleOf(form) } : {}),
  }
}

function originOf({ originKind, from, query, highWater, folder }: SourceForm): SourceChange['origin'] {
  if (originKind === 'none') return null
  if (originKind === 'folder') return { kind: 'folder', folder: folder.trim() }
  return { kind: 'address', from: from.trim(), query, highWater: highWater.trim() }
}

function scheduleOf({ originKind, every, weekday, time }: SourceForm): SourceSchedule | null {
  if (originKind === 'none' || every === 'never') return null
  if (every === 'arrival') return { every }
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return every === 'week' ? { every, weekday, hour, minute } : { every, hour, minute }
}
