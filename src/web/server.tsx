/**
 * The server of the pages: an address in, a page out, and nothing kept about who asked.
 *
 * Every page is whole HTML that works without script. No cookies, no request to anywhere else, a content policy that
 * allows only our own files. What goes wrong is told in plain words on a page of the reader's language.
 */
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Day } from '../core/base/index.ts'
import { Runs, openCaseLibrary, openLibrary } from '../operations/index.ts'
import { addressOf, localeOf } from './address.ts'
import { readAssets } from './assets.ts'
import { ElsewherePage, NotFoundPage, TooLargePage, WrongPage } from './problem/page.tsx'
import { readerAt } from './reader.ts'
import { answer, openShelf } from './answer.tsx'
import { type Answered } from './answered.ts'
import { workshopAnswer } from './case-answer.tsx'
import { importAnswer } from './draft-answer.tsx'
import { formMost, workbookMost, workbookType } from './workshop/file-names.ts'

export type WebOptions = {
  /** The project's folder, where the stylesheet and the fonts lie. */
  root: string
  /** The folder of contract folders. */
  contracts: string
  /** The folder of case folders; the project's own if not said. */
  cases?: string
  /** The contract a newcomer begins with. */
  first: string
  /** The folder of fund folders, the project's own if not said. */
  funds?: string
  /** The day it is, so that a page can say of a day that it has not come; no page says so without it. */
  today?: () => Day
  /** What does long work in a thread, and how many such threads run at once; the project's own if not said. */
  runs?: Runs
}

const headers = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
}

/** The server, not yet listening. `warm` opens contracts and cases one by one, so that no reader waits for all of them. */
export function createServer(options: WebOptions): { server: FastifyInstance; warm: () => Promise<void> } {
  const runs = options.runs ?? new Runs({ program: pathToFileURL(join(options.root, 'dist', 'run-task.js')) })
  const contracts = openLibrary(options.contracts)
  const shelf = openShelf(contracts, openCaseLibrary(options.cases ?? join(options.root, 'cases'), { contracts }), {
    runs,
    first: options.first,
    funds: options.funds ?? join(options.root, 'funds'),
    today: options.today ?? (() => undefined),
    catalogue: join(options.root, 'catalogue'),
  })
  const assets = readAssets(options.root)
  const server = fastify({ logger: false, exposeHeadRoutes: true })

  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers)
    done()
  })
  server.get<{ Params: { name: string } }>('/files/:name', (request, reply) => {
    const asset = assets.get(request.params.name)
    if (asset === undefined) return notFound(request.url, reply)
    reply.header('etag', asset.tag).header('cache-control', 'public, max-age=3600')
    if (request.headers['if-none-match'] === asset.tag) return reply.code(304).send()
    const isPacked = asset.packed !== undefined && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    if (isPacked) reply.header('content-encoding', 'gzip')
    return reply
      .type(asset.type)
      .header('vary', 'accept-encoding')
      .send(isPacked ? asset.packed : asset.bytes)
  })
  server.get('/*', async (request, reply) => {
    const address = addressOf(request.url)
    if (address === undefined) return notFound(request.url, reply)
    return send(reply, await answer(shelf, readerAt(address)))
  })
  // The workshop is a form without script: it sends the text of the case, and gets it back changed.
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formMost },
    (_request, body, done) => {
      done(null, new Map(new URLSearchParams(String(body))))
    },
  )
  server.addContentTypeParser(workbookType, { parseAs: 'buffer', bodyLimit: workbookMost }, (_request, body, done) => {
    done(null, body)
  })
  server.post('/*', async (request, reply) => {
    const address = addressOf(request.url)
    if (address?.page !== 'workshop') return notFound(request.url, reply)
    const reader = readerAt(address)
    if (isFromElsewhere(request)) return sendPage(reply, 403, <ElsewherePage reader={reader} />)
    const { body } = request
    if (body instanceof Map)
      return send(reply, await workshopAnswer(shelf, reader, address.case, body as ReadonlyMap<string, string>))
    if (!(body instanceof Uint8Array)) return notFound(request.url, reply)
    const imported = await importAnswer(shelf, reader, body)
    return reply.code(imported === undefined ? 503 : 200).send(imported ?? {})
  })
  server.addHook('onClose', () => runs.close())
  server.setNotFoundHandler((request, reply) => notFound(request.url, reply))
  server.setErrorHandler((error, request, reply) => {
    const isAsked = typeof error === 'object' && error !== null && 'statusCode' in error
    const status = isAsked && typeof error.statusCode === 'number' && error.statusCode >= 400 ? error.statusCode : 500
    const reader = readerAt({ locale: localeOf(request.url), page: 'library' })
    if (status === 413) return tooLarge(request, reply)
    if (status < 500) return notFound(request.url, reply)
    console.error(error)
    return sendPage(reply, status, <WrongPage reader={reader} />)
  })
  return { server, warm: () => shelf.warm() }
}

function tooLarge({ url, headers: { 'content-type': type } }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const most = String((type === workbookType ? workbookMost : formMost) / 1_000_000)
  const reader = readerAt({ locale: localeOf(url), page: 'library' })
  return sendPage(reply, 413, <TooLargePage reader={reader} most={most} />)
}

function notFound(url: string, reply: FastifyReply): FastifyReply {
  const reader = readerAt({ locale: localeOf(url), page: 'library' })
  return sendPage(reply, 404, <NotFoundPage reader={reader} />)
}

/**
 * Whether another site has sent the request in the reader's name, as the reader's browser says. Nothing is kept here that could be
 * changed so; it would only show somebody else's draft as if it were the reader's.
 */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const { origin, host } = headers
  return origin !== undefined && origin.replace(/^https?:\/\//, '') !== host
}

/** The page, or the file that is sent instead of it. */
function send(reply: FastifyReply, { status, page, file }: Answered): FastifyReply {
  if (file === undefined) return sendPage(reply, status, page)
  const { name, type, content } = file
  reply.type(type).header('content-disposition', `attachment; filename="${name}"`)
  return reply.send(
    typeof content === 'string' ? content : content instanceof Uint8Array ? content : Readable.from(content),
  )
}

function sendPage(reply: FastifyReply, status: number, page: VNode): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .send(`<!doctype html>\n${renderToString(page)}\n`)
}
