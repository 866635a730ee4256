/**
 * SQL for the sum of a column of amounts: of whole thousandths, so that it depends neither on the order of the rows nor on
 * how a double is cut off. Null where no amount is known.
 */
export function exactSumOrNull(column: string): string {
  return `if(count(${column}) = 0, NULL, ${exactSum(`ifNull(${column}, 0)`)})`
}

/** The same for a column that is always known; 0 over no rows. */
export function exactSum(column: string): string {
  return `sum(toInt64(round(${column} * 1000))) / 1000`
}
