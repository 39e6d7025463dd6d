/**
 * A program in one file, with the engine's compilation of it kept beside it.
 *
 *     dist/cli-program.cjs       (require, programUrl) => { … }, a megabyte of source
 *     dist/cli-program.compiled  what V8 made of it, and of the functions that a first run called
 *
 * Reading and compiling the source takes longer than most commands do. The compilation belongs to one version of Node
 * and one source: the build makes both files, and another version of Node passes over it and compiles as ever.
 */
import { existsSync, readFileSync } from 'node:fs'
import { Script } from 'node:vm'

/** Where the compilation of a program is kept. */
export const compilationOf = (file) => file.replace(/\.cjs$/, '.compiled')

/** The program as a script; `cachedDataRejected` is false when its compilation was used. */
export function scriptOf(file) {
  const kept = compilationOf(file)
  // The builder writes ASCII, which is read as it stands.
  const source = readFileSync(file, 'latin1')
  return new Script(source, {
    filename: file,
    ...(existsSync(kept) ? { cachedData: readFileSync(kept) } : {}),
  })
}
