export { openWorkspace } from './open-workspace.ts'
export { outputFailure, type StagedOutput, stageOutput } from './staged-output.ts'
export { temporaryWorkspace, type TemporaryWorkspaceUse } from './temporary-workspace.ts'
export type { Workspace, WorkspaceUse } from './workspace.ts'
