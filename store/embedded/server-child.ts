// The process that becomes PostgreSQL. It drops to another user where it was told to, asks the kernel to end it with
// its parent, and then replaces itself by the server, keeping its process id. Where the kernel has no such request
// (everything but Linux) it stays as a watcher and ends the server when the parent's end of its input closes.
// Started by launch-server.ts with: kernel or watcher, parent's process id, user, group, program, arguments …
import { spawn } from 'node:child_process'
import { DataType, load, open } from 'ffi-rs'

const [endsWithParent = '', parent = '', user = '', group = '', program = '', ...programArguments] =
  process.argv.slice(2)
const PR_SET_PDEATHSIG = 1
const F_SETFD = 2
/** The server's immediate shutdown: every process of it ends at once, files and sockets are tidied up. */
const SIGQUIT = 3
const directoryDescriptor = 3

if (user !== '') {
  process.setgroups?.([])
  process.setgid?.(Number(group))
  process.setuid?.(Number(user))
}
if (endsWithParent === 'kernel') becomeServer()
else watchServer()

function becomeServer(): void {
  open({ library: 'libc', path: 'libc.so.6' })
  callC('prctl', [PR_SET_PDEATHSIG, SIGQUIT])
  // The parent may have died before the kernel was asked.
  if (process.ppid !== Number(parent)) process.exit(1)
  // Node closes what it inherited when it becomes another program; the server finds its directory through this one.
  if (user !== '') callC('fcntl', [directoryDescriptor, F_SETFD, 0])
  process.execve?.(program, [program, ...programArguments])
}

function callC(funcName: string, paramsValue: number[]): void {
  const paramsType = paramsValue.map(() => DataType.I32)
  load({ library: 'libc', funcName, retType: DataType.I32, paramsType, paramsValue })
}

function watchServer(): void {
  const server = spawn(program, programArguments, { stdio: ['ignore', 'inherit', 'inherit'] })
  server.once('error', () => process.exit(1))
  server.once('exit', (code) => process.exit(code ?? 1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGQUIT'] as const) process.on(signal, () => server.kill(signal))
  process.stdin.on('end', () => server.kill('SIGQUIT')).resume()
}
