/**
 * The settle workload by DuckDB, from CSV to answer. Its rules are in duckdb.sql.
 *
 *     node duckdb.mjs <data folder> <answer file> <cores> <folder with the npm packages>
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const [folder, answer, cores, packages] = process.argv.slice(2)
const { DuckDBInstance } = createRequire(pathToFileURL(`${packages}/package.json`))('@duckdb/node-api')

const instance = await DuckDBInstance.create(':memory:', { threads: cores })
const database = await instance.connect()

// Both steps of the query use the facts, so they are read once into a table.
await phase('read', async () => {
  await read('contracts', '')
  await read('people', { person_id: 'INTEGER', contract_id: 'INTEGER', start_date: 'DATE', observed_to: 'DATE' })
  await read('facts', {
    person_id: 'INTEGER',
    measure: 'VARCHAR',
    date_from: 'DATE',
    date_to: 'DATE',
    value: 'INTEGER',
  })
})
await phase('compute', async () => {
  const sql = readFileSync(new URL('duckdb.sql', import.meta.url), 'utf8')
  for (const statement of sql.split(';\n')) await database.run(statement)
  await database.run(`COPY answer TO '${quoted(answer)}' (FORMAT csv, HEADER)`)
})

async function read(name, types) {
  const columns =
    types === '' ? '' : `, columns = {${Object.entries(types).map(([column, type]) => `${column}: '${type}'`)}}`
  const file = quoted(`${folder}/${name}.csv`)
  await database.run(
    `CREATE TABLE ${name} AS SELECT * FROM read_csv('${file}', header = true, delim = ',', quote = ''${columns})`,
  )
}

function quoted(text) {
  return text.replaceAll("'", "''")
}

async function phase(name, work) {
  const begun = performance.now()
  await work()
  console.log(JSON.stringify({ phase: name, seconds: (performance.now() - begun) / 1000 }))
}
