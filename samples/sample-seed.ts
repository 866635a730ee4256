/** Changing it makes another company of the same kind: every file and every answer with it. */
export const sampleSeed = 'hengchuan drives 2023-2025'
