export { type CompletedRun, runAnalysis, type RunAnalysis } from './run-analysis.ts'
