/** What the pages of a draft are called where one is asked for. */
import { type Scenario } from '../../operations/index.ts'

/** The pages of a case that a draft has too. */
export const draftPages = ['case', 'calculation', 'uncertainty'] as const
export type DraftPage = (typeof draftPages)[number]

/** What a button says that shows a page of the draft. */
export const showing = (page: DraftPage, scenario: Scenario): string => `show|${page}|${scenario}`
