/** What each language asks and says when an agreement is begun. */

export type NewField =
  'title' | 'kind' | 'currency' | 'payer' | 'payee' | 'from' | 'through' | 'people' | 'goal' | 'price'

export type NewWords = {
  opening: string
  questions: Record<NewField, string>
  /** What stands there if nothing is answered. */
  otherwise: (text: string) => string
  needed: string
  missing: (options: string) => string
  notACurrency: (text: string) => string
  notAnAmount: (text: string) => string
  notANumber: (text: string) => string
  wrongOrder: string
  kindUnknown: (text: string, known: string) => string
  payerDefault: string
  payeeDefault: string
  goalDefault: string
  done: (folder: string) => string
  next: (folder: string) => string
}
