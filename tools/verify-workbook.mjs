/** `npm run verify:workbook`: every case as a workbook, worked out by LibreOffice and laid beside the program's own figures. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'
import { ensurePackages } from './packages.mjs'

process.chdir(root)
await ensurePackages({ dev: false })
const { buildWorkbookCheck } = await import('./build.mjs')
await buildWorkbookCheck()
await import(pathToFileURL(join(root, 'dist', 'verify-workbook.js')).href)
