/** Simuleringens side på dansk. */
import { type SimulateWords } from '../wording/simulate.ts'

export const simulate: SimulateWords = {
  basis: ({ draws, seed, scenario }) => `${draws} trækninger med frø »${seed}«. ${scenario}.`,
  ways: {
    byLife: 'Betalingen følger kontraktens egne vilkår: hvert forskelligt forløb er afgjort én gang og lagt sammen.',
    whole: (why) =>
      `Betalingen følger kontraktens egne vilkår, afgjort for alle i hver trækning, fordi ${why.join(', ')}.`,
    byModel:
      'Betalingen følger sagens egen model, fordi den ikke siger, hvordan borgerne ses i en kontrakt (in-contract).',
    nobody: 'Ingen betaler efter resultater: indsatsen holdes med egne penge.',
  },
  ties: {
    'group-goal': 'et mål gælder en hel gruppe',
    'looks-at-others': 'en regel ser på andre end den enkelte',
    'told-of-agreement': 'tal eller hændelser for aftalen trækkes med',
    'limit-of-everybody': 'et loft ser på alle på én gang',
    'limit-order': 'et loft for den enkelte kommer efter et for summen',
    kept: 'det, der er betalt for meget og beholdes, bruger af et loft',
    floors: 'der er flere gulve',
    'return-cap': 'afkastet har et loft',
    payers: 'betalerne skiftes eller betaler for hver sin gruppe',
    rounding: 'der afrundes på summen',
  },
  doubtful: (count) => `${count === 1 ? 'Ét' : count} af sagens tal er opfundet, antaget eller ikke efterprøvet.`,
  headline: ({ chance, amount, error }) =>
    `Kommunen har i ${chance} af trækningerne flere penge end uden indsatsen; i gennemsnit ${amount} (± ${error}) i nutidsværdi.`,
  heads: {
    owners: 'Nutidsværdi for hver budgetejer',
    investor: 'Investoren',
    years: 'Kommunens budget, lagt sammen år for år',
    estimates: 'Hvad resultatet afhænger af, og hvad der er værd at undersøge',
  },
  columns: {
    owner: 'budgetejer',
    mean: 'gennemsnit',
    error: '±',
    low: '10 %',
    middle: '50 %',
    high: '90 %',
    gain: 'gevinst',
    year: 'år',
    estimate: 'skøn',
    atLow: 'lavt',
    atHigh: 'højt',
    worthKnowing: 'værd at vide',
    costs: 'koster',
    left: 'tilbage',
  },
  investor: {
    loss: (chance, error) => `Taber penge i ${chance} (± ${error}) af trækningerne.`,
    rate: (low, middle, high) =>
      `Årlig rente: ${low} i de dårligste 10 %, ${middle} i midten, ${high} i de bedste 10 %.`,
    withoutRate: (share) => `I ${share} er der ingen rente, eller flere.`,
    flows: (putIn, cameBack) => `Lægger i gennemsnit ${putIn} ud og får ${cameBack} tilbage.`,
  },
  knowing: (all) =>
    `»Lavt« og »højt« er kommunens gennemsnit ved skønnets 10 og 90 %. »Værd at vide« er, hvad det i gennemsnit ville spare kommunen at kende skønnet, før den siger ja eller nej; at vide alt ville være ${all} værd.`,
  progress: 'Trækker',
  stopped: 'Simuleringen blev standset.',
  written: (path) => `Skrevet: ${path}`,
  bands: (title) => `${title}: kommunens budget lagt sammen, med 80 og 50 % af trækningerne om midten`,
}
