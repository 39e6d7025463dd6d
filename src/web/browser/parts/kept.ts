/**
 * The drafts of a case as this browser keeps them: the one being written, and those that were put aside for another.
 *
 * Two tabs may write the same draft. What another tab has written since this one last read or wrote is never written over: the writer
 * is told, and chooses. A browser may forbid keeping; the workshop works without.
 */
export type Keeper = {
  /** The draft as it was kept last; nothing where there is none. */
  read: () => string | undefined
  /** Whether it could be kept: not when another tab has written since. Without a text the draft is forgotten. */
  write: (text: string | undefined) => boolean
  /** What another tab has written is known from now on, and may be written over. */
  settle: () => string | undefined
  aside: () => string[]
  putAside: (texts: readonly string[]) => void
  /** Tells when another tab writes. */
  watch: (told: () => void) => void
}

export function keeperOf(name: string): Keeper {
  const key = `bundlinje draft ${name}`
  const asideKey = `${key} aside`
  let known = get(key)
  const isOthers = () => get(key) !== known
  return {
    read: () => known,
    write: (text) => {
      if (isOthers() && get(key) !== text) return false
      known = text
      put(key, text)
      return true
    },
    settle: () => (known = get(key)),
    aside: () => textsIn(get(asideKey)),
    putAside: (texts) => put(asideKey, texts.length === 0 ? undefined : JSON.stringify(texts)),
    watch: (told) =>
      addEventListener('storage', (event) => {
        if (event.key === key && isOthers()) told()
      }),
  }
}

function textsIn(kept: string | undefined): string[] {
  try {
    const texts: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(texts) ? texts.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}

function put(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Nothing is lost that the page still shows.
  }
}

function get(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}
