/**
 * The few files the pages ask for: one stylesheet, the mark, the fonts, a small script and those of the workshop, each script with
 * the words of one language. A fixed list, read once.
 *
 * Nothing is fetched from elsewhere. A file's tag is the digest of its bytes, so that a browser asks again only whether
 * it changed. Texts are also kept packed, for browsers that take them so.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { scriptFile } from './address.ts'

export type Asset = { type: string; bytes: Buffer; packed: Buffer | undefined; tag: string }

const fonts = ['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600'].map(
  (name) => `ibm-plex-sans-${name}-normal.woff2`,
)

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -3 26 26"><path d="M0 3h26" stroke="#1a1a1a" stroke-width="1.5"/><path d="M0 10h26" stroke="#1a1a1a" stroke-width="5"/><path d="M1.75 17h24" stroke="#1a1a1a" stroke-width="3.5" stroke-linecap="round" stroke-dasharray="0 7.4"/></svg>`

/** The files by the name they are asked for. `root` is the project's folder. */
export function readAssets(root: string): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>()
  const add = (name: string, type: string, bytes: Buffer) => {
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    assets.set(name, { type, bytes, packed: type.startsWith('font/') ? undefined : gzipSync(bytes), tag })
  }
  add('style.css', 'text/css; charset=utf-8', readFileSync(join(root, 'src', 'web', 'style.css')))
  add('mark.svg', 'image/svg+xml', Buffer.from(mark))
  for (const font of fonts) {
    const path = join(root, 'node_modules', '@fontsource', 'ibm-plex-sans', 'files', font)
    // A page without its font is still a page.
    if (existsSync(path)) add(font, 'font/woff2', readFileSync(path))
  }
  const scripts = ['page', 'workshop', 'draw'].flatMap((name) => [scriptFile(name, 'da'), scriptFile(name, 'en')])
  for (const name of scripts) {
    const script = join(root, 'dist', 'browser', name)
    add(name, 'text/javascript; charset=utf-8', existsSync(script) ? readFileSync(script) : Buffer.from(''))
  }
  return assets
}
