/**
 * An open workspace: the directory in which the two embedded engines keep what the product knows. Whoever has this
 * object is the only process that may start engines in it, until `release` has been awaited.
 */
export interface Workspace {
  readonly id: string
  readonly path: string
  readonly warehouseDirectory: string
  readonly storeDirectory: string
  /** True when nobody named the directory: it is removed by `release`. */
  readonly temporary: boolean
  /** Gives the workspace back, after the engines have been stopped. Calling it again does nothing. */
  readonly release: () => Promise<void>
}

export interface WorkspaceUse {
  /** What the holder is doing, as a person would recognise it (`serve`, `import`); shown to whoever comes second. */
  readonly command: string
}
