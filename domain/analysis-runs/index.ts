export { type AnalysisStep, analysisSteps, type CompletedRun, runAnalysis, type RunAnalysis } from './run-analysis.ts'
