/** What the sections of a case's page have in common. */
import { casePageWords, currencyWord } from '../../../locales/index.ts'
import { type Reader } from '../reader.ts'
import { type CaseData } from './data.ts'

export type Props = { reader: Reader; data: CaseData }

/** What a column of thousands says of itself. */
export function Thousands({ reader, currency }: { reader: Reader; currency: string }) {
  return <p class="small quiet">{casePageWords[reader.locale].thousands(currencyWord(currency, reader.locale))}</p>
}
