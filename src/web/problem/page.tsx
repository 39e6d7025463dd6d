/** Pages for what is not there or went wrong: what happened, in plain words, and where to go. */
import { otherLocale } from '../../core/base/index.ts'
import { type OpenContract } from '../../operations/index.ts'
import { type Reader, libraryLink, linkTo } from '../reader.ts'
import { hrefOf } from '../address.ts'
import { Opening, Page } from '../parts/page.tsx'

export function NotFoundPage({ reader, contract }: { reader: Reader; contract?: string }) {
  const { faults } = reader.words
  const says = contract === undefined ? faults.notFound : faults.noContract(contract)
  return <FaultPage reader={reader} title={faults.notFoundTitle} says={[says]} />
}

export function WrongPage({ reader }: { reader: Reader }) {
  const { faults } = reader.words
  return <FaultPage reader={reader} title={faults.wrongTitle} says={[faults.wrong]} />
}

/** More was sent than is read; so many megabytes may be. */
export function TooLargePage({ reader, most }: { reader: Reader; most: string }) {
  const { faults } = reader.words
  return <FaultPage reader={reader} title={faults.tooLargeTitle} says={[faults.tooLarge(most)]} />
}

/** A form that another site has sent in a reader's name. */
export function ElsewherePage({ reader }: { reader: Reader }) {
  const { faults } = reader.words
  return <FaultPage reader={reader} title={faults.elsewhereTitle} says={[faults.elsewhere]} />
}

/** A contract folder that cannot be read at all. */
export function BrokenPage({ reader, name, failure }: { reader: Reader; name: string; failure: string }) {
  const { faults } = reader.words
  return (
    <FaultPage
      reader={reader}
      title={`${name}: ${faults.brokenTitle}`}
      says={[faults.broken, faults.cannotOpen(failure)]}
    />
  )
}

/** Terms with faults in them: what they would say and pay is not known before the faults are mended. */
export function WrongTermsPage({ reader, name, contract }: { reader: Reader; name: string; contract: OpenContract }) {
  const { annex, terms } = reader.words
  const faults = contract.problems.filter(({ severity }) => severity === 'wrong').length
  return (
    <Page reader={reader} title={name} contract={name}>
      <Opening reader={reader} title={name} />
      <p class="sentence">{annex.wrong}</p>
      <p class="fault-way">
        <a href={linkTo(reader, name, 'terms')}>{faults === 0 ? terms.title : terms.problems(faults)}</a>
      </p>
    </Page>
  )
}

function FaultPage({ reader, title, says }: { reader: Reader; title: string; says: readonly string[] }) {
  const other = otherLocale(reader.locale)
  return (
    <Page reader={reader} title={title} otherHref={hrefOf({ locale: other, page: 'library' })}>
      <Opening reader={reader} title={title} />
      {says.map((sentence) => (
        <p class="sentence" key={sentence}>
          {sentence}
        </p>
      ))}
      <p class="fault-way">
        <a href={libraryLink(reader)}>{reader.words.faults.back}</a>
      </p>
    </Page>
  )
}
