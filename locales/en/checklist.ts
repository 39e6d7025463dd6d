/** The checklist in English, with the words of SØM. */
import { type ChecklistWords } from '../wording/checklist.ts'

export const checklist: ChecklistWords = {
  head: 'Checklist',
  count: (done, all) => `${String(done)} of ${String(all)}`,
  steps: {
    'target-group':
      'Whom the effort is for, and how many. Estimates can be borrowed only from a target group like this one, with the same measure of success.',
    cost: 'What the effort costs to start and to run, with the time the municipality itself spends.',
    'success-rate':
      'The share that reaches the goal because of the effort. Who would have reached it anyway does not count.',
    consequences:
      'What a success changes in the use of other services, year by year. Figures from registers are associations, not measured effects.',
    prices:
      'What a unit of each service costs. National figures are averages; your own are better where you have them.',
    result: 'What is left, for whom and when. The result must never stand alone in a decision.',
  },
  points: {
    criteria: 'It is written who belongs to the target group',
    'people-sourced': 'Numbers, waiting time and dropout have a source',
    'group-alike': 'The target group and the measure of success are like those the figures are borrowed from',
    'start-and-running': 'Both start-up and running costs are counted',
    'costs-sourced': 'Every cost has a source',
    overhead: 'The cost is with overhead, and nothing is counted twice',
    'rates-ranged': 'Every success rate has a low and a high estimate',
    'rates-sourced': 'Every success rate has a source',
    'anyway-sourced': 'The share that would have reached the goal anyway has a source',
    'because-of':
      'The success rate is the effort’s own: what would have happened anyway is neither deducted twice nor forgotten',
    'consequences-sourced': 'Every consequence has a source',
    'effect-ends': 'Every consequence says when it fades or ends',
    associations:
      'It has been considered whether borrowed consequences can be expected here; they are associations, not measured effects',
    'prices-sourced': 'Every price has a source that says it',
    'average-falls-away':
      'It has been considered whether an average price really falls away when one citizen uses less',
    discounted: 'Amounts are in fixed prices, and later years are discounted',
    'uncertainty-shown': 'The result is shown with what is uncertain',
    'followed-up': 'It is agreed how to follow it: an agreement is tied to the case, or savings are followed',
    'not-alone': 'What the citizen gains, and what cannot be computed, is described beside the result',
    'both-skills': 'Both economists and social workers have seen the calculation',
  },
  states: { holds: 'yes', lacks: 'missing', vouched: 'vouched for by the sign-off', asked: 'to be vouched for' },
  lacking: (names) => `missing for ${names}`,
}
