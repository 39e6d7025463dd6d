/**
 * The entrance of the web application: the only place that reads the environment.
 *
 *     PORT         the port to listen on, 4780 if not said; the next free one if it is taken
 *     CONTRACTS    the folder of contracts, the project's own if not said
 *
 * Prints one line with the address once the first page can be asked for. Listens on this machine only.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createServer } from './web/index.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const usualPort = 4780
const portsTried = 100

const { server, warm } = createServer({
  root,
  contracts: process.env.CONTRACTS ?? join(root, 'contracts'),
  first: 'vejle-familiebehandling',
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0))
  })
}

const port = await listenFrom(Number(process.env.PORT ?? usualPort))
console.log(`Bundlinje: http://127.0.0.1:${port}/`)
await warm()

/** Listens on the port, or on the first free one after it. */
async function listenFrom(first: number): Promise<number> {
  const host = '127.0.0.1'
  for (let port = first; port < first + portsTried; port++) {
    try {
      await server.listen({ port, host })
      return port
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken) throw error
    }
  }
  throw new Error(`No port from ${first} to ${first + portsTried - 1} is free.`)
}
