import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, whatever it is called: spaces and Danish letters included. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))
