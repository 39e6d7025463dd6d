/** Tjeklisten på dansk, med SØM’s ord. */
import { type ChecklistWords } from '../wording/checklist.ts'

export const checklist: ChecklistWords = {
  head: 'Tjekliste',
  count: (done, all) => `${String(done)} af ${String(all)}`,
  steps: {
    'target-group':
      'Hvem indsatsen er for, og hvor mange. Estimater kan kun lånes fra en målgruppe, der ligner denne, og med samme mål for succes.',
    cost: 'Hvad indsatsen koster at starte og drive, også den tid, kommunen selv bruger.',
    'success-rate':
      'Den andel, der når målet på grund af indsatsen. De, der ville have nået det alligevel, tæller ikke med.',
    consequences:
      'Hvad en succes ændrer i brugen af andre ydelser, år for år. Tal fra registre er sammenhænge og ikke målte effekter.',
    prices: 'Hvad en enhed af hver ydelse koster. Landstal er gennemsnit; egne tal er bedre, når de findes.',
    result: 'Hvad der er tilbage, for hvem og hvornår. Resultatet må aldrig stå alene i en beslutning.',
  },
  points: {
    criteria: 'Det er skrevet, hvem der hører til målgruppen',
    'people-sourced': 'Antal, ventetid og frafald har en kilde',
    'group-alike': 'Målgruppen og målet for succes svarer til dem, tallene er lånt fra',
    'start-and-running': 'Både opstart og drift er regnet med',
    'costs-sourced': 'Hver udgift har en kilde',
    overhead: 'Udgiften er med overhead, og intet er talt med to gange',
    'rates-ranged': 'Hver succesrate har et lavt og et højt skøn',
    'rates-sourced': 'Hver succesrate har en kilde',
    'anyway-sourced': 'Andelen, der ville have nået målet alligevel, har en kilde',
    'because-of':
      'Succesraten er indsatsens egen: det, der var sket alligevel, er ikke trukket fra to gange eller glemt',
    'consequences-sourced': 'Hver konsekvens har en kilde',
    'effect-ends': 'Hver konsekvens siger, hvornår den aftager eller hører op',
    associations: 'Det er vurderet, om lånte konsekvenser kan ventes her; de er sammenhænge og ikke målte effekter',
    'prices-sourced': 'Hver pris har en kilde, der siger den',
    'average-falls-away': 'Det er vurderet, om en gennemsnitspris faktisk falder bort, når én borger bruger mindre',
    discounted: 'Beløbene er i faste priser, og senere år er ført tilbage',
    'uncertainty-shown': 'Resultatet er vist med det, der er usikkert',
    'followed-up': 'Det er aftalt, hvordan det følges: en aftale er knyttet til sagen, eller besparelser er fulgt',
    'not-alone': 'Borgerens nytte og det, der ikke kan regnes, er beskrevet ved siden af resultatet',
    'both-skills': 'Både økonomer og fagfolk har set beregningen',
  },
  states: { holds: 'ja', lacks: 'mangler', vouched: 'bekræftet ved godkendelsen', asked: 'bekræftes ved godkendelse' },
  lacking: (names) => `mangler for ${names}`,
}
