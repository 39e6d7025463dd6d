/** A table with a name in each row and figures beside it, for funds, investors and an early end. */
import { type ComponentChildren } from 'preact'

export type NumberRow = {
  key: string
  name: ComponentChildren
  /** One for each column after the first. */
  cells: readonly ComponentChildren[]
  isTotal?: boolean
}

export type NumberTableInput = {
  heads: readonly string[]
  rows: readonly NumberRow[]
  /** For those who do not see the heading above. */
  caption?: string
  /** How many of the columns after the first hold words. */
  words?: number
  /** So few columns of such short numbers that a phone has room for them; otherwise each row stands by itself there. */
  isShort?: boolean
  /** The names are not broken over two lines: days. */
  isNameHeld?: boolean
}

export function NumberTable({
  heads,
  rows,
  caption,
  words = 0,
  isShort = false,
  isNameHeld = false,
}: NumberTableInput) {
  const [first, ...others] = heads
  const classOf = (index: number) => (index < words ? undefined : 'number')
  return (
    <table class={isShort ? 'account few' : 'account'}>
      {caption !== undefined && <caption class="unseen">{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((head, index) => (
            <th scope="col" class={classOf(index)} key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells, isTotal }) => (
          <tr key={key} class={isTotal === true ? 'account-total' : undefined}>
            <th scope="row" class={isNameHeld ? 'hold' : undefined}>
              {name}
            </th>
            {cells.map((cell, index) => (
              <td class={classOf(index)} data-label={isShort ? undefined : others[index]} key={others[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
