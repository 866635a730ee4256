import { readFileSync } from 'node:fs'
import { testCounts } from './test-counts.ts'

// Prints what a report of vitest comes to, in one line for whoever reads the end of a log.
const [path = ''] = process.argv.slice(2)
const report: unknown = JSON.parse(readFileSync(path, 'utf8'))
const { passed, failed } = testCounts(report)
console.log(`${passed} passed, ${failed} failed`)
