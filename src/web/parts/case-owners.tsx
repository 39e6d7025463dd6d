/**
 * Who pays and who gains, owner by owner: what is put in, what is paid back, what is saved before and after the state's part -
 * and, kept apart, capacity that is only freed and what the citizen gains. Never one sum.
 */
import { casePageWords, caseWords, thousandText, wholeAmountText, ownerText } from '../../../locales/index.ts'
import { type CaseFigures, type CompiledCase, type LineKind } from '../../core/valuation/index.ts'
import { FlowFigure, type FlowNode } from '../charts/flow-figure.tsx'
import { type Reader } from '../reader.ts'

export type Figures = Pick<CaseFigures, 'matrix' | 'budgets'>
export type OwnersInput = { locale: Reader['locale']; compiled: CompiledCase; figures: Figures }

export type OwnerRow = {
  owner: string
  cost: number
  repayment: number
  gross: number
  refund: number
  net: number
  presentValue: number
  freed: number
  citizen: number
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/** One row for each owner whom anything of the case touches, in the order of the case. */
export function ownerRows({ owners }: CompiledCase, { matrix }: Figures): OwnerRow[] {
  return owners.flatMap(({ name: owner }) => {
    const own = matrix.filter((row) => row.owner === owner)
    if (own.length === 0) return []
    const of = (kind: LineKind) => own.filter((row) => row.kind === kind)
    const total = (kind: LineKind) => sum(of(kind).map(({ net }) => net.total))
    const budget = [...of('cost'), ...of('repayment'), ...of('cashable')]
    return [
      {
        owner,
        cost: total('cost'),
        repayment: total('repayment'),
        gross: sum(of('cashable').flatMap(({ gross }) => gross)),
        refund: sum(of('cashable').flatMap(({ refund }) => refund)),
        net: sum(budget.map(({ net }) => net.total)),
        presentValue: sum(budget.map(({ net }) => net.presentValue)),
        freed: total('freed-capacity'),
        citizen: total('citizen'),
      },
    ]
  })
}

const inBudget = ['cost', 'repayment', 'gross', 'refund', 'net', 'presentValue'] as const
const apart = ['freed', 'citizen'] as const

export function OwnersTable({ locale, compiled, figures }: OwnersInput) {
  const words = casePageWords[locale].owners
  const heads = { ...words, gross: words.savingGross }
  const rows = ownerRows(compiled, figures)
  const shown = apart.filter((key) => rows.some((row) => row[key] !== 0))
  const cell = (row: OwnerRow, key: (typeof inBudget)[number] | (typeof apart)[number]) => {
    const isNet = key === 'net'
    const isApart = key === 'freed' || key === 'citizen'
    const classes = [
      'number',
      ...(isNet ? ['is-net'] : []),
      ...(isApart ? ['is-apart'] : []),
      ...(row[key] === 0 ? ['quiet'] : []),
    ]
    return (
      <td class={classes.join(' ')} key={key} data-label={heads[key].replace('-', '')}>
        {thousandText(row[key], locale)}
      </td>
    )
  }
  return (
    <table class="owners">
      <thead>
        <tr>
          <th scope="col">{caseWords[locale].columns.owner}</th>
          {[...inBudget, ...shown].map((key) => (
            <th scope="col" class={apart.includes(key as 'freed') ? 'number is-apart' : 'number'} key={key}>
              {heads[key].replace('-', '\u00ad')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.owner}>
            <th scope="row">{ownerText(compiled, row.owner, locale)}</th>
            {[...inBudget, ...shown].map((key) => cell(row, key))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Flows = Readonly<Record<'pays' | 'gains' | 'repays' | 'receives', readonly FlowNode[]>>

/** Into the effort and out of it, and what is paid back for it and to whom. */
function flowsOf({ locale, compiled, figures }: OwnersInput): Flows {
  const { flow } = casePageWords[locale]
  const rows = ownerRows(compiled, figures)
  const amount = (kroner: number) => wholeAmountText(kroner, compiled.file.currency, locale)
  const node = (
    row: OwnerRow,
    kroner: number,
    name = ownerText(compiled, row.owner, locale),
    isApart = false,
  ): FlowNode[] =>
    kroner < 0.5 ? [] : [{ key: `${row.owner} ${name}`, name, amount: kroner, text: amount(kroner), isApart }]
  const saved = ({ gross, refund }: OwnerRow): number => gross + refund
  return {
    pays: rows.flatMap((row) => node(row, -row.cost - Math.min(0, saved(row)))),
    gains: [
      ...rows.flatMap((row) => node(row, saved(row))),
      ...rows.flatMap((row) => node(row, row.freed, flow.freedOf(ownerText(compiled, row.owner, locale)), true)),
      ...rows.flatMap((row) => node(row, row.citizen, undefined, true)),
    ],
    repays: rows.flatMap((row) => node(row, -row.repayment)),
    receives: rows.flatMap((row) => node(row, row.repayment)),
  }
}

/** The two figures, in one scale. */
export function FlowFigures(input: OwnersInput) {
  const { flow } = casePageWords[input.locale]
  const flows = flowsOf(input)
  const total = (nodes: readonly FlowNode[]) => sum(nodes.map((one) => one.amount))
  const scale = Math.max(1, ...Object.values(flows).map(total)) / 170
  const said = (from: readonly FlowNode[], to: readonly FlowNode[]) =>
    [...from, ...to].map(({ name, text }) => `${name} ${text}`).join('; ')
  const { pays, gains, repays, receives } = flows
  return (
    <>
      <FlowFigure
        left={pays}
        right={gains}
        heads={{ left: flow.putsIn, right: flow.saves, apart: flow.apart }}
        middle={flow.effort}
        scale={scale}
        title={`${flow.title}: ${said(pays, gains)}`}
        titleId="flow-title"
      />
      {repays.length > 0 && (
        <FlowFigure
          left={repays}
          right={receives}
          heads={{ left: flow.repays, right: flow.receives, apart: '' }}
          middle=""
          scale={scale}
          title={`${flow.repays}: ${said(repays, receives)}`}
          titleId="repayment-title"
        />
      )}
    </>
  )
}

/** The same two figures as a table: a row for each band, from whom to whom. */
export function FlowTable(input: OwnersInput) {
  const { flow, asTable } = casePageWords[input.locale]
  const { pays, gains, repays, receives } = flowsOf(input)
  const row = (from: string, to: string, { key, text, isApart }: FlowNode) => ({
    key: `${from} ${to} ${key}`,
    from,
    to: isApart === true ? `${to} (${flow.notBudget})` : to,
    text,
  })
  const rows = [
    ...pays.map((node) => row(node.name, flow.effort, node)),
    ...gains.map((node) => row(flow.effort, node.name, node)),
    ...repays.map((node) => row(node.name, flow.repayment, node)),
    ...receives.map((node) => row(flow.repayment, node.name, node)),
  ]
  return (
    <details class="case-details">
      <summary>
        {asTable}
        <span class="unseen">: {flow.title}</span>
      </summary>
      <table class="stacked">
        <caption class="unseen">{flow.title}</caption>
        <thead>
          <tr>
            <th scope="col">{flow.from}</th>
            <th scope="col">{flow.to}</th>
            <th scope="col" class="number">
              {flow.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, from, to, text }) => (
            <tr key={key}>
              <th scope="row">{from}</th>
              <td data-label={flow.to}>{to}</td>
              <td class="number" data-label={flow.amount}>
                {text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
