/** `npm run lives -- today --seconds 60`: invented agreements and lives, to see that what must hold of any holds of them. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'
import { ensurePackages } from './packages.mjs'

process.chdir(root)
await ensurePackages({ dev: false })
const { buildLives } = await import('./build.mjs')
await buildLives()
await import(pathToFileURL(join(root, 'dist', 'lives.js')).href)
