// The process that is the engine: it loads ClickHouse as a library, asks the kernel to die with its parent, and hands
// the main thread over for good. Started by start-engine.ts with: library, parent's process id, engine arguments …
import { DataType, load, open } from 'ffi-rs'

const [library = '', parent = '', ...engineArguments] = process.argv.slice(2)
const PR_SET_PDEATHSIG = 1
const SIGKILL = 9

if (process.platform === 'linux') {
  open({ library: 'libc', path: 'libc.so.6' })
  load({
    library: 'libc',
    funcName: 'prctl',
    retType: DataType.I32,
    paramsType: [DataType.I32, DataType.I32],
    paramsValue: [PR_SET_PDEATHSIG, SIGKILL],
  })
}
// The parent may have died before the kernel was asked.
if (process.ppid !== Number(parent)) process.exit(1)

open({ library: 'engine', path: library })
const commandLine = ['clickhouse', ...engineArguments]
load({
  library: 'engine',
  funcName: 'chdb_query_cmdline',
  retType: DataType.External,
  paramsType: [DataType.I32, DataType.StringArray],
  paramsValue: [commandLine.length, commandLine],
})
