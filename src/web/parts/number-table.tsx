/** A table with a name in each row and numbers beside it; on a phone each row stands by itself, unless there is room for all. */
import { type ComponentChildren } from 'preact'

export type NumberRow = { key: string; name: string; cells: readonly ComponentChildren[]; isTotal?: boolean }

export function NumberTable({
  heads,
  rows,
  label,
  isShort = false,
}: {
  heads: readonly string[]
  rows: readonly NumberRow[]
  label?: string
  /** So few columns of such short numbers that a phone has room for them. */
  isShort?: boolean
}) {
  const [first, ...others] = heads
  return (
    <table class={isShort ? 'account few' : 'account'} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((head) => (
            <th scope="col" class="number" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells, isTotal }) => (
          <tr key={key} class={isTotal === true ? 'account-total' : undefined}>
            <th scope="row">{name}</th>
            {cells.map((cell, index) => (
              <td class="number" data-label={isShort ? undefined : others[index]} key={others[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
