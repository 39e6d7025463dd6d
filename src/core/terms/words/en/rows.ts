/** Who a rule is about: the family, the child, the group, as they stand in the sentence. */
import { type Over } from '../../expression.ts'
import { type Row } from '../telling.ts'

type Noun = { one: string; the: string; of: string; several: string; every: string; a: string; who: string }

const nouns: Record<Row, Noun> = {
  person: noun('person', 'people', 'who'),
  family: noun('family', 'families', 'that'),
  child: noun('child', 'children', 'who'),
  parent: noun('parent', 'parents', 'who'),
  member: noun('member', 'members', 'who'),
  group: { ...noun('group', 'groups', 'that'), every: 'the group', a: 'the group' },
  cohort: noun('cohort', 'cohorts', 'that'),
  authority: { ...noun('authority', 'authorities', 'that'), a: 'an authority' },
  track: noun('track', 'tracks', 'that'),
}

function noun(one: string, several: string, who: 'who' | 'that'): Noun {
  return { one, the: `the ${one}`, of: `the ${one}’s`, several, every: `each ${one}`, a: `a ${one}`, who }
}

/** "the family", "the family’s", "each family", "a family", "families". */
export const theRow = (row: Row, form: keyof Noun = 'the'): string => nouns[row][form]

/** Who is looked over: their row while they are told, and the whole of them: "the family’s children". */
export function membersOf(over: Over['over'], row: Row, subject: Row): { row: Row; all: string } {
  switch (over) {
    case 'people':
      return { row: subject, all: `the ${theRow(subject, 'several')} counted` }
    case 'children':
      return { row: 'child', all: `${theRow(ownerOf(row), 'of')} children` }
    case 'parents':
      return { row: 'parent', all: `${theRow(ownerOf(row), 'of')} parents` }
    case 'members':
      return { row: 'member', all: `${theRow(ownerOf(row), 'of')} members` }
    case 'cohorts':
      return { row: 'cohort', all: 'the cohorts' }
    case 'authorities':
      return { row: 'authority', all: 'the authorities' }
    case 'tracks':
      return { row: 'track', all: 'the tracks' }
  }
}

const ownerOf = (row: Row): Row => (row === 'group' || row === 'family' ? row : 'family')
