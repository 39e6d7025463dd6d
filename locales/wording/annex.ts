/** What each language says around the annex, whose sentences the core makes. */

export type AnnexWords = {
  title: string
  version: (name: string, from: string | undefined) => string
  clause: (number: string) => string
  unsettled: (count: number) => string
  answers: string
  readingShown: string
}
