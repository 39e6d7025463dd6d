/** A clause that is neither a goal nor a payment: what it says, and what it did to the statement. */
import { reasonWords } from '../../locales/index.ts'
import { type Explained, clausesNumbered } from '../operations/index.ts'
import { type ExplainPage, clauseTitle, inRung } from './explain-lines.ts'
import { type Rung, ladderLines } from './ladder.ts'
import { limitSentence, payerSentences } from './statement-page.ts'
import { styled } from './terminal.ts'

/** Each part of the terms with the number: a limit with what it took or added, the payers with what each pays. */
export function clauseText({ number, statement }: Extract<Explained, { is: 'clause' }>, page: ExplainPage): string {
  const { terminal, agreement } = page
  const words = reasonWords[terminal.locale]
  const wrap = (text: string) => inRung(text, page)
  return clausesNumbered(agreement, number, terminal.locale)
    .map(({ id, heading, sentences }) => {
      const did = didTo(id, statement, page)
      const rungs: Rung[] = [
        { label: words.labels.clause, lines: wrap(words.quote(sentences.map(({ text }) => text).join(' '))) },
        { label: words.labels.amount, lines: did.flatMap(wrap) },
      ]
      const told = rungs.filter(({ lines }) => lines.length > 0)
      return [styled(terminal, 'strong', clauseTitle(number, heading)), ...ladderLines(told, terminal)].join('\n')
    })
    .join('\n\n')
}

function didTo(id: string, statement: Extract<Explained, { is: 'clause' }>['statement'], page: ExplainPage): string[] {
  const limit = /^limits\.(\d+)$/.exec(id)
  if (limit !== null) return [limitSentence(statement, Number(limit[1]), page)]
  return id === 'payers' ? payerSentences(statement, page) : []
}
