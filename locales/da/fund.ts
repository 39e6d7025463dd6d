/** En fond, på dansk. */
import { sentence } from '../numbers.ts'
import { type FundWords } from '../wording/fund.ts'

export const fund: FundWords = {
  title: 'Fonde',
  asOf: (day) => `Fonden pr. ${day}`,
  promised: (promised, committed, projects) =>
    sentence(`${String(projects)} projekter har tilsagn om ${promised} af fondens ${committed}`),
  columns: {
    investor: 'Investor',
    committed: 'Tilsagn',
    called: 'Indbetalt',
    distributed: 'Udbetalt',
    uncalled: 'Ikke indkaldt',
    multiple: 'Gange',
    expected: 'Ventet afkast om året',
  },
  together: 'I alt',
  ends: { low: 'Alt i den lave ende', planned: 'Som planlagt', high: 'Alt i den høje ende' },
  projects: 'Projekter',
  projectColumns: {
    project: 'Projekt',
    place: 'Kommune',
    committed: 'Tilsagn',
    putIn: 'Udbetalt',
    gotBack: 'Modtaget',
    gain: 'Forskel',
  },
  concentration: 'Spredning',
  concentrationColumns: { share: 'Andel', committed: 'Tilsagn', projects: 'Projekter' },
  tags: { municipality: 'Kommune', provider: 'Leverandør', area: 'Område' },
  investorHeading: (name) => `Penge ind og ud: ${name}`,
  flowColumns: { day: 'Dato', what: 'Hvad', amount: 'Beløb' },
  call: 'indkaldt',
  distribution: 'udbetalt til investor',
  cash: (amount) => sentence(`I fonden ligger der ${amount}`),
  shortfall: (amount) => sentence(`Der mangler dækning for ${amount}`),
  missing: (project, contract) => `${project} er ikke regnet med: der er ingen sådan investor i ${contract}.`,
  invented: (count) => `${String(count)} oplysninger om fonden er opdigtede; de er mærket i fund.yaml.`,
  on: 'Fonden den',
  show: 'Vis',
  noFund: (path) => `fund.yaml i ${path} kan ikke læses. Problemerne står nedenfor.`,
}
