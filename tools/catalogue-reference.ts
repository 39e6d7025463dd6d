/**
 * docs/reference/catalogue.md: the stretches of the page that are made from the catalogue itself.
 *
 *     <!-- files -->    each file, its columns with every name they may have, and the words they may hold
 *     <!-- figures -->  how many figures of each file there are, by grade and by confidence
 *
 * `UPDATE=1 npx vitest run test/catalogue.test.ts` rewrites them.
 */
import { join } from 'node:path'
import {
  type TableColumn,
  catalogueTables,
  confidences,
  grades,
  readCatalogue,
  tableKinds,
} from '../src/core/valuation/index.ts'
import { readCatalogueFolder } from '../src/files/index.ts'

/** The page with every marked stretch made anew; `root` is the project's folder. */
export function cataloguePage(page: string, root: string): string {
  const made: Record<string, string> = { files: filesText(), figures: figuresText(root) }
  return page.replace(/<!-- (\w+) -->\n[\s\S]*?<!-- end -->/g, (whole: string, name: string) =>
    made[name] === undefined ? whole : `<!-- ${name} -->\n\n${made[name]}\n\n<!-- end -->`,
  )
}

function filesText(): string {
  return Object.values(tableKinds)
    .map(({ name, columns }) => {
      const rows = columns.map((column) => `| ${columnCells(column).join(' | ')} |`)
      const head = ['| column | or | holds | must | meaning |', '|---|---|---|---|---|']
      return [`### ${name}.csv`, '', ...head, ...rows].join('\n')
    })
    .join('\n\n')
}

function columnCells({ name, also, type, required, words, within, means }: TableColumn): string[] {
  const holds =
    words === undefined ? (within === undefined ? type : `number, ${within.join(' to ')}`) : wordsText(words)
  return [`\`${name}\``, also.map((other) => `\`${other}\``).join(' '), holds, required ? 'yes' : '', means]
}

function wordsText(words: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(words)
    .map(([word, also]) => [word, ...also].map((one) => `\`${one}\``).join(' = '))
    .join(', ')
}

function figuresText(root: string): string {
  const { layer } = readCatalogueFolder(join(root, 'catalogue'), 'national')!
  const tables = catalogueTables(readCatalogue([layer]).catalogue)
  const heads = ['file', 'figures', ...grades, ...confidences]
  const rows = tables.map(({ name, columns, rows: figures }) => {
    const count = (column: string, word: string) =>
      figures.filter((cells) => cells[columns.indexOf(column)] === word).length
    const counts = [
      ...grades.map((grade) => count('grade', grade)),
      ...confidences.map((one) => count('confidence', one)),
    ]
    return [`${name}.csv`, figures.length, ...counts]
  })
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
