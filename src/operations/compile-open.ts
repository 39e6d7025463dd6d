/**
 * A case that is open, made ready to be valued: in a scenario, under the law of each day or of one day.
 *
 *     compileOpen(open, { scenario: 'narrow' })   →   the compiled case, or what stands in the way
 *
 * Compiling tries every refund rule in every month in which a success can be, so whoever keeps cases open keeps what comes of it.
 */
import { type CompileOptions, type CompileResult, compileCase } from '../core/valuation/index.ts'
import { type OpenDraft } from './draft-case.ts'

export type CompilableCase = Pick<OpenDraft, 'read' | 'catalogue' | 'data'>
export type CaseCompiler = (open: CompilableCase, options: CompileOptions) => CompileResult

/** Nothing compiled, and no problems beside those of reading, where the case cannot be read. */
export const compileOpen: CaseCompiler = ({ read, catalogue, data }, options) =>
  read.caseFile === undefined
    ? { compiled: undefined, problems: [] }
    : compileCase(read.caseFile, catalogue, options, data)
