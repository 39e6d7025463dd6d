/**
 * Who pays and who gains, as bands between two sides, in one scale of kroner for every figure on the page.
 *
 *     Investor   ▆▆▆▆▆╮        ╭▆▆▆▆▆▆ Familieafdelingen
 *     Kommunen   ▂▂▂▂▂┿indsatsen▂▂▂▂▂▂ Staten
 *                      ╰┈┈┈┈┈┈ frigjort kapacitet
 *
 * What enters the middle and what leaves it need not be alike: that is the question of a business case. What is no budget money
 * is drawn dotted and stands apart. The bands stretch with the column; the words do not.
 */
import { linkHorizontal } from 'd3-shape'

export type FlowNode = { key: string; name: string; amount: number; text: string; isApart?: boolean }

export type FlowInput = {
  left: readonly FlowNode[]
  right: readonly FlowNode[]
  heads: { left: string; right: string; apart: string }
  middle: string
  /** Kroner to the pixel. */
  scale: number
  title: string
  titleId: string
}

const gap = 14
const words = 40
const head = 28
const apartGap = 40
/** Across, in per cent: where bands enter the middle and leave it. Without a name the bands meet. */
const middleOf = (name: string): [number, number] => (name === '' ? [50, 50] : [47, 53])

type Placed = FlowNode & { y: number; thickness: number; inner: number }

export function FlowFigure({ left, right, heads, middle, scale, title, titleId }: FlowInput) {
  const sides = [placed(left, scale), placed(right, scale)]
  const height = Math.max(...sides.map(({ height: own }) => own)) + 8
  const [from, to] = sides as [Side, Side]
  const apart = to.nodes.find(({ isApart }) => isApart)
  const inside = Math.max(from.inside, to.inside)
  const [middleFrom, middleTo] = middleOf(middle)
  // What is dotted leaves the middle lower than the words stand: they end before it.
  const beside =
    apart === undefined
      ? ({ x: '50%', 'text-anchor': 'middle' } as const)
      : ({ x: `${middleTo}%`, dx: '-7', 'text-anchor': 'end' } as const)
  return (
    <svg class="flow" height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
        {from.nodes.map((node) => (
          <Band key={node.key} node={node} x={0} to={middleFrom} />
        ))}
        {to.nodes.map((node) => (
          <Band key={node.key} node={node} x={100} to={middleTo} />
        ))}
      </svg>
      {middle !== '' && (
        <>
          <line
            class="flow-middle"
            x1={`${middleFrom}%`}
            x2={`${middleFrom}%`}
            y1={innerTop}
            y2={innerTop + from.inside}
          />
          <line class="flow-middle" x1={`${middleTo}%`} x2={`${middleTo}%`} y1={innerTop} y2={innerTop + to.inside} />
          <text class="chart-label" y={innerTop + inside + 18} {...beside}>
            {middle}
          </text>
        </>
      )}
      <text class="chart-label" x="0" y="14">
        {heads.left}
      </text>
      <text class="chart-label" x="100%" y="14" text-anchor="end">
        {heads.right}
      </text>
      {apart !== undefined && (
        <text class="chart-label" x="100%" y={apart.y - words - 10} text-anchor="end">
          {heads.apart}
        </text>
      )}
      {from.nodes.map((node) => (
        <Words key={node.key} node={node} x="0" anchor="start" />
      ))}
      {to.nodes.map((node) => (
        <Words key={node.key} node={node} x="100%" anchor="end" />
      ))}
    </svg>
  )
}

type Side = { nodes: Placed[]; height: number; inside: number }

const innerTop = head + words

function placed(nodes: readonly FlowNode[], scale: number): Side {
  let [y, inner] = [head, innerTop]
  let isApart = false
  let inside = 0
  const placedNodes = nodes.map((node): Placed => {
    const thickness = Math.max(2, node.amount / scale)
    if (node.isApart === true && !isApart) {
      isApart = true
      y += apartGap
    }
    y += words
    const own = { ...node, y, thickness, inner }
    y += thickness + gap
    inner += thickness
    if (node.isApart !== true) inside += thickness
    return own
  })
  return { nodes: placedNodes, height: Math.max(y, innerTop + inside + 26), inside }
}

const link = linkHorizontal<unknown, { x: number; y: number }>()
  .x(({ x }) => x)
  .y(({ y }) => y)

/** Across, in per cent of the figure: so far a band is level, under its words, before it bends to the middle. */
const level = 24

/** The band lies between two like curves, so that stretching it across leaves its height as it is. */
function Band({ node, x, to }: { node: Placed; x: number; to: number }) {
  const { y, thickness, inner, isApart } = node
  const bend = Math.abs(x - level)
  const upper = link({ source: { x: bend, y }, target: { x: to, y: inner } }) ?? ''
  const lower = link({ source: { x: to, y: inner + thickness }, target: { x: bend, y: y + thickness } }) ?? ''
  const d = `M${x},${y}L${upper.slice(1)}L${lower.slice(1)}L${x},${y + thickness}Z`
  return <path class={isApart === true ? 'flow-apart' : 'flow-band'} d={d} />
}

function Words({ node, x, anchor }: { node: Placed; x: string; anchor: 'start' | 'end' }) {
  return (
    <>
      <text class="chart-label bold" x={x} y={node.y - 21} text-anchor={anchor}>
        {node.name}
      </text>
      <text class="chart-label" x={x} y={node.y - 5} text-anchor={anchor}>
        {node.text}
      </text>
    </>
  )
}
