/** A table with a name in each row and numbers beside it; on a phone the rows of a wide one stand by themselves. */
import { type ComponentChildren } from 'preact'

export type NumberRow = { key: string; name: string; cells: readonly ComponentChildren[]; isTotal?: boolean }

/** So many columns of short numbers have room on a phone. */
const narrowMost = 4

export function NumberTable({
  heads,
  rows,
  label,
}: {
  heads: readonly string[]
  rows: readonly NumberRow[]
  label?: string
}) {
  const [first, ...others] = heads
  const isWide = heads.length > narrowMost
  return (
    <table class={isWide ? 'account' : 'account few'} aria-label={label}>
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
              <td class="number" data-label={isWide ? others[index] : undefined} key={others[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
