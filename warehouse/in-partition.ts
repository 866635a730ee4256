/** The condition that takes the partition of `{value}`, and reads no other; without a column, all of a table is one. */
export function inPartition(column: string | undefined): string {
  if (column === undefined) return "{value:String} = ''"
  return column === 'import_id' ? 'import_id = {value:UInt32}' : `${column} = {value:String}`
}
