/** Hvem en regel handler om: familien, barnet, gruppen, bøjet efter deres plads i sætningen. */
import { type Over } from '../../expression.ts'
import { type Row } from '../telling.ts'

type Noun = { one: string; the: string; of: string; several: string; every: string; a: string }

const nouns: Record<Row, Noun> = {
  person: noun('person', 'personen', 'personer', 'en'),
  family: noun('familie', 'familien', 'familier', 'en'),
  child: noun('barn', 'barnet', 'børn', 'et'),
  parent: noun('forælder', 'forælderen', 'forældre', 'en'),
  member: noun('medlem', 'medlemmet', 'medlemmer', 'et'),
  group: { ...noun('gruppe', 'gruppen', 'grupper', 'en'), every: 'gruppen', a: 'gruppen' },
  cohort: noun('kohorte', 'kohorten', 'kohorter', 'en'),
  authority: noun('myndighed', 'myndigheden', 'myndigheder', 'en'),
  track: noun('spor', 'sporet', 'spor', 'et'),
}

function noun(one: string, the: string, several: string, article: 'en' | 'et'): Noun {
  return {
    one,
    the,
    of: `${the}s`,
    several,
    every: `${article === 'en' ? 'hver' : 'hvert'} ${one}`,
    a: `${article} ${one}`,
  }
}

/** "familien", "familiens", "hver familie", "en familie", "familier". */
export const theRow = (row: Row, form: keyof Noun = 'the'): string => nouns[row][form]

/** Who is looked over: their row while they are told, and the whole of them: "familiens børn". */
export function membersOf(over: Over['over'], row: Row, subject: Row): { row: Row; all: string } {
  switch (over) {
    case 'people':
      return { row: subject, all: `de ${theRow(subject, 'several')}, der tæller med,` }
    case 'children':
      return { row: 'child', all: `${theRow(ownerOf(row), 'of')} børn` }
    case 'parents':
      return { row: 'parent', all: `${theRow(ownerOf(row), 'of')} forældre` }
    case 'members':
      return { row: 'member', all: `${theRow(ownerOf(row), 'of')} medlemmer` }
    case 'cohorts':
      return { row: 'cohort', all: 'kohorterne' }
    case 'authorities':
      return { row: 'authority', all: 'myndighederne' }
    case 'tracks':
      return { row: 'track', all: 'sporene' }
  }
}

const ownerOf = (row: Row): Row => (row === 'group' || row === 'family' ? row : 'family')
