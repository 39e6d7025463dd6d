/** What anybody needs to do the same again: the draws, the lives as a contract's files, the seed, and the line that does it. */
import { uncertaintyWords } from '../../../locales/index.ts'
import { type PaidBy } from '../../operations/index.ts'
import { caseLink } from '../parts/case-page.tsx'
import { addressDay } from '../parts/typed-day.ts'
import { type Reader } from '../reader.ts'
import { type UncertaintyData } from './data.ts'
import { scenarioChoice } from '../parts/scenario-choice.tsx'

/** Names in the address, and of what is then kept. */
export const drawsFile = 'draws.csv'
export const factsFile = 'facts.zip'

export function FilesSection({ reader, data, paidBy }: { reader: Reader; data: UncertaintyData; paidBy: PaidBy }) {
  const { locale } = reader
  const words = uncertaintyWords[locale].files
  const { name, scenario, lawAsOf, asked } = data
  const link = (file: string) =>
    caseLink(reader, name, 'uncertainty', {
      seed: asked.seed,
      draws: String(asked.draws),
      ...scenarioChoice(scenario, reader),
      ...(lawAsOf === undefined ? {} : { law: addressDay(lawAsOf) }),
      file,
    })
  const seed = /^[\w.-]+$/.test(asked.seed) ? asked.seed : `'${asked.seed.replaceAll("'", `'\\''`)}'`
  const broad = scenario === 'broad' ? ' --scenario broad' : ''
  const law = lawAsOf === undefined ? '' : ` --law-as-of ${addressDay(lawAsOf)}`
  const line = `npm run bundlinje -- simulate cases/${name} --draws ${asked.draws} --seed ${seed}${broad}${law}`
  return (
    <section aria-labelledby="again" class="case-section">
      <h2 id="again">{words.title}</h2>
      <p class="measure">
        {words.says} {words.sameSeed}
      </p>
      <ul class="files">
        <li>
          <a href={link(drawsFile)}>{words.draws}</a>
        </li>
        <li>{paidBy.is === 'terms' ? <a href={link(factsFile)}>{words.facts}</a> : words.noFacts}</li>
      </ul>
      <p class="small quiet">{words.command}</p>
      <p class="command">
        <code data-copy={reader.words.terms.copy}>
          {line.split(/ (?=--)/).map((part, index) => (
            <>
              {index > 0 && ' '}
              <span class="hold">{part}</span>
            </>
          ))}
        </code>
      </p>
    </section>
  )
}
