/** How much is looked at: everything where a person waits for one answer, little within a run of everything. */
export interface Effort {
  /** Accounts by which the numbers of clusters are judged. */
  readonly evaluatedRows: number
  /** So many are looked at all of them; of more a sample. */
  readonly silhouetteRows: number
  readonly silhouetteSample: number
  /** 0 leaves the measure out. */
  readonly gapRows: number
  readonly mixtureRows: number
  /** Where only a sample of the accounts is judged by, mixtures are fitted to fewer of them. */
  readonly mixtureSample: number
  readonly stabilityRows: number
  readonly replicates: number
  /** Starts of k-means; as many as the number of rows suggests where undefined. */
  readonly starts: number | undefined
  readonly umap: boolean
}

export const fullEffort: Effort = {
  evaluatedRows: 50_000,
  silhouetteRows: 10_000,
  silhouetteSample: 5_000,
  gapRows: 2_000,
  mixtureRows: 5_000,
  mixtureSample: 2_000,
  stabilityRows: 1_000,
  replicates: 50,
  starts: undefined,
  umap: false,
}

export const briefEffort: Effort = {
  evaluatedRows: 4_000,
  silhouetteRows: 1_000,
  silhouetteSample: 1_000,
  gapRows: 400,
  mixtureRows: 0,
  mixtureSample: 0,
  stabilityRows: 500,
  replicates: 20,
  starts: 5,
  umap: false,
}
