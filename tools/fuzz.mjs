/** `npm run fuzz -- --seconds 60 --seed today`: damaged contracts, to see that none of them makes the program crash. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'
import { ensurePackages } from './packages.mjs'

process.chdir(root)
await ensurePackages({ dev: false })
const { buildFuzz } = await import('./build.mjs')
await buildFuzz()
await import(pathToFileURL(join(root, 'dist', 'fuzz.js')).href)
