/**
 * The VAT in what a consequence saves, as formulas: what is paid, the VAT in it, and what of it a rule of refund sees.
 *
 * VAT comes back by itself, so that a rule bears a part of the rest alone. What most rules bear of the rest is the same part of what
 * they bear of it all; a rule with limits is run on the amounts without their VAT (`hasLimits`).
 */
import { type CaseConsequence } from '../case/case-file.ts'
import { type Inputs } from './inputs-sheet.ts'
import { type LawMonths, vatParts } from './law-sheet.ts'
import { type Column, type MonthSheet, inMonth } from './months.ts'
import { hasLimits } from './refund-sheets.ts'
import { type WorkbookWords } from './words.ts'

type Setting = { law: LawMonths; inputs: Inputs; words: WorkbookWords }

/** What was paid, and what a rule bears of it. */
export type Saved = { gross: Column; refund: Column | undefined }
export type SavedWithVat = Saved & { charged: Column | undefined }

export class EffectVat {
  /** How much of an amount without VAT is paid in a month, and is VAT. */
  private readonly parts: (month: number) => { paid: string; vat: string }
  private readonly words: WorkbookWords
  private readonly months: MonthSheet
  private readonly isLimited: boolean

  constructor({ law, inputs, words }: Setting, months: MonthSheet, { vat = 'none', refund }: CaseConsequence) {
    const { sheet } = months
    const share = typeof vat === 'object' ? inputs.number(`${vat.path}.share`, sheet) : '0'
    const parts = vatParts(law, { vat, share, words })
    this.parts = (month) => parts(sheet, month)
    this.words = words
    this.months = months
    this.isLimited = refund !== 'none' && hasLimits(refund.rule)
  }

  /** What a rule with limits is to see of an amount of a month; nothing for other rules, which are run on all of it. */
  get counted(): ((month: number) => string) | undefined {
    return this.isLimited ? (month) => this.rest(month) : undefined
  }

  private rest(month: number): string {
    const { paid, vat } = this.parts(month)
    return `(${paid}-${vat})`
  }

  /** The amounts with their VAT, and the VAT by itself. */
  on({ gross, refund }: Saved): SavedWithVat {
    const { words } = this
    const times = (of: Column, head: string, factor: (month: number) => string): Column => {
      const cell = (month: number): string => `${this.months.sheet.to(inMonth(of, month))}*${factor(month)}`
      return this.months.add({ head, style: 'money', cell })
    }
    return {
      gross: times(gross, words.heads.paid, (month) => this.parts(month).paid),
      charged: times(gross, words.heads.vat, (month) => this.parts(month).vat),
      refund:
        refund === undefined || this.isLimited
          ? refund
          : times(refund, words.heads.refund, (month) => this.rest(month)),
    }
  }
}
