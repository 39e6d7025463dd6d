/** What each language says after the problems of a contract have been shown. */
export type CheckWords = {
  wrong: (count: number) => string
  unsettled: (count: number) => string
  notices: (count: number) => string
  signable: (path: string) => string
  summary: (path: string, counts: readonly string[], meaning: string) => string
  /** Of a case or a fund, which is not signed. */
  computable: (path: string) => string
  canRun: string
  notAnswered: string
  cannotRun: string
  cannotSign: string
  canSign: string
  more: (count: number, code: string) => string
  allFine: (count: number) => string
  someWrong: (fine: number, wrong: number, unsettled: number) => string
}
