/** The questions a value or a condition may leave open: stretches of time, thresholds, counting, missing records. */
import { type Questions } from '../wording.ts'

export const valueQuestions: Questions = {
  unit: {
    question: 'Is it counted in nights, days, weeks, months or years?',
    money: 'Six nights and six weeks begun are not the same threshold.',
    answers: { nights: 'in nights', days: 'in days', weeks: 'in weeks', months: 'in months', years: 'in years' },
  },
  window: {
    question: 'Which stretch of time does the goal look at?',
    money: 'What happens outside the stretch does not count.',
    answers: {
      '{ from: start, until: occasion }': 'from the start up to but not including the follow-up date',
      '{ from: start, through: occasion }': 'from the start up to and including the follow-up date',
    },
  },
  'window-end': {
    question: 'Is the last day of the stretch included?',
    money: 'An event on the day itself counts in one case only.',
    answers: { until: 'the day is not included', through: 'the day is included' },
  },
  from: {
    question: 'Is the first day of the stretch included?',
    money: 'An event on the day itself counts in one case only.',
    answers: { from: 'the day is included', after: 'the stretch begins the day after' },
  },
  boundary: {
    question: 'On which side of the threshold is the goal met, and is the threshold itself included?',
    money: 'Whoever hits the threshold exactly brings payment in one case and not in the other.',
    answers: {
      'at-least': 'at least; the threshold is included',
      'more-than': 'more than; the threshold is not included',
      'at-most': 'at most; the threshold is included',
      'less-than': 'less than; the threshold is not included',
    },
  },
  'and-or': {
    question: 'Does “and/or” mean that all the conditions must be met, or that one is enough?',
    money: 'If all must be met, fewer are paid for.',
    answers: { all: 'all must be met', any: 'one is enough' },
  },
  'part-units': {
    question: 'Does a week, month or year count when only a part of it is covered?',
    money: 'If a single day is enough, the figure is higher.',
    answers: { 'whole-only': 'only whole ones count', 'any-day': 'one day is enough' },
  },
  weeks: {
    question: 'When does a week begin?',
    money: 'The same days may make one week or two.',
    answers: {
      'monday-to-sunday': 'on Monday, as in the calendar',
      'from-window-start': 'on the first day of the stretch, seven days at a time',
    },
  },
  periods: {
    question: 'Are the periods fixed, or does any period of that length count?',
    money: 'A rolling period also finds what two fixed ones divide between them.',
    answers: { fixed: 'fixed, one after another from the first day', rolling: 'rolling, beginning on any day' },
  },
  pick: {
    question: 'Which record, or which result, holds when there are several?',
    money: 'The latest and the best may lie on either side of the threshold.',
    answers: {
      latest: 'the latest',
      first: 'the first',
      highest: 'the highest',
      lowest: 'the lowest',
      mean: 'the mean',
      sum: 'the sum',
      nearest: 'the one nearest to a day',
    },
  },
  'nearest-to': {
    question: 'Which day shall the record lie nearest to?',
    money: 'If the day moves, another measurement may be the one that holds.',
    answers: { occasion: 'the follow-up date', start: 'the start' },
  },
  'as-near': {
    question: 'Which record holds when two lie as near?',
    money: 'The two may lie on either side of the limit.',
    answers: { earlier: 'the earlier', later: 'the later' },
  },
  'gap-at-most': {
    question: 'How long a break may there be before the run is ended?',
    money: 'A few days between two jobs may decide whether all of the time counts.',
    answers: { '0 days': 'none', '7 days': 'at most 7 days', '14 days': 'at most 14 days' },
  },
  'gap-days': {
    question: 'Do the days of an allowed break count?',
    money: 'If they count, the length is reached earlier.',
    answers: { counted: 'they count', 'not-counted': 'they do not count' },
  },
  as: {
    question: 'Is it reckoned in shares or in numbers?',
    money: 'A fall from 4 to 2 is a half, but only 2; the price must fit one of them.',
    answers: {
      share: 'as a share in per cent',
      count: 'as a number',
      units: 'as the difference between the two figures',
    },
  },
  changed: {
    question: 'By which wording is a goal judged that was changed on the way?',
    money: 'A goal made easier on the way may be met by one wording and not by the other.',
    answers: { 'latest-wording': 'the latest', 'first-wording': 'the first' },
  },
  withdrawn: {
    question: 'How does a goal count that was withdrawn?',
    money: 'If it counts as not met, the share falls.',
    answers: { 'left-out': 'it is left out', 'not-met': 'it is taken as not met' },
  },
  unjudged: {
    question: 'How does a goal count that nobody has judged?',
    money: 'It may make the whole result unmeasured, pull the share down or mean nothing.',
    answers: {
      'makes-unmeasured': 'the result is unmeasured',
      'not-met': 'it is taken as not met',
      'left-out': 'it is left out',
    },
  },
  'if-fewer': {
    question: 'What holds while there are not yet so many dates?',
    money: 'The first dates either pay by fewer figures, or do not pay until there are enough.',
    answers: { 'makes-unmeasured': 'the result is unmeasured', 'counts-those-there-are': 'those there are count' },
  },
  dates: {
    question: 'Which of the other goal’s dates are looked at?',
    money: 'A result on another date may both bring and stop the payment.',
    answers: {
      'same-date': 'the same date only',
      'all-dates': 'all dates',
      'dates-so-far': 'the dates up to and including this one',
      'previous-date': 'the latest earlier date',
      'earlier-dates': 'the dates before this one',
      'every-date': 'the goal must be met on every date',
      'any-date': 'it is enough that the goal is met on one date',
      'every-date-so-far': 'the goal must be met on every date up to and including this one',
      'any-date-so-far': 'it is enough that the goal is met on one date up to and including this one',
    },
  },
  take: {
    question: 'What is taken of the results of each?',
    money:
      'One child with a poor figure decides everything when each must meet the goal, and next to nothing in a mean.',
    answers: {
      count: 'the number',
      share: 'the share',
      sum: 'the sum',
      mean: 'the mean',
      median: 'the figure in the middle',
      highest: 'the highest figure',
      lowest: 'the lowest figure',
      every: 'that it holds for all',
      any: 'that it holds for at least one',
    },
  },
  unmeasured: {
    question: 'What happens when one of those counted is unmeasured?',
    money: 'The unmeasured may pull down, be left out or let the whole wait.',
    answers: {
      'left-out': 'the unmeasured are left out',
      'counted-as-no': 'the unmeasured are taken as not having met it',
      'makes-unmeasured': 'the whole result is unmeasured',
    },
  },
  among: {
    question: 'Does everybody count, or only some, such as children of school age?',
    money:
      'A child below school age has no school absence; if it counts, the whole family is unmeasured or misses the goal.',
    answers: { everybody: 'everybody counts' },
  },
  'members-at': {
    question: 'On which day is it settled who belongs to the family?',
    money: 'A child born or moved on the way is included in one case and not in the other.',
    answers: { start: 'at the start', occasion: 'on the follow-up date' },
  },
  otherwise: {
    question: 'What holds if the parties do not agree on the goal in time?',
    money:
      'If the goal lapses nothing is ever paid for it; if it counts as missed, it counts in the goals that rest on it.',
    answers: { unpaid: 'the goal brings no payment', missed: 'the goal counts as missed' },
  },
  'if-nobody': {
    question: 'What holds when there is nobody to count?',
    money: 'A family without schoolchildren may bring payment, bring none or wait.',
    answers: {
      'makes-unmeasured': 'the result is unmeasured',
      'counted-as-yes': 'the condition is taken as met',
      'counted-as-no': 'the condition is taken as not met',
    },
  },
  'if-zero': {
    question: 'What is the result when the divisor is 0?',
    money: 'It cannot be worked out; the result is either unmeasured or nothing.',
    answers: { 'makes-unmeasured': 'the result is unmeasured', 'counts-as-none': 'the result is 0' },
  },
  'zero-baseline': {
    question: 'What is the change in per cent when the baseline is 0?',
    money: 'Whoever had nothing to fall from brings nothing or waits.',
    answers: { 'makes-unmeasured': 'the result is unmeasured', 'counts-as-none': 'there is no change' },
  },
  how: {
    question: 'How is it rounded?',
    money: 'Half a coin or half a percentage point may go to one party or the other.',
    answers: {
      down: 'down',
      up: 'up',
      'half-up': 'to the nearest, halves up',
      'half-even': 'to the nearest, halves to the even',
    },
  },
  'growth.how': {
    question: 'Is it reckoned with compound interest?',
    money: 'Over several years, compound interest makes the amount larger.',
    answers: { compound: 'with compound interest', simple: 'with simple interest' },
  },
  'part-years': {
    question: 'Do parts of a year count?',
    money: 'Eleven months give either almost a year’s growth or none.',
    answers: { exact: 'yes, by days', 'whole-only': 'no, only whole years' },
  },
  missing: {
    question: 'What holds when a part of the weighted sum is missing?',
    money: 'The other parts may come to decide the whole payment.',
    answers: {
      'makes-unmeasured': 'the sum is unmeasured',
      'others-weigh-more': 'the other parts weigh proportionally more',
    },
  },
  below: {
    question: 'What holds below the lowest point of the curve?',
    money: 'A poor result may give the smallest amount, nothing, or an amount owed the other way.',
    answers: { hold: 'the same as at the lowest point', nothing: 'nothing', extend: 'the line goes on' },
  },
  above: {
    question: 'What holds above the highest point of the curve?',
    money: 'If the line goes on, there is no cap on the payment.',
    answers: { hold: 'the same as at the highest point', extend: 'the line goes on' },
  },
}
