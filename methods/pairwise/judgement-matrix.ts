/**
 * Pairwise judgements of n criteria by rows: element [i][j] says how many times as important criterion i is as j, from
 * 1/9 to 9 on Saaty's scale; null = not compared. The diagonal is 1 (or null), and [j][i] is 1 / [i][j]. Where only one of
 * the two is given, it stands for both.
 */
export type JudgementMatrix = readonly (readonly (number | null)[])[]

/** As many criteria as Saaty's random indices reach; a model with more of them needs groups. */
export const mostCriteria = 15

/** The largest judgement of Saaty's scale: one criterion is extremely more important than the other. */
export const largestJudgement = 9
