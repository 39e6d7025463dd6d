/**
 * The command line: what it answers, what it refuses, and how it behaves as a process.
 *
 * Most of it runs in this process, with a terminal that only remembers. The statements and annexes of all contracts are
 * kept as texts in contracts/<name>/expected/, the manual page in docs/reference/cli.md; `UPDATE=1` rewrites them.
 */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { helpWords } from '../locales/index.ts'
import { commands, everyCommand } from '../src/cli/commands.ts'
import { commandHelp } from '../src/cli/help-text.ts'
import { contractNames } from '../src/files/index.ts'
import { type Answer, run } from './run-command.ts'
import { projectFolder } from './sources.ts'

const isUpdate = process.env['UPDATE'] !== undefined
const vejle = 'contracts/vejle-familiebehandling'
const scratch = mkdtempSync(join(tmpdir(), 'bundlinje-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('what cannot be understood is refused with a remedy', () => {
  test('a mistyped command, option or folder', async () => {
    await check(`
      $ setle x                       → 2  Der er ingen kommando »setle«. Mente du settle?
      $ settle ${vejle} --asof 1/1/24 → 2  settle har intet valg --asof. Mente du --as-of? Se bundlinje settle --help.
      $ settle contracts/vejle        → 2  Der er ingen mappe contracts/vejle. Mente du ${vejle}?
      $ settle ${vejle}/terms.yaml    → 2  ${vejle}/terms.yaml er en fil. Skriv mappen: ${vejle}
      $ settle docs                   → 2  docs har ingen terms.yaml og er derfor ikke en aftale. Begynd en med bundlinje new.
    `)
  })

  test('what is missing, and what is too much', async () => {
    await check(`
      $ settle                        → 2  settle mangler KONTRAKT. Se bundlinje settle --help.
      $ explain ${vejle}              → 2  explain mangler HVAD. Se bundlinje explain --help.
      $ settle ${vejle} --to          → 2  Efter --to mangler DATO. Se bundlinje settle --help.
      $ settle a b                    → 2  settle ved ikke, hvad »b« er. Sæt tekst med mellemrum i anførselstegn. Se bundlinje settle --help.
      $ words ${vejle} --locale fr    → 2  »fr« er ikke en mulighed for --locale. Vælg mellem da og en.
      $ --locale fr                   → 2  »fr« er ikke en mulighed for --locale. Vælg mellem da og en.
      $ --version --locale=fr         → 2  »fr« er ikke en mulighed for --locale. Vælg mellem da og en.
      $ settle --help --locale fr     → 2  »fr« er ikke en mulighed for --locale. Vælg mellem da og en.
      $ words ${vejle} --locale       → 2  Efter --locale mangler SPROG.
      $ settle ${vejle} --as-of --json   → 2  Efter --as-of mangler DATO. Se bundlinje settle --help.
      $ value cases/vejle --xlsx=     → 2  Efter --xlsx mangler FIL. Se bundlinje value --help.
      $ invest ${vejle} --draws 5     → 2  --draws hører til en fond, men ${vejle} er en aftale. Udelad --draws.
      $ invest funds/effekt-i --exit 2024-01-01   → 2  --exit hører til en aftale, men funds/effekt-i er en fond. Udelad --exit.
      $ completion tcsh               → 2  »tcsh« er ikke en mulighed for SKAL. Vælg mellem bash, zsh og fish.
    `)
  })

  test('a date that is none, or comes too early', async () => {
    await check(`
      $ settle ${vejle} --as-of 2024-02-30   → 2  »2024-02-30« er ikke en dato: februar 2024 har 29 dage. Skriv en dag, der findes.
      $ settle ${vejle} --as-of 12/31/2024   → 2  »12/31/2024« er ikke en dato: der er ingen måned 31. Mente du 31/12/2024? Dagen står først.
      $ settle ${vejle} --as-of 15/3         → 2  »15/3« mangler året. Skriv fx 15/3/2024.
      $ settle ${vejle} --as-of i-går        → 2  »i-går« er ikke en dato. Skriv fx 31/12/2024.
      $ settle ${vejle} --as-of 1/1/2021     → 2  Den 1. januar 2021 er før aftalens første dag, den 1. januar 2022. Vælg en senere dato.
      $ settle ${vejle} --as-of 1/1/2024 --to 1/1/2024  → 2  --as-of sætter begge datoer. Brug enten --as-of eller --to og --known-at.
    `)
  })

  test('a name the agreement does not know', async () => {
    await check(`
      $ explain ${vejle} handleplan          → 2  Aftalen kender ikke »handleplan«. Det nærmeste er Handleplansmål.
      $ explain ${vejle} F1                  → 2  Aftalen kender ikke »F1«. Det nærmeste er F01, F10, F11.
      $ settle ${vejle} --agreement x        → 2  Vilkårene bruges kun af én aftale, så --agreement skal ikke med.
      $ settle ${vejle} --reading 3          → 2  --reading kan ikke være 3. Vælg fra 1 til 1.
      $ settle ${vejle} --reading=-1         → 2  --reading kan ikke være -1. Vælg fra 1 til 1.
      $ settle ${vejle} --reading to         → 2  »to« er ikke et helt tal. --reading skal have et, fx 3.
      $ settle ${vejle} --issue ../x         → 2  »../x« kan ikke være et filnavn. Brug bogstaver, tal, bindestreg og understreg.
      $ payoff ${vejle} penge                → 2  Aftalen har intet betalingsmål »penge«. Den har plan, support, absence og no-placement.
      $ payoff ${vejle} --svg                → 2  En SVG viser én kurve. Skriv hvilket mål.
    `)
  })

  test('in English too', async () => {
    await check(`
      $ settle base extra --locale en                → 2  settle does not know what “extra” is. Put text with spaces in quotation marks. See bundlinje settle --help.
      $ --locale da --locale en setle x              → 2  There is no command “setle”. Did you mean settle?
      $ --locale en setle x                          → 2  There is no command “setle”. Did you mean settle?
      $ settle ${vejle} --as-of 2024-02-30 --locale en → 2  “2024-02-30” is no date: February 2024 has 29 days. Write a day that exists.
    `)
  })
})

describe('the price catalogue', () => {
  test('refuses what it does not know, with what is near', async () => {
    await check(`
      $ prices herbergg-110           → 2  Priskataloget har ingen pris, der passer på »herbergg-110«. Mente du herberg-110?
      $ prices --year 26              → 2  »26« er ikke et år. Skriv fx 2026.
      $ prices --local nowhere        → 2  Der er ingen mappe nowhere med et eget priskatalog.
      $ prices --owner nobody         → 2  »nobody« er ikke en mulighed for --owner. Vælg mellem municipality, region, state og citizen.
      $ prices zzz --locale en        → 2  The price catalogue has no price that fits “zzz”.
    `)
  })

  test('shows one price with its rows, its source and its reservations', async () => {
    const { out: printed, code } = await run(['prices', 'psyk-saerlig', '--year', '2026'])
    expect(code).toBe(0)
    for (const shown of [
      '4.165 kr. per dag',
      '3.959 kr. per dag',
      'wm507173',
      '4 år ældre',
      'kan ikke regnes om',
      '18. marts 2026',
    ]) {
      expect(printed, shown).toContain(shown)
    }
  })

  test("carries prices to a year by an index of one's own, and puts a local price first", async () => {
    const own = join(scratch, 'own')
    mkdirSync(own)
    const source = 'Budget 2026;02-02-2026;A;offentlig'
    const index = [
      'familie;år;procent;skønnet-den;tekst;kilde;læst;tillid;grad',
      `municipal;2025;3,5;01-06-2024;Egen;${source}`,
    ]
    const head = 'id;tekst;pris;enhed;prisår;indeks;omkostning;moms;budgetejer;område;gælder-fra;kilde;læst;tillid;grad'
    const row = `ophold-bogense;Opholdssted;80.000,00;kr/måned;2024;municipal;gennemsnit;uden;kommune;børn;01-01-2024;${source}`
    writeFileSync(join(own, 'indexes.csv'), `${index.join('\n')}\n`)
    writeFileSync(join(own, 'prices.csv'), `${[head, row].join('\n')}\n`)
    writeFileSync(join(own, 'reading.yaml'), 'numbers: danish\ndates: day-month-year\n')
    const { out: printed, code, err: said } = await run(['prices', 'ophold-bogense', '--year', '2025', '--local', own])
    expect([code, said]).toEqual([0, ''])
    const text = printed.replace(/\s+/g, ' ')
    expect(text).toContain('80.000 kr. per måned (i stedet for landskatalogets 86.141 kr. per måned)')
    expect(text).toContain('I 2025-priser: 82.800 kr. per måned')
    expect(text).toContain('eget katalog')
    const { out: json } = await run(['prices', 'ophold-bogense', '--year', '2025', '--local', own, '--json'])
    expect(JSON.parse(json)).toMatchObject({
      year: 2025,
      prices: [{ value: 80_000, inYear: 82_800, insteadOf: { value: 86_141 } }],
    })
  })

  test("tells a fault in a catalogue of one's own, and shows what could be read", async () => {
    const own = join(scratch, 'faulty')
    mkdirSync(own)
    writeFileSync(join(own, 'prices.csv'), 'id,da,value\nx,X,1\n')
    const { code, err: said, out: printed } = await run(['prices', 'fodlaenke', '--local', own])
    expect(code).toBe(1)
    expect(said).toContain('csv-column-missing')
    expect(printed).toContain('fodlaenke')
  })

  test('gives prices and benefits as one table', async () => {
    const { out: printed } = await run(['prices', 'per', '--csv'])
    const lines = printed.split('\n')
    expect(lines.filter((line) => line.startsWith('id,da,en,'))).toEqual([lines[0]])
    expect((await run(['prices', '--csv'])).out.split('\n')).toHaveLength(91)
  })
})

describe('dates may be written as people write them', () => {
  test.each(['2024-09-30', '30/9/2024', '30.09.2024', '30-9-2024', '30. september 2024', '30 Sep 2024'])(
    '%s',
    async (text) => {
      const { out } = await run(['settle', vejle, '--as-of', text])
      expect(out).toContain('Stillingen den 30. september 2024, kendt samme dag')
    },
  )
})

describe('statements and annexes of the contracts', () => {
  for (const name of contractNames('contracts')) {
    for (const locale of ['da', 'en'] as const) {
      test(`${name}, ${locale}`, async () => {
        const folder = `contracts/${name}`
        const statement = await run(['settle', folder, '--locale', locale])
        const annex = await run(['words', folder, '--locale', locale])
        // What is wrong is told elsewhere; only what runs has a text to keep.
        if (statement.code === 1 || statement.code === 2) return
        keep(`${folder}/expected/statement.${locale}.txt`, statement.out)
        keep(`${folder}/expected/annex.${locale}.txt`, annex.out)
      })
    }
  }
})

describe('exit codes', () => {
  test('settled terms give 0, unsettled 3, wrong 1', async () => {
    const wrong = copyOf(vejle, (terms) => terms.replace('per-met: { is: 90000 kr', 'per-met: { is: 90000 dage'))
    await check(`
      $ check ${vejle}                → 0
      $ check contracts/aarhus-diabetes → 3
      $ settle contracts/aarhus-diabetes → 3
      $ check ${wrong}                → 1
      $ settle ${wrong}               → 1  Vilkårene i ${wrong} kan ikke regnes endnu. Se hvorfor med bundlinje check ${wrong}.
      $ check ${vejle} contracts/aarhus-diabetes → 3
      $ check ${wrong} contracts/aarhus-diabetes → 1
      $ help                          → 0
      $ settle --help                 → 0
      $ --version                     → 0
    `)
  })
})

describe('the commands', () => {
  test('settle shows each reading of unsettled terms, and one of them whole', async () => {
    const { out } = await run(['settle', 'contracts/aarhus-diabetes'])
    expect(out).toContain('Kan ikke underskrives')
    expect(out.match(/decided-by: (count|share)/g)).toEqual(['decided-by: count', 'decided-by: share'])
    const one = await run(['settle', 'contracts/aarhus-diabetes', '--reading', '2'])
    expect(one.code).toBe(3)
    expect(one.out.startsWith('Kan ikke underskrives.\n')).toBe(true)
    expect(one.out).toContain('Til betaling')
  })

  test('invest tells what the lender lost and what the guarantee paid, and by which reason', async () => {
    const { code, out } = await run(['invest', 'contracts/rikers', '--locale', 'en'])
    expect(code).toBe(0)
    expect(out).toMatch(/Goldman Sachs +USD 7,200,000 +USD 6,000,000 +−USD 1,200,000 +0\.83 +−5\.75%/)
    const line = out.replace(/\s+/g, ' ')
    expect(line).toContain('has paid USD 6,000,000 of at most USD 6,000,000')
    expect(line).toMatch(/31 August 2015 guarantee: guarantee of the loan, when it was ended/)
    const early = await run(['invest', 'contracts/newpin', '--as-of', '2017-06-30', '--exit', '2017-06-30'])
    expect(early.out).toContain('Aftalen sluttede den 30. juni 2017.')
    expect((await run(['invest', 'contracts/newpin', '--exit', '2012-01-01'])).code).toBe(2)
  })

  test('invest shows a fund: its investors, what is expected, its projects and where the money stands', async () => {
    const { code, out } = await run(['invest', 'funds/effekt-i', '--as-of', '2024-06-30'])
    expect(code).toBe(0)
    expect(out).toMatch(/PKA +30\.000\.000 kr\. +19\.406\.250 kr\. +3\.725\.625 kr\. +10\.593\.750 kr\./)
    expect(out).toMatch(/PKA +−15\.680\.625 kr\. +0,19 +endnu ikke tilbagebetalt/)
    const over = await run(['invest', 'funds/effekt-i', '--locale', 'en'])
    expect(over.out).toMatch(/PKA +DKK [\d,.]+ +1\.\d\d +[\d.]+%/)
    expect(out).toContain('20 projekter har tilsagn om 70.000.000 kr. af fondens 80.000.000 kr.')
    expect(out).toContain('oplysninger om fonden er opfundet')
    const whole = await run(['invest', 'funds/effekt-i', '--json'])
    const { account } = JSON.parse(whole.out) as { account: { shortfall: string; cash: string } }
    expect([account.shortfall, account.cash]).toEqual(['0.00', '0.00'])
  })

  test('exit sets the rules of both sides beside each other, and tells what a new effort would take over', async () => {
    const words = ['exit', 'contracts/impact60', '--on', '2020-12-31', '--payer', 'not-paid']
    const { out } = await run([...words, '--investor', 'planned-rate 50 %'])
    expect(out).toMatch(/Aftalens regel[^]*Ventet +1\.000\.000 kr\.[^]*Til betaling +5\.000\.000 kr\./)
    expect(out).toMatch(/Betalerens opgørelse[^]*Ventet +0 kr\.[^]*Til betaling +4\.000\.000 kr\./)
    expect(out).toMatch(/Investorens opgørelse[^]*Ventet +2\.000\.000 kr\.[^]*Til betaling +6\.000\.000 kr\./)
    expect(out).toContain('Mellem de to opgørelser er der 2.000.000 kr.\n')
    expect(out).toContain('overtager 80 åbne resultater')
    const wrong = await run([...words, '--investor', 'half'])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('»half« er ingen regel')
  })

  test('a statement is issued once, and the next takes it off', async () => {
    const folder = copyOf(vejle, (terms) => terms)
    rmSync(join(folder, 'statements'), { recursive: true })
    const issue = ['settle', folder, '--as-of', '2024-06-30', '--issue', '2024-2']
    expect(await run(issue)).toMatchObject({
      code: 0,
      err: `Opgørelse 2024-2 er gemt i ${folder}/statements/2024-2.json.`,
    })
    const again = await run(issue)
    expect(again.code).toBe(2)
    expect(again.err).toContain('findes allerede og er ikke rørt')
    const next = await run(['settle', folder, '--as-of', '2024-09-30'])
    expect(next.out).toContain('Opgørelse 2024-2, den 30. juni 2024: 2.582.188 kr.')
    const same = await run(['diff', `${folder}/statements/2024-2.json`, `${folder}/statements/2024-2.json`])
    expect(same.out).toContain('De to opgørelser siger det samme.')
  })

  test('unsettled terms are not issued', async () => {
    const folder = copyOf('contracts/aarhus-diabetes', (terms) => terms)
    const { code, err } = await run(['settle', folder, '--issue', 'x'])
    expect(code).toBe(1)
    expect(err).toContain('Uafklarede vilkår kan ikke underskrives')
    expect(existsSync(join(folder, 'statements'))).toBe(false)
  })

  test('a fund tells who bears the first loss', async () => {
    const { out } = await run(['invest', 'docs/reference/examples', '--as-of', '2024-06-30'])
    expect(plainOf(out)).toContain(
      'Førstetab: Fonden får først noget igen, når de andre har fået det tilbage, de har indbetalt.',
    )
  })

  test('a fund of which a project cannot be counted is a fault, and no sum of it is called the whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fund-'))
    const contract = relative(folder, 'contracts/laer-for-livet')
    const text = readFileSync('problems/fund-contract-uncounted/fund/fund.yaml', 'utf8')
    writeFileSync(join(folder, 'fund.yaml'), text.replace(/contract: .*/, `contract: ${contract}`))
    const { code, out } = await run(['invest', folder, '--draws', '2'])
    expect(code).toBe(1)
    expect(out).toMatch(/fund\.yaml:17:9/)
    expect(plainOf(out)).toContain('Tallene er ikke hele fondens: Egen bolig er ikke regnet med')
    expect(out).not.toMatch(/^I alt +\d/m)
    expect(out).toMatch(/^I alt, uden ét projekt +5\.000\.000 kr\./m)
    expect(out).toMatch(/^Egen bolig \(ikke regnet med\) +Vejle +– +– +–$/m)
    const json = await run(['invest', folder, '--draws', '2', '--json'])
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({ isWhole: false, problems: [{ severity: 'wrong' }] })
    rmSync(folder, { recursive: true })
  })

  test('a fund tells what had no cover, and that what comes in covers it first', async () => {
    const uncovered = 'problems/fund-outlay-uncovered/fund'
    const all = plainOf((await run(['invest', uncovered, '--draws', '2'])).out)
    expect(all).toContain('Der manglede dækning for 1.000.000 kr., første gang den 1. januar 2024. Det, der siden er')
    expect(all).toMatch(/I alt +3\.000\.000 kr\. +3\.000\.000 kr\. +3\.400\.000 kr\./)
    const before = plainOf((await run(['invest', uncovered, '--draws', '2', '--as-of', '2026-01-01'])).out)
    expect(before).toContain('og 1.000.000 kr. er stadig ikke dækket')
    expect(before).toContain('I alle 2 tænkelige forløb mangler fonden på et tidspunkt dækning for sine udlæg')
    const json = await run(['invest', uncovered, '--draws', '2', '--as-of', '2026-01-01', '--json'])
    const { account } = JSON.parse(json.out) as { account: unknown }
    expect(account).toMatchObject({
      shortfall: '1000000.00',
      uncovered: [{ day: '2024-01-01', amount: '1000000.00' }],
      together: { rate: { is: 'not-yet' } },
    })
  })

  test('a fund tells who secures it and what is above its cap on return, with why', async () => {
    const end = plainOf((await run(['invest', 'docs/reference/examples', '--as-of', '2032-12-31'])).out)
    // 13.5 of 30 million are drawn, so 1.8 of 4 at most; half of what is lost would be more.
    expect(end).toContain('Tabet var 5.980.000 kr., og garanten har betalt 1.800.000 kr. af højst 1.800.000 kr.')
    expect(end).toContain('Det, der ligger over, betales til Foreningen. Afkastet har ikke nået loftet')
    const before = await run(['invest', 'docs/reference/examples', '--as-of', '2026-06-30', '--draws', '50'])
    expect(plainOf(before.out)).toContain('Garantien gøres op den 31. december 2032.')
    expect(plainOf(before.out)).toMatch(/forløb betaler garanten, i gennemsnit over alle forløb [1-9]/)
    const json = await run(['invest', 'docs/reference/examples', '--as-of', '2032-12-31', '--json'])
    const { account } = JSON.parse(json.out) as {
      account: { guaranteed: unknown; aboveCap: unknown[]; investors: { flows: { reason: string }[] }[] }
    }
    const [loss, paid] = ['5980000.00', '1800000.00']
    expect(account.guaranteed).toEqual({ day: '2032-12-31', loss, most: paid, paid })
    expect(account.investors[0]!.flows.at(-1)!.reason).toBe('guarantee')
  })

  test('diff tells an amendment in money and in words', async () => {
    const { out } = await run(['diff', 'contracts/minnesota@1', 'contracts/minnesota@2018'])
    expect(out).toContain('  − Hver gang en person når målet, betales 9.000 USD.')
    expect(out).toContain('  + Hver gang en person når målet, betales 11.000 USD.')
    expect(out).toMatch(/I alt +45\.000 +91\.000 +\+46\.000/)
    const same = await run(['diff', vejle, vejle])
    expect(same.out).toContain('Bestemmelserne siger det samme.')
  })

  test('payoff draws the thresholds, filled where they are inside', async () => {
    const { out } = await run(['payoff', vejle, 'plan'])
    expect(out).toMatch(/120\.000 kr\. ┤ +●─+/)
    expect(out).toMatch(/60\.000 kr\. ┤ +●━+○/)
    const svg = await run(['payoff', vejle, 'plan', '--svg'])
    expect(svg.out).toMatch(/^<svg [^>]*role="img"[\s\S]*<title>Betalingskurve: Handleplansmål<\/title>[\s\S]*<\/svg>$/)
  })

  test('due tells late from missing', async () => {
    const { out } = await run(['due', vejle, '--on', '30/9/2024'])
    expect(out).toContain('For sent, men kan nås')
    expect(out).toContain('Mangler og kan ikke længere nås')
  })

  test('new writes terms that check, and never twice', async () => {
    const folder = join(scratch, 'job')
    const words = [
      'new',
      folder,
      '--title',
      'Job: "efter" ét år',
      '--goal',
      'I arbejde # efter et år',
      '--price',
      '50.000,50 kr.',
    ]
    expect(await run(words)).toMatchObject({ code: 0 })
    expect((await run(['check', folder])).code).toBe(0)
    expect((await run(['words', folder])).out).toContain('betales 50.000,50 kr.')
    expect(await run(words)).toMatchObject({
      code: 2,
      err: `${folder} findes allerede og er ikke rørt. Vælg en anden mappe.`,
    })
    expect(await run(['new', '--title', 'x'])).toMatchObject({
      code: 2,
      err: 'Uden en terminal at spørge i mangler --goal og --price.',
    })
  })

  test('new asks again for an answer that cannot be read, and writes nothing when it is left', async () => {
    const folder = join(scratch, 'asked')
    const answers = ['Asked', '', 'kroner', 'SEK', '', '', '', '1/1/2020', '31/12/2031', '0', '12', 'In work', '50.000']
    const { code, err } = await run(['new', folder], answers)
    expect(code).toBe(0)
    expect(err).toContain('»kroner« er ikke en valuta.')
    expect(err).toContain('Den sidste dag kommer før den første.')
    expect(readFileSync(join(folder, 'terms.yaml'), 'utf8')).toContain('per-met: 50000 SEK')
    const left = await run(['new', join(scratch, 'left')], ['Left'])
    expect(left).toMatchObject({ code: 2 })
    expect(left.err).toContain('Afbrudt. Intet er skrevet.')
    expect(existsSync(join(scratch, 'left'))).toBe(false)
  })
})

describe('help', () => {
  test('has words for every argument and option of every command, and no others', () => {
    for (const locale of ['da', 'en'] as const) {
      const words = helpWords[locale]
      for (const command of commands) {
        const help = words.commands[command.name]
        const named = command.options.map(({ name }) => name)
        expect(Object.keys(help.options).sort(), `${locale} ${command.name}`).toEqual(named.sort())
        const values = [...new Set(command.arguments.map(({ name }) => name))]
        expect(Object.keys(help.arguments).sort(), `${locale} ${command.name}`).toEqual(values.sort())
        expect(help.examples.length, command.name).toBeGreaterThan(0)
      }
      expect(Object.keys(words.options).sort()).toEqual([...everyCommand.map(({ name }) => name), 'version'].sort())
    }
  })

  test('fits a terminal of 80 places', () => {
    for (const command of commands) {
      const lines = commandHelp(command, 'da', 80).split('\n')
      // An example is a line to paste, so it is not broken.
      expect(lines.filter((line) => line.length > 80 && !line.includes('bundlinje '))).toEqual([])
    }
  })

  test('is the manual page', () => keep('docs/reference/cli.md', manualPage()))
})

describe('as a process', () => {
  beforeAll(() => {
    execFileSync(process.execPath, ['tools/bundlinje.mjs', '--version'], { cwd: projectFolder, stdio: 'ignore' })
  }, 120_000)

  test('answers on standard output alone, without colours or a bar, when nobody looks', async () => {
    const { code, out, err } = await spawned(['settle', vejle, '--as-of', '2024-09-30'])
    expect(code).toBe(0)
    expect(err).toBe('')
    // eslint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u001b\u00a0]/)
    expect(out).toBe(`${(await run(['settle', vejle, '--as-of', '2024-09-30'])).out}\n`)
  })

  test('a reader who closes the pipe sees no stack trace', async () => {
    const child = spawn(process.execPath, ['dist/cli.js', 'words', 'contracts/reboot-west'], { cwd: projectFolder })
    let err = ''
    child.stderr.on('data', (text: Buffer) => (err += text.toString()))
    child.stdout.once('data', () => child.stdout.destroy())
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  test('Ctrl-C ends it without a word', async () => {
    const child = spawn(process.execPath, ['dist/cli.js', 'settle', vejle], { cwd: projectFolder })
    let err = ''
    child.stderr.on('data', (text: Buffer) => (err += text.toString()))
    child.kill('SIGINT')
    const signal = await new Promise((resolve) => child.once('close', (_code, by) => resolve(by)))
    expect({ signal, err }).toEqual({ signal: 'SIGINT', err: '' })
  })

  test('finds the price catalogue beside itself', async () => {
    expect((await spawned(['prices', 'herberg-110'])).code).toBe(0)
  })

  test('exit codes reach the shell', async () => {
    expect((await spawned(['settle', 'nowhere'])).code).toBe(2)
    expect((await spawned(['settle', 'contracts/aarhus-diabetes'])).code).toBe(3)
  })

  test.each(['bash', 'zsh', 'fish'])('%s can read its completion', async (shell) => {
    const { out } = await run(['completion', shell])
    for (const { name } of commands) expect(out).toContain(name)
    if (!hasProgram(shell)) return
    const file = join(scratch, `completion.${shell}`)
    writeFileSync(file, out)
    execFileSync(shell, ['-n', file])
  })
})

/** `$ words → code  what is said on the error stream`, one a line. */
async function check(examples: string): Promise<void> {
  for (const line of examples.trim().split('\n')) {
    const found = /^\s*\$ (.*?)\s*→ (\d)(?: {2}(.*))?$/.exec(line)
    expect(found, line).not.toBeNull()
    const [, words = '', code, says] = found!
    const answer = await run(words.split(' '))
    expect({ words, code: String(answer.code) }).toEqual({ words, code })
    if (says !== undefined) expect(answer.err).toBe(says)
  }
}

function keep(file: string, text: string): void {
  const path = join(projectFolder, file)
  if (isUpdate) {
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, `${text.trimEnd()}\n`)
  } else
    expect(`${text.trimEnd()}\n`, `${file}; UPDATE=1 rewrites it`).toBe(
      existsSync(path) ? readFileSync(path, 'utf8') : '',
    )
}

let copies = 0

/** A copy of a contract with its terms changed. */
function copyOf(contract: string, change: (terms: string) => string): string {
  copies += 1
  const folder = join(scratch, `copy-${String(copies)}`)
  cpSync(join(projectFolder, contract), folder, { recursive: true })
  const file = join(folder, 'terms.yaml')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
  return folder
}

async function spawned(words: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/cli.js', ...words], { cwd: projectFolder }, (fault, out, err) => {
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, out, err })
    })
  })
}

function hasProgram(name: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(':')
    .some((folder) => existsSync(folder) && readdirSync(folder).includes(name))
}

/** The manual page, from the same texts as `--help`. */
function manualPage(): string {
  const words = helpWords.en
  const { title, opening } = words.manual
  const options = [...everyCommand.map(({ name }) => name), 'version']
  return [
    `# ${title}`,
    opening,
    'Written by `UPDATE=1 npx vitest run test/cli.test.ts`.',
    `## ${words.headings.commands}`,
    [
      '| command | |',
      '|---|---|',
      ...commands.map(({ name }) => `| [\`${name}\`](#${name}) | ${words.commands[name].summary} |`),
    ].join('\n'),
    `## ${words.headings.everyCommand}`,
    ['| option | |', '|---|---|', ...options.map((name) => `| \`--${name}\` | ${words.options[name] ?? ''} |`)].join(
      '\n',
    ),
    `## ${words.headings.exitCodes}`,
    ['| code | |', '|---|---|', ...words.exitCodes.map(({ code, says }) => `| ${String(code)} | ${says} |`)].join('\n'),
    ...commands.flatMap((command) => [`## ${command.name}`, `\`\`\`\n${commandHelp(command, 'en', 88)}\n\`\`\``]),
  ].join('\n\n')
}

/** Without lines, rungs and columns. */
const plainOf = (text: string): string => text.replace(/[│├└─\s]+/g, ' ')
