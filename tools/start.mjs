/** `npm start`: the web application, from a fresh clone to the first page. */
import { root } from './root.mjs'
import { runProgram } from './program.mjs'

process.chdir(root)
await runProgram({ built: 'main.js', source: 'src/main.ts' })
