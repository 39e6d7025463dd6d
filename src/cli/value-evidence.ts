/** What a business case rests on, at the foot of its page: doubtful figures with their reasons, and who has signed what off. */
import { type CaseReport } from '../core/valuation/index.ts'
import { caseWords, listText } from '../../locales/index.ts'
import { wrapped } from './lines.ts'
import { type Terminal, styled } from './terminal.ts'

export function evidenceSections({ doubts, notSignedOff }: CaseReport, terminal: Terminal): string[] {
  const { locale, width } = terminal
  const words = caseWords[locale]
  const lines = doubts.flatMap(({ what, grade, confidence, reason }) => {
    const worth = `${words.grades[grade] ?? grade}${confidence === undefined ? '' : ` (${confidence})`}`
    const text = `${what}: ${worth}. ${reason === '' ? words.noSource : reason}`
    return wrapped(text, { width, first: '  ', indent: '    ' })
  })
  const steps = notSignedOff.map((step) => words.steps[step] ?? step)
  return [
    ...(lines.length === 0 ? [] : [[styled(terminal, 'strong', words.heads.doubts), ...lines].join('\n')]),
    ...(steps.length === 0 ? [] : [wrapped(words.notSigned(listText(steps, locale)), { width }).join('\n')]),
  ]
}
