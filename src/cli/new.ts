/** `bundlinje new`: begin an agreement by a few questions, or by options for who writes a script. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, type Exact, currencyOf, dayOf, dayText, parseExact, partsOf, sign } from '../core/base/index.ts'
import { listText, newWords, problemText, terminalWords } from '../../locales/index.ts'
import { type FlowKind, type NewContract, createContract, folderName } from '../operations/index.ts'
import { type ExitCode, type Input, kindsOfFlow } from './commands.ts'
import { readDate } from './dates.ts'
import { wrapped } from './lines.ts'
import { plainJson } from './plain-json.ts'
import { type Terminal } from './terminal.ts'
import { UsageFault } from './usage-fault.ts'

const fields = ['title', 'kind', 'currency', 'payer', 'payee', 'from', 'through', 'people', 'goal', 'price'] as const
type Field = (typeof fields)[number]

/** Without these nothing can be written; the others have something to begin with. */
const needed: readonly Field[] = ['title', 'goal', 'price']

export async function run(input: Input, terminal: Terminal): Promise<ExitCode> {
  const words = newWords[terminal.locale]
  const texts = await answersTo(input, terminal)
  const answers = readAnswers(texts, terminal)
  const [given] = input.arguments
  const inside = existsSync('contracts') ? 'contracts' : '.'
  const path = given ?? join(inside, folderName(answers.title))
  const created = createContract(path, answers, terminal.locale)
  if (created.problems.length > 0) {
    throw new UsageFault(created.problems.map((problem) => problemText(problem, terminal.locale)).join('\n'), 1)
  }
  if (!created.isWritten) throw new UsageFault(terminalWords[terminal.locale].folderExists(path))
  if (input.options.json === true) terminal.print(plainJson({ folder: path, files: created.files }))
  else {
    for (const file of created.files) terminal.print(terminalWords[terminal.locale].written(file))
    const { width } = terminal
    terminal.print(['', ...wrapped(words.done(path), { width }), ...wrapped(words.next(path), { width })].join('\n'))
  }
  return 0
}

/** The answers as texts: from the options, or asked for in the terminal, or what there is to begin with. */
async function answersTo(input: Input, terminal: Terminal): Promise<Record<Field, string>> {
  const words = newWords[terminal.locale]
  const otherwise = defaults(terminal)
  const given = Object.fromEntries(
    fields.flatMap((field) => {
      const text = input.options[field]
      return typeof text === 'string' ? [[field, text]] : []
    }),
  ) as Partial<Record<Field, string>>
  const isAsking = fields.every((field) => given[field] === undefined) && terminal.ask !== undefined
  if (!isAsking) {
    const missing = needed.filter((field) => given[field] === undefined)
    if (missing.length > 0) {
      throw new UsageFault(
        words.missing(
          listText(
            missing.map((field) => `--${field}`),
            terminal.locale,
          ),
        ),
      )
    }
    return { ...otherwise, ...given }
  }
  terminal.say(words.opening)
  const answers = { ...otherwise }
  for (const field of fields) answers[field] = await asked(field, otherwise[field], answers, terminal)
  return answers
}

/** Asks until the answer can be read; an end of the input ends the command. */
async function asked(
  field: Field,
  otherwise: string,
  answers: Record<Field, string>,
  terminal: Terminal,
): Promise<string> {
  const words = newWords[terminal.locale]
  for (;;) {
    const question = `${words.questions[field]}${otherwise === '' ? '' : words.otherwise(otherwise)} `
    const answer = await terminal.ask!(question)
    if (answer === undefined) throw new UsageFault(`\n${terminalWords[terminal.locale].interrupted}`)
    const text = answer.trim() === '' ? otherwise : answer.trim()
    if (text === '') {
      terminal.say(words.needed)
      continue
    }
    try {
      checks[field](text, terminal, answers)
      return text
    } catch (fault) {
      if (!(fault instanceof UsageFault)) throw fault
      terminal.say(fault.message)
    }
  }
}

function defaults({ locale, today }: Terminal): Record<Field, string> {
  const words = newWords[locale]
  const { year } = partsOf(today)
  return {
    title: '',
    kind: 'grant',
    currency: 'DKK',
    payer: words.payerDefault,
    payee: words.payeeDefault,
    from: dayText(dayOf(year + 1, 1, 1)),
    through: dayText(dayOf(year + 4, 12, 31)),
    people: '25',
    goal: '',
    price: '',
  }
}

type Check = (text: string, terminal: Terminal, answers: Record<Field, string>) => void

const isText: Check = () => {}
const checks: Record<Field, Check> = {
  title: isText,
  payer: isText,
  payee: isText,
  goal: isText,
  kind: (text, terminal) => void kindIn(text, terminal),
  currency: (text, terminal) => void currencyIn(text, terminal),
  from: (text, terminal) => void readDate(text, terminal.locale),
  through: (text, terminal, answers) =>
    inOrder(readDate(answers.from, terminal.locale), readDate(text, terminal.locale), terminal),
  people: (text, terminal) => void countIn(text, terminal),
  price: (text, terminal) => void amountIn(text, terminal),
}

function readAnswers(texts: Record<Field, string>, terminal: Terminal): NewContract {
  const from = readDate(texts.from, terminal.locale)
  const through = readDate(texts.through, terminal.locale)
  inOrder(from, through, terminal)
  return {
    title: texts.title.trim(),
    kind: kindIn(texts.kind, terminal),
    currency: currencyIn(texts.currency, terminal),
    payer: texts.payer.trim(),
    payee: texts.payee.trim(),
    from,
    through,
    people: countIn(texts.people, terminal),
    goal: texts.goal.trim(),
    price: amountIn(texts.price, terminal),
  }
}

function inOrder(from: Day, through: Day, { locale }: Terminal): void {
  if (through < from) throw new UsageFault(newWords[locale].wrongOrder)
}

function kindIn(text: string, { locale }: Terminal): FlowKind {
  const kind = kindsOfFlow.find((one) => one === text.trim().toLowerCase())
  if (kind === undefined) throw new UsageFault(newWords[locale].kindUnknown(text, listText(kindsOfFlow, locale)))
  return kind
}

function currencyIn(text: string, { locale }: Terminal): string {
  const code = text.trim().toUpperCase()
  if (currencyOf(code) === undefined) throw new UsageFault(newWords[locale].notACurrency(text))
  return code
}

function countIn(text: string, { locale }: Terminal): number {
  if (!/^[1-9]\d{0,7}$/.test(text.trim())) throw new UsageFault(newWords[locale].notANumber(text))
  return Number(text)
}

/** `50000`, `50.000 kr.`, `50.000,50` in Danish; `50,000.50` in English. A sign of thousands stands before three digits. */
function amountIn(text: string, { locale }: Terminal): Exact {
  const bare = text
    .trim()
    .replace(/\s*(kr\.?|[A-Za-z]{3})$/i, '')
    .replace(/^[A-Za-z]{3}\s*/, '')
    .replace(/[\s\u00a0]/g, '')
  const [thousands, point] = locale === 'da' ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${point}\\d+)?$`)
  const plain = new RegExp(`^\\d+(\\${point}\\d+)?$`)
  const isRead = grouped.test(bare) || plain.test(bare)
  const value = isRead ? parseExact(bare.replaceAll(thousands, '').replace(point, '.')) : undefined
  if (value === undefined || sign(value) <= 0) throw new UsageFault(newWords[locale].notAnAmount(text))
  return value
}
