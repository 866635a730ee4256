/** Words that people write instead of a number of Saaty's scale, as `plainText` leaves them. */
export const strengthWords: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, '一 同等重要 同样重要 一样重要 一样 相同 相等 同等 相当 equal equally equallyimportant same thesame'],
      [2, '二 两'],
      [3, '三 稍微重要 稍重要 略重要 略微重要 稍微 moderate moderately moderatelymoreimportant slightlymoreimportant'],
      [4, '四'],
      [5, '五 明显重要 较重要 明显 strong strongly stronglymoreimportant'],
      [6, '六'],
      [7, '七 强烈重要 重要得多 强烈 verystrong verystrongly verystronglymoreimportant'],
      [8, '八'],
      [9, '九 极端重要 绝对重要 极其重要 极端 绝对 extreme extremely extremelymoreimportant absolutely'],
    ] as const
  ).flatMap(([strength, words]) => words.split(' ').map((word) => [word, strength] as const)),
)

/** What people write where they leave a judgement out. */
export const noAnswer: ReadonlySet<string> = new Set(
  '- – — / ? . 无 空 未定 不清楚 不知道 不确定 不好说 na n/a none unknown unsure'.split(' '),
)

/** How the first and the second of a pair are called when not by name. */
export const firstOfTwo: ReadonlySet<string> = new Set('a 甲 前 前者 左 左边 first left 1'.split(' '))
export const secondOfTwo: ReadonlySet<string> = new Set('b 乙 后 后者 右 右边 second right 2'.split(' '))

/** Full-width and half-width, capitals and spaces made alike. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]+/g, '')
    .toLowerCase()
}
