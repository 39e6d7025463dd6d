/** The help texts of the commands. They also become the manual page, docs/reference/cli.md. */
import { type HelpWords } from '../wording/help.ts'

const stand = {
  'as-of': 'The state on a day, as it was known that day. Sets both --to and --known-at.',
  to: "The last day that counts. Otherwise the agreement's last day.",
  'known-at': 'Only facts recorded by this day count. Otherwise the same day as --to.',
  agreement: 'The agreement of the parameter table that is meant, when several use one set of terms.',
}

const contract = "The folder with the agreement's terms and facts, such as contracts/vejle-familiebehandling."

export const help: HelpWords = {
  tagline: 'Bundlinje computes social outcomes contracts: terms, results, payment, and the reasons why.',
  headings: {
    usage: 'Usage',
    commands: 'Commands',
    arguments: 'Arguments',
    options: 'Options',
    everyCommand: 'Options of every command',
    examples: 'Examples',
    exitCodes: 'Exit codes',
  },
  values: {
    date: 'DATE',
    name: 'NAME',
    number: 'NUMBER',
    text: 'TEXT',
    language: 'LANGUAGE',
    clause: 'NUMBER',
    agreement: 'AGREEMENT',
    contract: 'CONTRACT',
    case: 'CASE',
    scenario: 'SCENARIO',
    picture: 'PICTURE',
    folder: 'FOLDER',
    what: 'WHAT',
    goal: 'GOAL',
    statement: 'STATEMENT',
    shell: 'SHELL',
    command: 'COMMAND',
    currency: 'CURRENCY',
    kind: 'KIND',
    amount: 'AMOUNT',
    share: 'SHARE',
    file: 'FILE',
    search: 'SEARCH',
    year: 'YEAR',
    owner: 'OWNER',
    rule: 'RULE',
  },
  commands: {
    new: {
      summary: 'Begin an agreement from a few questions',
      text: [
        'Writes a folder with terms that can be computed, to be changed in any text editor. What the template chose by itself is marked as assumed, so that the parties can see what they have still to decide.',
        'Without options the questions are asked in the terminal. With options the command can be used in a script. A folder that exists is left alone.',
      ],
      arguments: { folder: 'The folder to write. Without it the name is made from the title.' },
      options: {
        title: 'The title of the agreement.',
        currency: 'The code of the currency, such as DKK.',
        kind: 'How the money is given: grant (conditional), loan (to the provider), pool (internal) or donation.',
        goal: 'What is to be achieved, such as "In work after a year".',
        price: 'What is paid for each person who meets the goal, such as 50000.',
        from: 'The first day of the agreement.',
        through: 'The last day of the agreement.',
        payer: 'Who pays when the goal is met.',
        payee: 'Who is paid.',
        people: 'How many people the agreement is for.',
      },
      examples: [
        { line: 'bundlinje new', says: 'Answer the questions.' },
        {
          line: 'bundlinje new contracts/job --title "Work after a year" --kind grant --goal "In work after a year" --price 50000',
          says: 'Without questions.',
        },
      ],
    },
    check: {
      summary: 'Find faults and open questions in terms and facts, or in a business case or a fund',
      text: [
        'Shows each problem with its place, an excerpt of the text, and what would mend it. Something wrong means the agreement cannot be computed. An open question means it can be computed in several ways, and may not be signed.',
        "Some faults are only there on a day, such as two values recorded on the same day. Without a day it looks at the agreement's last, as settle does.",
        'A folder with case.yaml is checked as a business case, also for what only following or drawing it stands against, and one with fund.yaml as a fund. With --json the answer is a list with one entry for each folder: contract, case or fund is its path, and each of problems has code, severity (wrong, unsettled or notice), at (file, line, column), says in the language asked for, facts, and choices, which are texts to paste. Every command tells its problems so. A command that cannot answer with --json gives { "fault": …, "problems": […] }.',
      ],
      arguments: {
        contract: 'The folder of an agreement, a business case or a fund, such as contracts/vejle-familiebehandling.',
      },
      options: { 'as-of': stand['as-of'], to: stand.to, 'known-at': stand['known-at'] },
      examples: [
        { line: 'bundlinje check contracts/vejle-familiebehandling', says: 'One agreement.' },
        { line: 'bundlinje check contracts/*', says: 'Every agreement in a folder.' },
        { line: 'bundlinje check cases/vejle --json', says: 'A business case.' },
      ],
    },
    words: {
      summary: 'Read the terms aloud: the payment annex as plain text',
      text: [
        'Writes the annex that the parties sign, from the same terms that are computed. Under each clause stands what is assumed, invented or derived.',
      ],
      arguments: { contract },
      options: { clause: 'Only the clause with this number, such as 4.1.' },
      examples: [
        { line: 'bundlinje words contracts/vejle-familiebehandling', says: 'The whole annex.' },
        { line: 'bundlinje words contracts/vejle-familiebehandling --clause 4.1', says: 'One clause.' },
      ],
    },
    payoff: {
      summary: 'Show what each result is worth',
      text: [
        'Draws the payoff curve of each paid goal and writes its points. The points are computed by the same settlement as the statement, on constructed results.',
      ],
      arguments: { contract, goal: 'Only this goal.' },
      options: { svg: 'The curve as SVG instead of text. Needs one goal.' },
      examples: [
        { line: 'bundlinje payoff contracts/vejle-familiebehandling', says: 'Every paid goal.' },
        { line: 'bundlinje payoff contracts/vejle-familiebehandling plan --svg > plan.svg', says: 'As a picture.' },
      ],
    },
    due: {
      summary: 'Show who is to be measured, what is late, and what is missing',
      text: ['Follows the days of measurement in the terms for each person, and shows what has come in.'],
      arguments: { contract },
      options: { on: "The day to look from. Otherwise the agreement's last day." },
      examples: [
        { line: 'bundlinje due contracts/vejle-familiebehandling --on 2024-09-30', says: 'As it looked on that day.' },
      ],
    },
    value: {
      summary: 'Value a business case: what the effort is worth, to whom and when',
      text: [
        'Reads case.yaml of the folder and values the narrow and the broad scenario: budget owners, years, refunds, the service ceiling, own money beside a pool and an investor, what the result depends on, and what must be true. Figures that are invented, supposed or not verified stand at the end.',
        'One case can be valued under several laws at once. The clock is never used.',
        'A workbook that was written or filled in is read again: what is wrong is told with sheet and cell.',
      ],
      arguments: {
        case: 'A folder with case.yaml, the file itself, or a workbook (.xlsx) that Bundlinje has written.',
      },
      options: {
        xlsx: 'Write the case as a workbook. Every result is a formula that ends in the coloured cells; they are checked before the file is written.',
        template: 'Write an empty workbook to fill in and read.',
        yaml: 'Print the text of the case as case.yaml, also when it comes from a workbook.',
        scenario: 'Only one scenario: narrow or broad.',
        'law-as-of': 'All rules as they were on that day. Several days are parted by commas and compared.',
        svg: 'A picture as SVG instead: years (the budget year by year), tornado (what it depends on) or flow (who pays, and who gains).',
      },
      examples: [
        { line: 'bundlinje value cases/vejle', says: 'Both scenarios.' },
        {
          line: 'bundlinje value cases/ikast-brande --law-as-of 2023-01-01,2024-01-01,2026-05-01',
          says: 'One case, three laws.',
        },
        { line: 'bundlinje value cases/drc --svg flow > who.svg', says: 'Who pays, and who gains.' },
        { line: 'bundlinje value cases/vejle --xlsx vejle.xlsx', says: 'The case as a workbook.' },
        {
          line: 'bundlinje value sag.xlsx --yaml > case.yaml',
          says: 'From a workbook that is filled in to case.yaml.',
        },
      ],
    },
    follow: {
      summary: 'Follow a business case: what was expected, what is reached, and which assumption broke',
      text: [
        'Reads the case and the facts of the contract it is tied to under in-contract: followed. People referred, waits, dropouts, results and payments take the place of what was assumed: what was expected, what is reached, what is expected now, and of every assumption whether it holds, since when it is broken, and what it means in money to each budget owner.',
        'Whole months are reckoned. A day after the last period of the facts is answered by the last they say anything of.',
      ],
      arguments: { case: 'A folder with a case.yaml, or the file itself.' },
      options: {
        'as-of': 'Only what had happened and was known on that day. Without it: as far as the facts reach.',
        scenario: 'narrow, which is what is shown without, or broad.',
        svg: 'A picture of three lines as SVG: net (gain of the municipality), paid (repayment) or results (reached the goal).',
      },
      examples: [
        { line: 'bundlinje follow cases/vejle', says: 'As far as the facts reach.' },
        { line: 'bundlinje follow cases/vejle --as-of 2023-12-31', says: 'As it looked at the end of 2023.' },
        {
          line: 'bundlinje follow cases/vejle --svg net > gain.svg',
          says: 'Expected then, reached and expected now in one figure.',
        },
      ],
    },
    simulate: {
      summary: 'Draw many courses: how likely is a gain, who can lose, and what is worth finding out',
      text: [
        'Draws the estimates of the case and what becomes of each person, lets the terms of the contract say what is paid, and values each draw as value does. Without a contract the repayment model of the case applies.',
        'The same seed gives the same numbers to the last bit, however many threads draw. ± is the sampling error of a mean.',
      ],
      arguments: { case: 'A folder with case.yaml, or the file itself.' },
      options: {
        draws:
          'How many draws; unless said 10,000, or 1,000 where the contract has to be asked about nearly each course by itself.',
        seed: 'The seed that all chance comes from; 1 unless said.',
        workers: 'How many threads draw at once; as many as the machine has cores unless said.',
        scenario: 'The narrow or the broad scenario; narrow unless said.',
        'law-as-of': 'All rules as they were on that day; without it each month follows its own law.',
        csv: 'Write every draw, with its estimates and outcomes, to a CSV file.',
        facts: 'Write the people and facts of the first hundred draws to a folder that settle can read.',
        svg: "A picture as SVG instead: the municipality's budget year by year in bands.",
      },
      examples: [
        { line: 'bundlinje simulate cases/vejle', says: '1,000 draws: no two families are alike.' },
        {
          line: 'bundlinje simulate cases/vejle --draws 100000 --seed 7 --csv draws.csv',
          says: 'More, and every number in a file.',
        },
        {
          line: 'bundlinje simulate cases/ikast-brande --law-as-of 2023-09-30',
          says: 'The same case under the rules before 1 October 2023.',
        },
      ],
    },
    settle: {
      summary: 'Make a statement: earned, cut by limits, settled before, payable',
      text: [
        'The same terms, the same facts and the same date always give the same statement, and the checksum shows it. Where the terms are unsettled, the amount is shown under each reading, and the statement cannot be signed.',
        "Without a date it settles to the agreement's last day; the clock is never used.",
      ],
      arguments: { contract },
      options: {
        ...stand,
        reading: 'Show the whole statement under this reading of unsettled terms.',
        issue:
          'Keep the statement as statements/NAME.json, so that the next ones take it off. A statement that exists is left alone.',
      },
      examples: [
        {
          line: 'bundlinje settle contracts/vejle-familiebehandling --as-of 2024-09-30',
          says: 'The state on 30 September.',
        },
        {
          line: 'bundlinje settle contracts/vejle-familiebehandling --to 2024-09-30 --known-at 2024-10-31',
          says: 'The same day, with what was recorded in October.',
        },
      ],
    },
    invest: {
      summary: 'See what each investor puts in and gets, and what return that is',
      text: [
        'Takes the payments through the securities of the agreement: the order of classes, guarantees, protected principal, fixed coupon, reserve and escrow. Every amount has its date and its reason.',
        'Periods without an issued statement are settled on their last day with what is known. Without a date it counts to the last day of the agreement.',
        'With the folder of a fund it shows its investors, projects and concentration instead, and what may be expected when each project is drawn by itself.',
      ],
      arguments: { contract },
      options: {
        'as-of': stand['as-of'],
        to: stand.to,
        'known-at': stand['known-at'],
        exit: 'The day the agreement ends early; guarantees and protections are settled then, and the exit clause of the agreement says what is then paid.',
        reading: 'Only this reading of unsettled terms.',
        draws: 'Of a fund: how many times it is drawn.',
        seed: 'Of a fund: the seed. The same seed gives the same figures.',
      },
      examples: [
        { line: 'bundlinje invest contracts/laer-for-livet --as-of 2026-10-31', says: 'The account on that day.' },
        { line: 'bundlinje invest funds/effekt-i --as-of 2024-06-30', says: 'The fund with the invented projects.' },
        { line: 'bundlinje invest contracts/newpin --exit 2017-06-30', says: 'If the agreement ends early.' },
      ],
    },
    exit: {
      summary: 'See what is to be paid if the agreement stops early, by several rules',
      text: [
        "Values what is reached and what is expected by the agreement's own rule and by the rules each side names, and shows the difference and the return the investors would have. What is open is shown with what a new effort would take over.",
        'A rule is not-paid, planned-rate, planned-rest or rate-so-far, and after it a share if you like: "planned-rate 50 %". Without rules all of them are shown.',
      ],
      arguments: { contract },
      options: {
        on: 'The day the agreement ends. Else its last day.',
        'known-at': stand['known-at'],
        payer: "The payer's rule.",
        investor: "The investor's rule.",
      },
      examples: [
        { line: 'bundlinje exit contracts/impact60 --on 2020-12-31', says: 'Every rule.' },
        {
          line: 'bundlinje exit contracts/impact60 --on 2020-12-31 --payer not-paid --investor "planned-rate 50 %"',
          says: 'Two sides beside each other.',
        },
      ],
    },
    explain: {
      summary: 'Learn why an amount is what it is',
      text: [
        'Goes from the amount to the clause, the result, the people and the facts, down to file and line. Ask about a payment, a goal, the number of a clause, a person, or a cohort with a name.',
        'As JSON every number of a reason has its unit. Amounts are in the currency of the agreement, and one that is no whole number of its smallest coin is a fraction.',
      ],
      arguments: { contract, what: 'A payment, a goal, a clause (4.1) or a person (F07).' },
      options: {
        ...stand,
        depth: 'How many steps down. Otherwise down to the facts for a person, and two steps for a payment.',
      },
      examples: [
        { line: 'bundlinje explain contracts/vejle-familiebehandling 4.1 --as-of 2024-09-30', says: 'A clause.' },
        { line: 'bundlinje explain contracts/vejle-familiebehandling F07', says: 'A family.' },
      ],
    },
    diff: {
      summary: 'See how two statements, or two sets of terms, differ',
      text: [
        'A statement is a JSON file or CONTRACT@DATE. Terms are a folder or CONTRACT@VERSION, the version being the name of an amendment. The difference is shown in money per payment and in words per clause.',
      ],
      arguments: { statement: 'A JSON file, CONTRACT@DATE, a folder or CONTRACT@VERSION.' },
      options: { agreement: stand.agreement },
      examples: [
        {
          line: 'bundlinje diff contracts/vejle-familiebehandling@2024-06-30 contracts/vejle-familiebehandling@2024-09-30',
          says: 'Two dates.',
        },
        { line: 'bundlinje diff contracts/cambodia@1 contracts/cambodia@2', says: 'Before and after an amendment.' },
      ],
    },
    prices: {
      summary: 'Look up what a public service costs, and where the figure comes from',
      text: [
        'Lists the prices and benefit rates of the catalogue in which every word of the search occurs. One price is shown whole: its value, who pays, its history, its source, and what must be known before it is used.',
        'A price is carried to the prices of another year by its own index. Where the catalogue lacks the index of a year, the price has no value in that year; write the missing row in a catalogue of your own. Without a year, reservations are those at the end of the year in which the catalogue was last read; the clock is never used.',
      ],
      arguments: { search: 'Words to look for, or the name of one price. Several words go in quotes.' },
      options: {
        year: 'Carry the prices to this year, and tell what must be known when they are used in it.',
        owner: 'Only prices paid by the municipality, region, state or citizen.',
        local:
          "A folder with a catalogue of one's own (prices.csv, indexes.csv …), or a workbook with the same sheets. It comes before the national one.",
        csv: 'The prices as CSV with all rows and sources, under one row of names.',
        xlsx: 'Write the prices as a workbook with sources; it can be changed and read with --local.',
      },
      examples: [
        { line: 'bundlinje prices herberg', says: 'All prices with the word herberg.' },
        { line: 'bundlinje prices pleje-vederlag', says: 'One price with its history.' },
        { line: 'bundlinje prices --owner state --csv > state.csv', says: 'As a file for a spreadsheet.' },
      ],
    },
    completion: {
      summary: 'Write a script by which the shell can complete the commands',
      text: ['Put the result where the shell looks for it, or run it when the shell starts.'],
      arguments: { shell: 'bash, zsh or fish.' },
      options: {},
      examples: [
        { line: 'bundlinje completion bash > ~/.local/share/bash-completion/completions/bundlinje', says: 'For bash.' },
      ],
    },
    help: {
      summary: 'Show help for a command',
      text: [],
      arguments: { command: 'The name of the command.' },
      options: {},
      examples: [{ line: 'bundlinje help settle', says: 'The same as bundlinje settle --help.' }],
    },
  },
  options: {
    json: 'Answer in JSON instead of text. Amounts by a contract are decimal texts; those of a business case are numbers.',
    locale: 'Language: da (Danish) or en (English).',
    'no-progress': 'Show no bar while working.',
    help: 'Show this help.',
    version: 'Show the version.',
  },
  exitCodes: [
    { code: 0, says: 'All is well.' },
    { code: 1, says: 'Something is wrong in the terms or the facts.' },
    { code: 2, says: 'The command cannot be understood.' },
    { code: 3, says: 'The terms are unsettled: they can be computed, but not signed.' },
  ],
  more: 'More with bundlinje help COMMAND. In Danish: --locale da.',
  manual: {
    title: 'The command line',
    opening: 'Every command as it explains itself with --help. The page is made from the same texts.',
  },
  optional: 'optional',
}
