export { type CheckQuality, checkQuality } from './check-quality.ts'
