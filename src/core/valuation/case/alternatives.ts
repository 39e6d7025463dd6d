/**
 * Own money, the pool or an investor, side by side: the same effort, the same people, and who carries what.
 *
 *     price of risk = what is paid back − what was put in, when it goes as expected
 *     no effect     = everybody who succeeds would have done so anyway
 *
 * The comparison is honest when it argues against an investor: a municipality that can wait, and believes in the effort, keeps
 * the price of risk by paying itself. What the investor carries is seen in the row for no effect. The case that surprises: when
 * results are counted without taking off what would have happened anyway, the investor is paid although there is no effect.
 */
import { type Problem } from '../../base/index.ts'
import { type Words } from '../../text/index.ts'
import { type Catalogue } from '../catalogue/catalogue.ts'
import { expectedActivity } from './activity.ts'
import { type Balance, balanceOf } from './balance.ts'
import { type CaseFile, type FinanceMode, financeModes } from './case-file.ts'
import { compileCase, parametersOf } from './compile-case.ts'
import { type Activity, type CompileOptions, type CompiledCase } from './compiled.ts'
import { type CaseData } from './compiling.ts'
import { type Series, budgetOf, inOre } from './matrix.ts'
import { valueActivity } from './value-activity.ts'

export type Alternative = {
  mode: FinanceMode
  label: Words | undefined
  isChosen: boolean
  /** The municipality's budgets, and when they have got back what they put in. */
  municipality: Series
  balance: Balance
  /** Present value to the municipality when the effort has no effect. */
  withoutEffect: number
  /** What the investor or pool puts in and gets back, undiscounted. */
  putIn: number
  paidBack: number
  /** What is paid back above what was put in; below nothing when some of it is lost. */
  priceOfRisk: number
}

/** Every way of financing that the case describes; own money is always one. */
export function alternativesOf(
  file: CaseFile,
  catalogue: Catalogue,
  options: CompileOptions,
  data?: CaseData,
): { alternatives: Alternative[]; problems: Problem[] } {
  const { compiled, problems } = compileModes(file, catalogue, options, data)
  return { alternatives: compiled.map(alternativeOf), problems }
}

/** The case as compiled for each way of financing that it describes; own money first. */
export function compileModes(
  file: CaseFile,
  catalogue: Catalogue,
  options: CompileOptions,
  data?: CaseData,
): { compiled: CompiledCase[]; problems: Problem[] } {
  const problems: Problem[] = []
  const modes = financeModes.filter((mode) => mode === 'self' || file.finance[mode] !== undefined)
  const compiled = modes.flatMap((mode) => {
    const found = compileCase(file, catalogue, { ...options, mode }, data)
    problems.push(...found.problems.filter(({ severity }) => severity !== 'notice'))
    return found.compiled === undefined ? [] : [found.compiled]
  })
  return { compiled, problems }
}

function alternativeOf(compiled: CompiledCase): Alternative {
  const parameters = parametersOf(compiled)
  const activity = expectedActivity(compiled, parameters)
  const value = valueActivity(compiled, activity, parameters)
  const bare = valueActivity(compiled, ineffective(activity), parameters)
  const { mode, file } = compiled
  const [putIn, paidBack] = [value.outlays, value.payments].map((of) => of.reduce((sum, amount) => sum + amount, 0))
  return {
    mode,
    label: mode === 'self' ? undefined : file.finance[mode]?.label,
    isChosen: mode === file.finance.chosen,
    municipality: budgetOf(compiled, value, 'municipality'),
    balance: balanceOf(compiled, value),
    withoutEffect: budgetOf(compiled, bare, 'municipality').presentValue,
    putIn: inOre(putIn!),
    paidBack: inOre(paidBack!),
    priceOfRisk: inOre(paidBack! - putIn!),
  }
}

/** The same people and the same service; whoever succeeds would have anyway. */
function ineffective(activity: Activity): Activity {
  return { ...activity, groups: activity.groups.map((group) => ({ ...group, successes: group.anyway })) }
}
