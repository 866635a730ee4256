// The thread in which the digest of a large file is made. Handed over: the path; handed back: the digest.
import { parentPort, workerData } from 'node:worker_threads'
import { digestOf } from './file-digest.ts'

const digest = await digestOf(String(workerData))
parentPort?.postMessage(digest, [])
