/** Runs a command line in this process, with a terminal that remembers what it was shown, and answers questions from a list. */
import { localeIn, runCommandLine } from '../src/cli/command-line.ts'
import { type Terminal } from '../src/cli/terminal.ts'
import { dayOf } from '../src/core/base/index.ts'

export type Answer = { code: number; out: string; err: string }

export async function run(words: readonly string[], answers?: string[]): Promise<Answer> {
  const [out, err]: [string[], string[]] = [[], []]
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')
  const terminal: Terminal = {
    locale: localeIn(words),
    width: 88,
    isColoured: false,
    today: dayOf(2026, 11, 21),
    print: (text) => void out.push(plain(text)),
    printPieces: (pieces) => Promise.resolve(void out.push([...pieces].join(''))),
    say: (text) => void err.push(plain(text)),
    progress: () => {},
    progressDone: () => {},
    readingHelper: undefined,
    ask: answers === undefined ? undefined : () => Promise.resolve(answers.shift()),
  }
  const code = await runCommandLine(words, '0', terminal)
  return { code, out: out.join('\n'), err: err.join('\n') }
}
