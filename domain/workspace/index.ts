export { makeDirectory } from './make-directory.ts'
export { openWorkspace } from './open-workspace.ts'
export { temporaryWorkspace, type TemporaryWorkspaceUse } from './temporary-workspace.ts'
export type { Workspace, WorkspaceUse } from './workspace.ts'
