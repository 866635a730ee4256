export { completedRun, type CompletedRun, runAnalysis, type RunAnalysis } from './run-analysis.ts'
