/** Numbers clusters by what their accounts bring, the most first; by size where nothing tells. */
export function inOrderOfWorth(
  labels: Int32Array,
  { k, amounts }: { readonly k: number; readonly amounts: Float64Array | null },
): Int32Array {
  const worth = new Float64Array(k)
  labels.forEach((label, i) => {
    const amount = amounts === null ? 1 : (amounts[i] ?? 0)
    worth[label] = (worth[label] ?? 0) + (Number.isNaN(amount) ? 0 : amount)
  })
  const order = [...worth.keys()].toSorted((one, other) => (worth[other] ?? 0) - (worth[one] ?? 0) || one - other)
  const place = new Int32Array(k)
  order.forEach((label, i) => (place[label] = i))
  return labels.map((label) => place[label] ?? 0)
}
