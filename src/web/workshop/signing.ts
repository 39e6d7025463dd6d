/**
 * What somebody writes to sign a step off, until it is in the text: kept while other fields change, and looked at when the button is
 * pressed. Nothing is signed without a name and a day.
 *
 *     by=cost: Mette Kjær, on=cost: nothing, the button pressed  →  typed by=cost, and that the day is missing
 */
import { type Locale } from '../../core/base/index.ts'
import { outlineDraft } from '../../operations/index.ts'
import { shownValue } from '../parts/typed-value.ts'

type Form = ReadonlyMap<string, string>

/** `typed` is by the names of the fields; `missing` are those that must be filled in before the step can be signed. */
export type Signing = { typed: ReadonlyMap<string, string>; missing: ReadonlySet<string> }

/** After the button `does` has been pressed; `text` is what it led to. */
export function signingIn(form: Form, does: string, text: string, locale: Locale): Signing {
  const leaves = outlineDraft(text)?.leaves
  const typed = [...form].filter(([name, value]) => {
    if (/^withdraw-(by|on|note)=/.test(name)) return value.trim() !== ''
    const [, field = '', step = ''] = /^(by|on|note-da|note-en)=(.*)$/.exec(name) ?? []
    if (field === '') return false
    const kept = leaves?.get(`case.signed-off.${step}.${field.replace('-', '.')}`)?.text ?? ''
    return value.trim() !== (field === 'on' ? shownValue(kept, 'day', locale).text : kept)
  })
  const [verb = '', step = ''] = does.split('|')
  const isDone = verb === 'sign' || verb === 'withdraw'
  const missing = isDone ? unfilled(form, step, verb === 'sign' ? '' : 'withdraw-') : []
  // What has been signed or withdrawn is in the text, in the manner of the text.
  const isSigned = isDone && missing.length === 0
  return {
    typed: new Map(typed.filter(([name]) => !isSigned || !name.endsWith(`=${step}`))),
    missing: new Set(missing),
  }
}

/** The name and the day, where nothing stands in their fields. */
export const unfilled = (form: Form, step: string, of: '' | 'withdraw-' = ''): string[] =>
  [`${of}by=${step}`, `${of}on=${step}`].filter((name) => (form.get(name) ?? '').trim() === '')
