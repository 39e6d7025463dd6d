/** What a business case rests on, at the foot of its page: doubtful figures with their reasons, and who has signed what off. */
import { type CaseReport, type CompiledCase } from '../core/valuation/index.ts'
import { caseWords, doubtWords, listText } from '../../locales/index.ts'
import { wrapped } from './lines.ts'
import { type Terminal, styled } from './terminal.ts'

/** A doubtful figure is told in words; its key stands last, as the address to look it up by. */
export function evidenceSections(
  compiled: CompiledCase,
  { doubts, notSignedOff, changedSinceSigned }: CaseReport,
  terminal: Terminal,
): string[] {
  const { locale, width } = terminal
  const words = caseWords[locale]
  const lines = doubts.flatMap(({ what, grade, confidence, reason }) => {
    const worth = `${words.grades[grade] ?? grade}${confidence === undefined ? '' : ` (${confidence})`}`
    const { item, part } = doubtWords(what, compiled, locale)
    const name = part === '' ? item : `${item} · ${part}`
    const text = `${name}: ${worth}. ${reason === '' ? words.noSource : reason} [${what}]`
    return wrapped(text, { width, first: '  ', indent: '    ' })
  })
  const listed = (steps: readonly string[]) =>
    listText(
      steps.map((step) => words.steps[step] ?? step),
      locale,
    )
  return [
    ...(lines.length === 0 ? [] : [[styled(terminal, 'strong', words.heads.doubts), ...lines].join('\n')]),
    ...(notSignedOff.length === 0 ? [] : [wrapped(words.notSigned(listed(notSignedOff)), { width }).join('\n')]),
    ...(changedSinceSigned.length === 0
      ? []
      : [wrapped(words.signedBefore(listed(changedSinceSigned)), { width }).join('\n')]),
  ]
}
