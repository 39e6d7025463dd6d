/**
 * Opens a file that the reader has chosen as the draft: a text is read here, a workbook is sent to the server, which reads it and keeps
 * nothing. What is neither is said, and the draft stays as it was.
 */
import { workshopWords } from '../../../../locales/index.ts'
import { type Locale } from '../../../core/base/index.ts'
import { type ImportAnswer } from '../../draft-answer.tsx'
import { type OpenedFile, formMost, workbookMost, workbookType } from '../../workshop/file-names.ts'

export type Opened = { text: string | undefined; file: OpenedFile }

export async function openFile(chosen: File, action: string, locale: Locale): Promise<Opened> {
  const { name } = chosen
  const words = workshopWords[locale].onward
  const fault = (says: string): Opened => ({
    text: undefined,
    file: { name, isOpened: false, faults: [{ severity: 'wrong', cell: '', says }], prices: [] },
  })
  const isPacked = (await chosen.slice(0, 2).text()) === 'PK' || /\.xlsx$/i.test(name)
  // A draft is sent twice in a form, as the text and as what may be typed in its place.
  const most = isPacked ? workbookMost : formMost / 4
  if (chosen.size > most)
    return fault(words.tooLarge(String(most / 1_000_000).replace('.', locale === 'da' ? ',' : '.')))
  if (!isPacked) {
    const text = await chosen.text()
    return /[\0\uFFFD]/.test(text) || text.trim() === ''
      ? fault(words.notText)
      : { text, file: { name, isOpened: true, faults: [], prices: [] } }
  }
  const sent = { method: 'POST', headers: { 'content-type': workbookType }, body: chosen }
  const answer = await fetch(action, sent).catch(() => undefined)
  if (answer?.ok !== true) return fault(words.notRead)
  const { text, file } = (await answer.json()) as ImportAnswer
  const isOpened = text !== ''
  return { text: isOpened ? text : undefined, file: { name, isOpened, ...file } }
}
