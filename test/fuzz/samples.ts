/** The contracts that fuzzing starts from: all of the library. */
import { readFileSync } from 'node:fs'
import { contractNames, readContractFolder } from '../../src/files/index.ts'
import { type CsvFile } from '../../src/core/measurement/index.ts'
import { type Sample } from './fuzz.ts'

export function samplesIn(folder: string): Sample[] {
  return contractNames(folder).map((name): Sample => {
    const contract = readContractFolder(`${folder}/${name}`)!
    const files = [contract.people, ...contract.facts].filter((file): file is CsvFile => file !== undefined)
    return {
      name,
      terms: contract.terms,
      amendments: contract.amendments,
      files: files.map((file) => ({ name: file.name, bytes: readFileSync(file.name) })),
    }
  })
}
