/** Nøglerne under `in-contract`, til projektmappen og værkstedet. */
export const inContractKeys: Readonly<Record<string, string>> = {
  'in-contract': 'Knyttet til aftalen',
  followed: 'Fulgte grupper',
  who: 'Hvem i aftalen',
  goal: 'Mål i aftalen',
  'at-least': 'Succes fra og med',
  dates: 'Ved flere datoer',
  dropouts: 'Talt som frafald',
  completes: 'Forløbet er slut',
  exit: 'Aftalen forlades',
  facts: 'Oplysninger i aftalen',
  measure: 'Måling',
  event: 'Ved',
  spells: 'Ind og ud',
  values: 'Målte værdier',
}
