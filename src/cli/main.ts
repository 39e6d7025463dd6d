/** The command line's entrance: reads the environment, makes the terminal, and sees to it that nothing ends in a stack trace. */
import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { fileURLToPath } from 'node:url'
import { version } from '../../package.json'
import { dayOf } from '../core/base/index.ts'
import { terminalWords } from '../../locales/index.ts'
import { localeIn, runCommandLine } from './command-line.ts'
import { progressBar } from './progress-bar.ts'
import { type Terminal } from './terminal.ts'

const words = process.argv.slice(2)
const { env, stdout, stderr, stdin } = process
const isPlain = (env.NO_COLOR ?? '') !== '' || env.TERM === 'dumb'
const widthDefault = 88
const now = new Date()

// A reader who closes the pipe, as `head` does, has seen enough.
for (const stream of [stdout, stderr]) {
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(Number(process.exitCode ?? 0))
    const { noRoom, notWritten } = terminalWords[localeIn(words)]
    const says = fault.code === 'ENOSPC' ? noRoom : notWritten(fault.message)
    if (stream === stdout) stderr.write(`${says}\n`)
    process.exit(2)
  })
}

const bar = progressBar(stderr, stderr.isTTY && !words.includes('--no-progress'))

const terminal: Terminal = {
  locale: localeIn(words),
  width: stdout.isTTY ? Math.max(40, Math.min(stdout.columns || widthDefault, 120)) : widthDefault,
  isColoured: stdout.isTTY && !isPlain,
  today: dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()),
  // In a terminal a no-break space is only in the way of a search; lines have been broken by now.
  print: (text) => void stdout.write(`${text.replaceAll('\u00a0', ' ')}\n`),
  printPieces,
  say: (text) => void stderr.write(`${text.replaceAll('\u00a0', ' ')}\n`),
  progress: bar.show,
  progressDone: bar.done,
  readingHelper: fileURLToPath(new URL('reading-helper.js', import.meta.url)),
  ask: stdin.isTTY ? ask : undefined,
}

/** Waits for a slow reader, so that what is still to be read does not fill the memory. */
async function printPieces(pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) if (!stdout.write(piece)) await once(stdout, 'drain')
  stdout.write('\n')
}

async function ask(question: string): Promise<string | undefined> {
  const reader = createInterface({ input: stdin, output: stderr })
  // Ctrl-C or Ctrl-D closes the reader without an answer.
  const closed = new Promise<undefined>((resolve) => reader.once('close', () => resolve(undefined)))
  const answer = await Promise.race([reader.question(question.replaceAll('\u00a0', ' ')), closed])
  reader.close()
  return answer
}

void runCommandLine(words, version, terminal).then((code) => (process.exitCode = code))
