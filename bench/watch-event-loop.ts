// Loaded into a server before it starts (node --import): tells on SIGUSR2 how long its event loop was kept waiting since
// it was last asked, and how much of the processor the process took.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const resolution = 5
const delay = monitorEventLoopDelay({ resolution })
delay.enable()
let before = process.cpuUsage()

process.on('SIGUSR2', () => {
  const used = process.cpuUsage(before)
  before = process.cpuUsage()
  // What is measured includes the pause between two looks.
  const milliseconds = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - resolution)
  const told = {
    loopMax: milliseconds(delay.max),
    loopP99: milliseconds(delay.percentile(99)),
    cpuSeconds: (used.user + used.system) / 1e6,
  }
  delay.reset()
  process.stderr.write(`\nevent-loop ${JSON.stringify(told)}\n`)
})
