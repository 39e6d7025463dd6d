/**
 * The terms as data: the very text, line by line, with what is wrong or open told under the line it is about.
 *
 * Every line has an address, so the words of the annex, a reason and a problem can all point to the same spot.
 */
import { dateText, problemParts } from '../../../locales/index.ts'
import { type Problem } from '../../core/base/index.ts'
import { type SourceText } from '../../core/terms/index.ts'
import { type OpenContract } from '../../operations/index.ts'
import { Opening, Page } from '../parts/page.tsx'
import { type Reader, linkTo } from '../reader.ts'

type Props = { reader: Reader; name: string; contract: OpenContract }

export function TermsPage({ reader, name, contract }: Props) {
  const { locale, words } = reader
  const { terms, amendments } = contract.folder
  const title = contract.readings[0]?.terms.versions.at(-1)?.agreement.title[locale] ?? name
  const files = [terms, ...amendments]
  const problems = contract.problems.filter(({ severity }) => severity !== 'notice')
  return (
    <Page reader={reader} title={`${words.terms.title}, ${title}`} contract={name}>
      <Opening
        reader={reader}
        crumb={{ href: linkTo(reader, name, 'annex'), text: title }}
        title={words.terms.title}
        lead={words.terms.lead}
      />
      <ProblemList reader={reader} name={name} contract={contract} problems={problems} />
      {files.map((file, index) => (
        <section key={file.file} aria-labelledby={`file-${index}`} class="terms-file">
          <h2 id={`file-${index}`}>
            {index === 0 ? 'terms.yaml' : words.terms.amendment(lastPart(file.file))}
            {index > 0 && <VersionFrom reader={reader} contract={contract} index={index} />}
          </h2>
          <Listing
            reader={reader}
            file={file}
            prefix={index === 0 ? '' : `A${index}`}
            problems={contract.problems.filter(({ at }) => at.file === file.file)}
          />
        </section>
      ))}
    </Page>
  )
}

const lastPart = (file: string): string => file.split('/').at(-1) ?? file

function VersionFrom({ reader, contract, index }: { reader: Reader; contract: OpenContract; index: number }) {
  const from = contract.readings[0]?.terms.versions[index]?.from
  if (from === undefined) return null
  return <span class="quiet terms-from"> {reader.words.terms.inForce(dateText(from, reader.locale))}</span>
}

/** What needs attention, and under it what is only worth knowing, each with the way to its line. */
function ProblemList({ reader, name, contract, problems }: Props & { problems: readonly Problem[] }) {
  const { words } = reader
  const notices = contract.problems.filter(({ severity }) => severity === 'notice')
  return (
    <>
      {problems.length === 0 ? (
        <p class="measure">{words.terms.noProblems}</p>
      ) : (
        <section aria-labelledby="problems" class="terms-problems">
          <h2 id="problems" class="act">
            {words.terms.problems(problems.length)}
          </h2>
          <ProblemRows reader={reader} name={name} contract={contract} problems={problems} />
        </section>
      )}
      {notices.length > 0 && (
        <section aria-labelledby="notices" class="terms-problems notices">
          <h2 id="notices">{words.terms.notices}</h2>
          <ProblemRows reader={reader} name={name} contract={contract} problems={notices} />
        </section>
      )}
    </>
  )
}

function ProblemRows({ reader, name, contract, problems }: Props & { problems: readonly Problem[] }) {
  const { locale, words } = reader
  return (
    <ol>
      {problems.slice(0, problemsMost).map((problem, index) => {
        const { text, href } = placeOf(problem, reader, name, contract)
        return (
          <li key={index}>
            {href === undefined ? <span>{text}</span> : <a href={href}>{text}</a>}
            <span>{firstSentence(problemParts(problem, locale).says)}</span>
          </li>
        )
      })}
      {problems.length > problemsMost && <li>{words.terms.problems(problems.length)}</li>}
    </ol>
  )
}

/** The line a problem stands on: on this page, or on that of its file. */
function placeOf(
  { at }: Problem,
  reader: Reader,
  name: string,
  { folder }: OpenContract,
): { text: string; href: string | undefined } {
  const { words } = reader
  const index = [folder.terms, ...folder.amendments].findIndex(({ file }) => file === at.file)
  if (index === 0) return { text: words.terms.atLine(at.line), href: `#L${at.line}` }
  const file = lastPart(at.file)
  const text = `${file}, ${words.line(at.line)}`
  if (index > 0) return { text, href: `#A${index}L${at.line}` }
  const isFacts = [folder.people, ...folder.facts].some((one) => one?.name === at.file)
  const line = String(at.line)
  return { text, href: isFacts ? linkTo(reader, name, 'facts', { file, line }, `L${line}`) : undefined }
}

const problemsMost = 50

const firstSentence = (text: string): string => text.split('\n')[0] ?? text

function Listing({
  reader,
  file,
  prefix,
  problems,
}: {
  reader: Reader
  file: SourceText
  prefix: string
  problems: readonly Problem[]
}) {
  const lines = file.text.replace(/\r/g, '').replace(/\n$/, '').split('\n')
  return (
    <div class="listing" role="region" aria-label={file.file} tabindex={0}>
      {lines.map((text, index) => {
        const number = index + 1
        const here = problems.filter(({ at }) => at.line === number)
        const id = `${prefix}L${number}`
        return (
          <>
            <p
              id={id}
              class={here.some(({ severity }) => severity !== 'notice') ? 'listing-line has-problem' : 'listing-line'}
            >
              <span>{number}</span>
              <code>
                <LineText text={text} />
              </code>
            </p>
            {here.map((problem) => (
              <ProblemNote key={problem.code} reader={reader} problem={problem} />
            ))}
          </>
        )
      })}
    </div>
  )
}

/** A comment is set back; all else is ink. */
function LineText({ text }: { text: string }) {
  const comment = /^(.*?)((?:^|\s)#(?!\S*").*)$/.exec(text)
  if (comment === null || /["'][^"']*$/.test(comment[1]!)) return <>{text}</>
  return (
    <>
      {comment[1]}
      <span class="quiet">{comment[2]}</span>
    </>
  )
}

/** What is wrong or open at a line, and what may be pasted there. */
function ProblemNote({ reader, problem }: { reader: Reader; problem: Problem }) {
  const parts = problemParts(problem, reader.locale)
  const isNotice = problem.severity === 'notice'
  return (
    <div class={isNotice ? 'listing-note small notice' : 'listing-note small'}>
      <p class={isNotice ? 'quiet' : 'act'}>{reader.words.terms.severity[problem.severity]}</p>
      {parts.says.split('\n').map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {parts.choices.length > 0 && (
        <>
          <p class="quiet">{parts.lead}</p>
          <ul>
            {parts.choices.map(({ paste, means }) => (
              <li key={paste}>
                <code data-copy={reader.words.terms.copy}>{paste}</code>
                {means !== '' && <span class="quiet">{means}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
