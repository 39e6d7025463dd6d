/** The problems of a case in words, with the lines they are about; and how a command ends that they stand in the way of. */
import { type Problem } from '../core/base/index.ts'
import { problemText } from '../../locales/index.ts'
import { type OpenCase, caseSourceText } from '../operations/index.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

/** Each problem once. */
export function caseProblemTexts(problems: readonly Problem[], open: OpenCase, { locale }: Terminal): string[] {
  const texts = problems.map((one) => problemText(one, locale, caseSourceText(open, one.at.file)).trimEnd())
  return [...new Set(texts)]
}

/** Ends the command: with what stands in the way above the message, or in the answer where that is JSON. */
export function refuseCase(
  {
    problems,
    open,
    message,
    isJson,
  }: { problems: readonly Problem[]; open: OpenCase; message: string; isJson: boolean },
  terminal: Terminal,
): never {
  const stops = problems.filter(({ severity }) => severity !== 'notice')
  if (!isJson) for (const text of caseProblemTexts(stops, open, terminal)) terminal.say(text)
  throw new UsageFault(message, stops.every(({ severity }) => severity === 'unsettled') ? 3 : 1, problems)
}
