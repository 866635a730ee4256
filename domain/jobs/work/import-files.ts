import type { StartImport } from '@vitalfew/contract/api/imports.ts'
import type { Job } from '@vitalfew/contract/api/jobs.ts'
import type { FileReading } from '../../imports/index.ts'
import { uploadedFile } from '../uploads/uploaded-file.ts'
import type { JobSurroundings } from './job-surroundings.ts'
import { takeIn } from './take-in.ts'

/** Takes files that were sent in, all or none, and asks for the run that follows; or finds out what that would come to. */
export async function importFiles(wanted: StartImport, around: JobSurroundings): Promise<Job['result']> {
  const { kind, source, settings, onOverlap, acceptDrift = false, isPreview = false } = wanted
  const readings = new Map<string, FileReading>()
  const uploads: { uploadId: string; reading: object }[] = []
  for (const reading of wanted.files) {
    const { uploadId, mapping: map, sheet, fixes, dropDuplicates } = reading
    readings.set(await uploadedFile(around, uploadId), { map, sheet, fixes, dropDuplicates })
    uploads.push({ uploadId, reading: { ...reading, kind, source, settings } })
  }
  return takeIn(
    { kind, source, settings, policy: onOverlap, acceptDrift, isPreview, readings, uploads, origin: null },
    around,
  )
}
