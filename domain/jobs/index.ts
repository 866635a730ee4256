export { cancelJob } from './cancel-job.ts'
export { getJob, listJobs } from './list-jobs.ts'
export {
  beginJob,
  endJob,
  handBackJob,
  isAskedToEnd,
  type JobEnd,
  type JobProgress,
  markQueued,
  requeueUnfinished,
  noteProgress,
  unqueuedJobs,
} from './queue/job-life.ts'
export { rejectedPath } from './uploads/upload-paths.ts'
export { type Swept, sweepFiles } from './uploads/sweep-files.ts'
export { takeUpload } from './uploads/take-upload.ts'
export { uploadedFile } from './uploads/uploaded-file.ts'
export { startQualityStep } from './quality-jobs.ts'
export { startBacktest } from './selection-jobs.ts'
export { watchJobs } from './watch-jobs.ts'
export { doJob } from './work/do-job.ts'
export { endLeftoverWork } from './work/end-leftover-work.ts'
export type { JobSurroundings } from './work/job-surroundings.ts'
export { changeImport, listImports, startImport, startSample } from './imports.ts'
export { fetchExport, listExports, rejectedRows, startExport, startRun } from './runs-and-exports.ts'
export { saveTrial, startTrial } from './segments.ts'
export { planImport, type PreviewFile } from './uploads/plan-import.ts'
export { askForDueSources } from './sources/ask-for-due-sources.ts'
export { listSources } from './sources/list-sources.ts'
export { removeSource, restoreSource } from './sources/remove-source.ts'
export { runSource } from './sources/run-source.ts'
export { saveSource } from './sources/save-source.ts'
export type { SourceReach } from './sources/source-reach.ts'
