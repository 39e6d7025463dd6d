/** The ladder an opened amount grows: one vertical rule, and rungs with their labels at the left. */
import { type ComponentChildren } from 'preact'
import { type FactText, type Telling, factText, reasonText, reasonWords } from '../../../locales/index.ts'
import { type Reason } from '../../core/outcomes/index.ts'
import { type Reader } from '../reader.ts'
import { Foreign } from './foreign.tsx'

export function Ladder({ children, id }: { children: ComponentChildren; id?: string }) {
  return (
    <ol class="ladder" id={id}>
      {children}
    </ol>
  )
}

export function Rung({ label, id, children }: { label: ComponentChildren; id?: string; children: ComponentChildren }) {
  return (
    <li id={id}>
      <p class="ladder-label">{label}</p>
      <div class="ladder-body">{children}</div>
    </li>
  )
}

/** All facts under a reason, each place once, in the order the reasons tell them. */
export function factsUnder(reason: Reason): Reason[] {
  const found = new Map<string, Reason>()
  const take = (node: Reason) => {
    if (node.fact !== undefined) {
      const { at, measure } = node.fact
      const key = `${at.file}:${at.line} ${measure}`
      if (!found.has(key)) found.set(key, node)
    }
    node.children.forEach(take)
  }
  take(reason)
  return [...found.values()]
}

/** Facts as rows, each with the file and line it stands on. Columns that nobody filled in are left out. */
export function FactsTable({
  reader,
  telling,
  facts,
  label,
  placeHref,
}: {
  reader: Reader
  telling: Telling
  facts: readonly Reason[]
  /** What the table is, for whoever listens. */
  label: string
  placeHref: (fact: FactText) => string | undefined
}) {
  const words = reasonWords[reader.locale]
  const told = facts.flatMap((fact) => factText(fact, telling) ?? [])
  if (told.length === 0) return <p>{words.noFacts}</p>
  const columns = (['what', 'value', 'on', 'recorded', 'by', 'evidence'] as const).filter((name) =>
    told.some((fact) => fact[name] !== ''),
  )
  return (
    <div class="scroll" role="region" aria-label={label} tabindex={0}>
      <table class="facts">
        <caption class="unseen">{label}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th scope="col" key={name}>
                {words.factColumns[name]}
              </th>
            ))}
            <th scope="col">{words.factColumns.place}</th>
          </tr>
        </thead>
        <tbody>
          {told.map((fact) => (
            <tr key={`${fact.place.file}:${fact.place.line}`}>
              {columns.map((name, index) =>
                index === 0 ? (
                  <th scope="row" key={name}>
                    <Foreign text={fact[name]} locale={reader.locale} />
                  </th>
                ) : (
                  <td key={name}>
                    <Foreign text={fact[name]} locale={reader.locale} />
                  </td>
                ),
              )}
              <td>
                <PlaceLink fact={fact} href={placeHref(fact)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PlaceLink({ fact, href }: { fact: FactText; href: string | undefined }) {
  const { file, line } = fact.place
  const text = `${file.split('/').slice(-1).join('/')}:${line}`
  return href === undefined ? (
    <span class="hold">{text}</span>
  ) : (
    <a class="hold" href={href}>
      {text}
    </a>
  )
}

/** A reason and its parts as nested sentences; what is only a number stands in the sentence above it. */
export function ReasonTree({ reasons, telling }: { reasons: readonly Reason[]; telling: Telling }) {
  const shown = reasons.filter((reason) => reason.rule !== 'fact')
  if (shown.length === 0) return null
  return (
    <ul class="reasons">
      {shown.map((reason) => (
        <ReasonItem reason={reason} telling={telling} />
      ))}
    </ul>
  )
}

function ReasonItem({ reason, telling }: { reason: Reason; telling: Telling }) {
  const text = reasonText(reason, telling)
  // A comparison tells the value it compares, so that is told again only where it has parts of its own.
  const parts = reason.children.filter((child) => !(reason.rule === 'compare' && isPlain(child)))
  if (text === '')
    return <>{parts.map((part) => part.rule !== 'fact' && <ReasonItem reason={part} telling={telling} />)}</>
  return (
    <li>
      {text}
      <ReasonTree reasons={parts} telling={telling} />
    </li>
  )
}

const isPlain = ({ children }: Reason): boolean => children.every(({ rule }) => rule === 'fact')
