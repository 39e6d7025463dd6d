/**
 * The little Markdown that lists of sources are written in: headings, paragraphs, lists, tables, emphasis, code, addresses.
 *
 * Everything else stands as it was written. Headings are moved one level down, since the page has its own first.
 */
import { type ComponentChildren } from 'preact'

type Block =
  | { is: 'heading'; level: number; text: string }
  | { is: 'paragraph'; text: string }
  | { is: 'list'; isNumbered: boolean; items: string[] }
  | { is: 'table'; head: string[]; rows: string[][] }
  | { is: 'code'; text: string }

export function Markdown({ text }: { text: string }) {
  return (
    <div class="markdown">
      {blocksOf(text).map((block, index) => (
        <BlockOf key={index} block={block} />
      ))}
    </div>
  )
}

/** The first heading of a text, which names it. */
export function headingOf(text: string): string | undefined {
  const first = blocksOf(text)[0]
  return first?.is === 'heading' && first.level === 1 ? first.text : undefined
}

/** The text without its first heading. */
export const withoutHeading = (text: string): string => text.replace(/^\s*#\s.*\n/, '')

function BlockOf({ block }: { block: Block }) {
  switch (block.is) {
    case 'heading':
      return block.level <= 2 ? <h2>{inline(block.text)}</h2> : <h3>{inline(block.text)}</h3>
    case 'paragraph':
      return <p>{inline(block.text)}</p>
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'list': {
      const items = block.items.map((item) => <li key={item}>{inline(item)}</li>)
      return block.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'table':
      return (
        <div class="scroll" tabindex={0} role="region" aria-label={block.head.filter((cell) => cell !== '').join(', ')}>
          <table>
            <thead>
              <tr>
                {block.head.map((cell, column) =>
                  // The corner of a table may be empty, and then it heads nothing.
                  cell === '' ? (
                    <td key={column} />
                  ) : (
                    <th scope="col" key={column}>
                      {inline(cell)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) =>
                    column === 0 && cell !== '' ? (
                      <th scope="row" key={column}>
                        {inline(cell)}
                      </th>
                    ) : (
                      <td key={column}>{inline(cell)}</td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
  }
}

/** The blocks of a text, in order. */
export function blocksOf(text: string): Block[] {
  const lines = text.replace(/\r/g, '').split('\n')
  const blocks: Block[] = []
  let at = 0
  const linesWhile = (fits: (line: string) => boolean): string[] => {
    const start = at
    while (at < lines.length && fits(lines[at]!)) at++
    return lines.slice(start, at)
  }
  while (at < lines.length) {
    const line = lines[at]!
    if (line.trim() === '') at++
    else if (/^#{1,6} /.test(line)) {
      blocks.push({ is: 'heading', level: /^#+/.exec(line)![0].length, text: line.replace(/^#+ /, '').trim() })
      at++
    } else if (line.startsWith('```')) {
      at++
      blocks.push({ is: 'code', text: linesWhile((one) => !one.startsWith('```')).join('\n') })
      at++
    } else if (line.startsWith('|')) blocks.push(tableOf(linesWhile((one) => one.startsWith('|'))))
    else if (isItem(line)) {
      const isNumbered = /^\d/.test(line)
      blocks.push(listOf(linesWhile((one) => (isItem(one) && /^\d/.test(one) === isNumbered) || /^\s+\S/.test(one))))
    } else {
      const isText = (one: string) => one.trim() !== '' && !/^(#{1,6} |\||```)/.test(one) && !isItem(one)
      const text = linesWhile(isText)
      // A line that begins like a block and is none is still text.
      blocks.push({ is: 'paragraph', text: (text.length === 0 ? [lines[at++]!] : text).join(' ') })
    }
  }
  return blocks
}

const isItem = (line: string): boolean => /^([-*]|\d+\.) /.test(line)

function listOf(lines: readonly string[]): Block {
  const items: string[] = []
  for (const line of lines) {
    if (isItem(line)) items.push(line.replace(/^([-*]|\d+\.) /, ''))
    else items.push(`${items.pop() ?? ''} ${line.trim()}`)
  }
  return { is: 'list', isNumbered: /^\d/.test(lines[0] ?? ''), items }
}

function tableOf(lines: readonly string[]): Block {
  const cells = (line: string) =>
    line
      .trim()
      .replace(/^\||\|$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|'))
  const [head = '', ...rest] = lines
  const rows = rest.filter((line) => !/^\|[\s:|-]+$/.test(line)).map(cells)
  return { is: 'table', head: cells(head), rows }
}

const marks = /(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)\s]+\)|https?:\/\/[^\s|<>)]+[^\s|<>).,;:])/

/** Emphasis, code and addresses inside a line. Only addresses of the web become links. */
function inline(text: string): ComponentChildren[] {
  return text.split(marks).map((part) => {
    if (part.startsWith('**')) return <b>{inline(part.slice(2, -2))}</b>
    if (part.startsWith('`')) return <code>{part.slice(1, -1)}</code>
    const named = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(part)
    if (named !== null) return isWeb(named[2]!) ? <Address href={named[2]!} text={named[1]!} /> : named[1]
    return isWeb(part) ? <Address href={part} text={shortAddress(part)} /> : part
  })
}

export const isWeb = (address: string): boolean => /^https?:\/\//.test(address)

/** The address without what every address begins with; a long one is cut where it may be. */
export const shortAddress = (address: string): string => address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')

function Address({ href, text }: { href: string; text: string }) {
  return (
    <a class="address" href={href} rel="noreferrer">
      {text}
    </a>
  )
}
