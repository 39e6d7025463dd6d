/**
 * The clauses of an agreement in words, told once for each language and kept as long as the agreement is.
 *
 * Telling an annex looks through all of the terms; a page asks for the same clauses again and again.
 */
import { type Locale } from '../core/base/index.ts'
import { type Agreement, type AnnexClause, clauseAt, wordsOf } from '../core/terms/index.ts'
import { type Mark } from '../core/text/index.ts'

type Told = { clauses: Map<Locale, readonly AnnexClause[]>; ids: Map<string, string | undefined> }

const kept = new WeakMap<Agreement, Told>()

function toldOf(agreement: Agreement): Told {
  const known = kept.get(agreement) ?? { clauses: new Map(), ids: new Map() }
  kept.set(agreement, known)
  return known
}

/** The annex in words. The marks are the agreement's own, so they are the same whenever it is asked for. */
export function clausesOnce(agreement: Agreement, marks: readonly Mark[], locale: Locale): readonly AnnexClause[] {
  const { clauses } = toldOf(agreement)
  const told = clauses.get(locale) ?? wordsOf(agreement, marks, locale)
  clauses.set(locale, told)
  return told
}

/** The id of the clause that tells what stands at a path of the terms. */
export function clauseIdOnce(agreement: Agreement, path: string): string | undefined {
  const { ids } = toldOf(agreement)
  if (!ids.has(path)) ids.set(path, clauseAt(agreement, path))
  return ids.get(path)
}

/** The clause that tells what stands at a path of the terms, in words. */
export function clauseOnce(
  agreement: Agreement,
  marks: readonly Mark[],
  path: string,
  locale: Locale,
): AnnexClause | undefined {
  const id = clauseIdOnce(agreement, path)
  return clausesOnce(agreement, marks, locale).find((clause) => clause.id === id)
}
