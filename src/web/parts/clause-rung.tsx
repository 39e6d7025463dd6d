/** The clause an amount rests on, in its own words, with the way to it in the annex. */
import { reasonWords } from '../../../locales/index.ts'
import { type TermsVersion } from '../../core/terms/index.ts'
import { clauseOnce } from '../../operations/index.ts'
import { type Reader, linkTo } from '../reader.ts'
import { Rung } from './ladder.tsx'

type ClauseRungProps = {
  reader: Reader
  contract: string
  version: TermsVersion
  /** Of what the clause tells. */
  path: string
  /** The clauses quoted so far, where a page quotes each only once. */
  quoted?: Set<string>
}

export function ClauseRung({ reader, contract, version, path, quoted }: ClauseRungProps) {
  const { locale, address } = reader
  const says = reasonWords[locale]
  const clause = clauseOnce(version.agreement, version.marks, path, locale)
  const main = (clause?.sentences ?? []).filter(({ small }) => !small)
  if (clause === undefined || main.length === 0 || quoted?.has(clause.id) === true) return null
  quoted?.add(clause.id)
  const choices = address.reading === undefined ? {} : { reading: address.reading }
  return (
    <Rung label={says.labels.clause}>
      <blockquote>{says.quote(main.map(({ text }) => text).join(' '))}</blockquote>
      <p class="small quiet">
        <a href={linkTo(reader, contract, 'annex', choices, clause.id)}>{says.version(clause.number, version.name)}</a>
      </p>
    </Rung>
  )
}
