import type { SourceSettings } from '@vitalfew/contract/api/import-sources.ts'
import type { ReadingOfFile, StartImport, Upload } from '@vitalfew/contract/api/imports.ts'
import type { OverlapPolicy } from '@vitalfew/contract/import-log.ts'
import type { ImportKind } from '@vitalfew/contract/record-kinds.ts'

/** What a person put right in one cell. */
export type CellFix = NonNullable<ReadingOfFile['fixes']>[number]

export const wizardSteps = ['choose', 'mapping', 'fixes', 'preview', 'run'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** A file that was sent, and how a person wants it to be read. */
export interface FileInHand {
  upload: Pick<Upload, 'id' | 'file' | 'bytes'>
  sheet: string | undefined
  /** Field → header. */
  mapping: Readonly<Record<string, string>>
  fixes: readonly CellFix[]
  dropDuplicates: boolean
}

export interface Wizard {
  step: WizardStep
  kind: ImportKind
  /** The system the files come from; '' where nobody gives it a name. */
  source: string
  settings: SourceSettings
  /** What becomes of days that are there already; null until somebody says so. */
  onOverlap: OverlapPolicy | null
  acceptDrift: boolean
  files: readonly FileInHand[]
  /** Which of the files is looked at. */
  current: number
  jobId: string | null
}

export const emptyWizard: Wizard = {
  step: 'choose',
  kind: 'sales',
  source: '',
  settings: {},
  onOverlap: null,
  acceptDrift: false,
  files: [],
  current: 0,
  jobId: null,
}

export type WizardMove =
  | { kind: 'sent'; upload: FileInHand['upload'] }
  | { kind: 'removed'; id: string }
  | { kind: 'looked'; current: number }
  | { kind: 'went'; step: WizardStep }
  | { kind: 'sheet'; sheet: string }
  | { kind: 'mapped'; field: string; header: string | undefined }
  | { kind: 'fixed'; fix: CellFix }
  | { kind: 'unfixed'; fix: Pick<CellFix, 'row' | 'column'> }
  | { kind: 'duplicates'; isDropped: boolean }
  | { kind: 'kindChosen'; of: ImportKind }
  | { kind: 'sourceNamed'; source: string }
  | { kind: 'settled'; settings: SourceSettings }
  | { kind: 'overlapDecided'; policy: OverlapPolicy }
  | { kind: 'driftAccepted'; isAccepted: boolean }
  | { kind: 'started'; jobId: string }
  | { kind: 'began' }

/** One step of a person through the wizard. */
export function moveWizard(wizard: Wizard, move: WizardMove): Wizard {
  switch (move.kind) {
    case 'sent':
      return { ...wizard, files: [...wizard.files, newFile(move.upload)] }
    case 'removed':
      return { ...wizard, current: 0, files: wizard.files.filter(({ upload }) => upload.id !== move.id) }
    case 'looked':
      return { ...wizard, current: Math.max(0, Math.min(wizard.files.length - 1, move.current)) }
    case 'went':
      return wizard.files.length === 0 ? { ...wizard, step: 'choose' } : { ...wizard, step: move.step }
    case 'started':
      return { ...wizard, step: 'run', jobId: move.jobId }
    case 'began':
      return emptyWizard
    case 'kindChosen':
      // Other records have other fields, and other sources.
      return { ...emptyWizard, kind: move.of, files: wizard.files.map(({ upload }) => newFile(upload)) }
    case 'sourceNamed':
      return { ...wizard, source: move.source, onOverlap: null, acceptDrift: false }
    case 'settled':
      return { ...wizard, settings: move.settings }
    case 'overlapDecided':
      return { ...wizard, onOverlap: move.policy }
    case 'driftAccepted':
      return { ...wizard, acceptDrift: move.isAccepted }
    default:
      return {
        ...wizard,
        files: wizard.files.map((file, index) => (index === wizard.current ? changeFile(file, move) : file)),
      }
  }
}

function newFile(upload: FileInHand['upload']): FileInHand {
  return { upload, sheet: undefined, mapping: {}, fixes: [], dropDuplicates: false }
}

type FileMove = Extract<WizardMove, { kind: 'sheet' | 'mapped' | 'fixed' | 'unfixed' | 'duplicates' }>

function changeFile(file: FileInHand, move: FileMove): FileInHand {
  switch (move.kind) {
    case 'sheet':
      // Another sheet has other headers and other rows.
      return { ...file, sheet: move.sheet, mapping: {}, fixes: [] }
    case 'mapped':
      return { ...file, mapping: mappedTo(file.mapping, move) }
    case 'fixed':
      return { ...file, fixes: [...without(file.fixes, move.fix), move.fix] }
    case 'unfixed':
      return { ...file, fixes: without(file.fixes, move.fix) }
    case 'duplicates':
      return { ...file, dropDuplicates: move.isDropped }
  }
}

/** A column means one thing: whoever takes it for a field takes it from the field that had it. */
function mappedTo(mapping: FileInHand['mapping'], move: { field: string; header: string | undefined }) {
  const others = Object.entries(mapping).filter(([field, header]) => field !== move.field && header !== move.header)
  return Object.fromEntries(move.header === undefined ? others : [...others, [move.field, move.header]])
}

function without(fixes: readonly CellFix[], cell: Pick<CellFix, 'row' | 'column'>): CellFix[] {
  return fixes.filter(({ row, column }) => row !== cell.row || column !== cell.column)
}

/** What the server is told of a file. */
export function readingOf(file: FileInHand): ReadingOfFile {
  return {
    uploadId: file.upload.id,
    dropDuplicates: file.dropDuplicates,
    ...(file.sheet === undefined ? {} : { sheet: file.sheet }),
    ...(Object.keys(file.mapping).length === 0 ? {} : { mapping: file.mapping }),
    ...(file.fixes.length === 0 ? {} : { fixes: [...file.fixes] }),
  }
}

/** What the server is told of all of them. */
export function importOf({ kind, source, settings, onOverlap, acceptDrift, files }: Wizard): StartImport {
  return {
    kind,
    source: source.trim(),
    settings,
    files: files.map(readingOf),
    ...(onOverlap === null ? {} : { onOverlap }),
    ...(acceptDrift ? { acceptDrift } : {}),
  }
}
