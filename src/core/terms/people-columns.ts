/**
 * The names that the columns of people.csv may have, in English and Danish. Any other column is an attribute.
 *
 * A column that the program itself reads is never an attribute; terms ask for what it says in another way:
 *
 *     { attribute: spor, is: [ordinary] }   →   { in: [ordinary] }
 */
export const peopleColumns = {
  id: ['id', 'nr', 'person', 'borger'],
  unit: ['unit', 'enhed'],
  family: ['member-of', 'family', 'familie'],
  agreement: ['agreement', 'aftale'],
  track: ['track', 'spor'],
  referral: ['referral', 'henvist'],
  start: ['start'],
  end: ['end', 'slut'],
  birth: ['birth', 'født'],
  observedTo: ['observed-to', 'observeret-til'],
  exit: ['exit', 'afgang'],
  exitOn: ['exit-on', 'afgang-den'],
  pilot: ['pilot'],
} as const
export type PeopleColumn = keyof typeof peopleColumns

/** The column of the program's own that has this name. */
export function peopleColumnOf(name: string): PeopleColumn | undefined {
  return (Object.keys(peopleColumns) as PeopleColumn[]).find((column) =>
    (peopleColumns[column] as readonly string[]).includes(name),
  )
}

/** How terms ask for what a column of the program's own says; `words` are those that were asked for. */
export function askedInstead(column: PeopleColumn, words: readonly string[]): string | undefined {
  const some = words.length === 0 ? '…' : words.join(', ')
  switch (column) {
    case 'track':
      return `{ in: [${some}] }`
    case 'exit':
      return `{ left: [${some}], by: occasion }`
    case 'exitOn':
      return '{ left: [ … ], by: occasion }'
    case 'unit':
      return '{ over: children, take: … }'
    case 'agreement':
      return '{ parameter: … }'
    case 'observedTo':
      return '{ observed-to: occasion }'
    case 'referral':
    case 'start':
    case 'end':
      return `{ reached: ${column}, by: occasion }`
    case 'birth':
      return '{ time-between: [birth, occasion], unit: years, at-least: … }'
    case 'pilot':
      return 'pilot: not-counted'
    case 'id':
    case 'family':
      return undefined
  }
}
