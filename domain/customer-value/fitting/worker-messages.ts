import type { FitTaskName, FitTasks } from './fit-tasks.ts'

/** A task on its way to a worker. */
export interface TaskMessage<Name extends FitTaskName = FitTaskName> {
  readonly id: number
  readonly name: Name
  readonly request: FitTasks[Name]['request']
}

/** What a worker answers: a response, or what went wrong. */
export interface AnswerMessage {
  readonly id: number
  readonly response?: unknown
  readonly problem?: string
}

/** What a worker begins with: the folder of compiled code, null where the program keeps none. */
export interface WorkerStart {
  readonly compileCache: string | null
}

/** The folder of compiled code in what a worker was given. */
export function cacheOfWorker(start: unknown): string | null {
  const isStart = typeof start === 'object' && start !== null && 'compileCache' in start
  return isStart && typeof start.compileCache === 'string' ? start.compileCache : null
}

/** A message that came through a port. Both ends of the port are this folder's own: what is sent is a TaskMessage. */
export function sharedMessage(message: unknown): TaskMessage {
  return message as TaskMessage
}

/** An answer that came through a port; sent by fit-worker.ts and by nothing else. */
export function answerMessage(message: unknown): AnswerMessage {
  return message as AnswerMessage
}

/** The response to a task: the worker runs the function of that name, whose return type this is. */
export function responseOf<Name extends FitTaskName>(_name: Name, response: unknown): FitTasks[Name]['response'] {
  return response as FitTasks[Name]['response']
}

/** Memory of the columns of a response, which is handed over instead of copied. */
export function transferables(response: object): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>()
  for (const value of Object.values(response)) {
    if (ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer) buffers.add(value.buffer)
  }
  return [...buffers]
}
