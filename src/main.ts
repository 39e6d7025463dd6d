/**
 * The entrance of the web application: the only place that reads the environment.
 *
 *     PORT         the port to listen on, 4780 if not said; the next free one if it is taken
 *     CONTRACTS    the folder of contracts, the project's own if not said
 *     CASES        the folder of business cases, the project's own if not said
 *
 * Prints one line with the address once the first page can be asked for. Listens on this machine only.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dayOf } from './core/base/index.ts'
import { createServer } from './web/index.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const usualPort = 4780
const portsTried = 100
const highestPort = 65_535

const { server, warm } = createServer({
  root,
  contracts: process.env.CONTRACTS ?? join(root, 'contracts'),
  cases: process.env.CASES ?? join(root, 'cases'),
  first: 'vejle-familiebehandling',
  today,
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0))
  })
}

const wanted = Number(process.env.PORT ?? usualPort)
if (!Number.isInteger(wanted) || wanted < 0 || wanted > highestPort) {
  console.error(`PORT is a whole number from 0 to ${highestPort}, not "${process.env.PORT ?? ''}".`)
  process.exit(1)
}
const port = await listenFrom(wanted)
console.log(`Bundlinje: http://127.0.0.1:${port}/`)
await warm()

/** By the clock of this machine, which is read each time a page is asked for. */
function today() {
  const now = new Date()
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate())
}

/** Listens on the port, or on the first free one after it. */
async function listenFrom(first: number): Promise<number> {
  const host = '127.0.0.1'
  const last = Math.min(first + portsTried - 1, highestPort)
  for (let asked = first; asked <= last; asked++) {
    try {
      await server.listen({ port: asked, host })
      // Port 0 asks the machine to choose one.
      const address = server.server.address()
      return typeof address === 'object' && address !== null ? address.port : asked
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken) throw error
    }
  }
  throw new Error(`No port from ${first} to ${last} is free.`)
}
