/** Narrow or broad: in the address, so that the choice works without script and can be sent to somebody. */
import { casePageWords, caseWords } from '../../../locales/index.ts'
import { type Scenario } from '../../operations/index.ts'
import { type CasePage, type Choices, choiceName } from '../address.ts'
import { type Reader } from '../reader.ts'
import { caseLink } from './case-page.tsx'

const broad = { da: 'bredt', en: 'broad' } as const

/** The scenario of an address, in either language; narrow where it says nothing. */
export const scenarioOf = ({ scenario }: Choices): Scenario =>
  scenario === broad.da || scenario === broad.en ? 'broad' : 'narrow'

/** The choice as part of an address; narrow is what an address without it means. */
export const scenarioChoice = (scenario: Scenario, { locale }: Reader): Choices =>
  scenario === 'broad' ? { scenario: broad[locale] } : {}

type LinksInput = { reader: Reader; name: string; page: CasePage; scenario: Scenario; kept?: Choices }

/** A link to each, which keeps what else is chosen. Of a draft both stand among its pages. */
export function ScenarioLinks({ reader, name, page, scenario, kept = {} }: LinksInput) {
  const { locale } = reader
  if (reader.draft !== undefined) return null
  return (
    <nav class="choosing noprint" aria-label={casePageWords[locale].scenario}>
      <ul>
        {(['narrow', 'broad'] as const).map((one) => (
          <li key={one}>
            <a
              href={caseLink(reader, name, page, { ...kept, ...scenarioChoice(one, reader) })}
              aria-current={one === scenario ? 'true' : undefined}
            >
              {caseWords[locale].scenarios[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Keeps the choice when a form is sent. */
export function ScenarioKept({ reader: { locale }, scenario }: { reader: Reader; scenario: Scenario }) {
  return scenario === 'broad' ? (
    <input type="hidden" name={choiceName('scenario', locale)} value={broad[locale]} />
  ) : null
}
