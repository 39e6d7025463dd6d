/** Anything as JSON: whole and exact numbers that JSON cannot hold become texts, maps become objects. */
export function plainJson(value: unknown): string {
  return JSON.stringify(
    value,
    (_key, inner: unknown) => {
      if (typeof inner === 'bigint') return String(inner)
      if (inner instanceof Map) return Object.fromEntries(inner) as unknown
      return inner
    },
    2,
  )
}
