/** Hjælpeteksterne til kommandoerne. De bliver også til manualsiden i docs/reference/cli.md. */
import { type HelpWords } from '../wording/help.ts'

const stand = {
  'as-of': 'Stillingen en dag, som den var kendt samme dag. Sætter både --to og --known-at.',
  to: 'Den sidste dag, der regnes med. Ellers aftalens sidste dag.',
  'known-at': 'Kun oplysninger registreret senest denne dag regnes med. Ellers samme dag som --to.',
  agreement: 'Den aftale i parametertabellen, det handler om, når ét sæt vilkår bruges af flere.',
}

const contract = 'Mappen med aftalens vilkår og oplysninger, fx contracts/vejle-familiebehandling.'

export const help: HelpWords = {
  tagline: 'Bundlinje regner aftaler om sociale effektinvesteringer: vilkår, resultater, betaling og begrundelse.',
  headings: {
    usage: 'Brug',
    commands: 'Kommandoer',
    arguments: 'Argumenter',
    options: 'Valg',
    everyCommand: 'Valg, som alle kommandoer har',
    examples: 'Eksempler',
    exitCodes: 'Afslutningskoder',
  },
  values: {
    date: 'DATO',
    name: 'NAVN',
    number: 'TAL',
    text: 'TEKST',
    language: 'SPROG',
    clause: 'NUMMER',
    agreement: 'AFTALE',
    contract: 'KONTRAKT',
    case: 'SAG',
    scenario: 'SCENARIE',
    picture: 'BILLEDE',
    folder: 'MAPPE',
    what: 'HVAD',
    goal: 'MÅL',
    statement: 'OPGØRELSE',
    shell: 'SKAL',
    command: 'KOMMANDO',
    currency: 'VALUTA',
    kind: 'SLAGS',
    amount: 'BELØB',
    share: 'ANDEL',
    file: 'FIL',
    search: 'SØGNING',
    year: 'ÅR',
    owner: 'EJER',
    rule: 'REGEL',
  },
  commands: {
    new: {
      summary: 'Begynd en aftale ud fra nogle få spørgsmål',
      text: [
        'Skriver en mappe med vilkår, der kan regnes, og som kan rettes i en almindelig teksteditor. Det, skabelonen selv har valgt, er mærket som antaget, så parterne kan se, hvad de mangler at tage stilling til.',
        'Uden valg stilles spørgsmålene i terminalen. Med valg kan kommandoen bruges i et script. En mappe, der findes, røres ikke.',
      ],
      arguments: { folder: 'Mappen, der skal skrives. Uden den laves navnet af titlen.' },
      options: {
        title: 'Aftalens titel.',
        currency: 'Valutaens kode, fx DKK.',
        kind: 'Hvordan pengene gives: grant (betinget tilskud), loan (lån til leverandør), pool (intern pulje) eller donation.',
        goal: 'Hvad der skal opnås, fx »I arbejde efter et år«.',
        price: 'Hvad der betales for hver person, der når målet, fx 50000 eller »50.000 kr.«.',
        from: 'Aftalens første dag.',
        through: 'Aftalens sidste dag.',
        payer: 'Hvem der betaler, når målet nås.',
        payee: 'Hvem der betales til.',
        people: 'Hvor mange personer aftalen omfatter.',
      },
      examples: [
        { line: 'bundlinje new', says: 'Svar på spørgsmålene.' },
        {
          line: 'bundlinje new contracts/job --title "Job efter et år" --kind grant --goal "I arbejde efter et år" --price 50000',
          says: 'Uden spørgsmål.',
        },
      ],
    },
    check: {
      summary: 'Find fejl og åbne spørgsmål i vilkår og oplysninger eller i en businesscase eller en fond',
      text: [
        'Viser hvert problem med sted, et udklip af teksten og det, der kan rettes det. En fejl betyder, at aftalen ikke kan regnes. Et åbent spørgsmål betyder, at den kan regnes på flere måder og ikke kan underskrives.',
        'Nogle fejl findes kun på en dag, fx to værdier registreret samme dag. Uden en dag ses der på aftalens sidste, som settle gør.',
        'En mappe med case.yaml gennemgås som businesscase, også for det, der kun hindrer, at den følges eller trækkes, og en med fund.yaml som fond. Med --json er svaret en liste med én post for hver mappe: contract, case eller fund er dens sti, og hvert af problems har code, severity (wrong, unsettled eller notice), at (file, line, column), says på det sprog, der bedes om, facts og choices, som er tekster til at sætte ind. Sådan fortæller alle kommandoer om problemer. En kommando, der ikke kan svare med --json, giver { "fault": …, "problems": […] }.',
      ],
      arguments: {
        contract: 'Mappen med en aftale, en businesscase eller en fond, fx contracts/vejle-familiebehandling.',
      },
      options: { 'as-of': stand['as-of'], to: stand.to, 'known-at': stand['known-at'] },
      examples: [
        { line: 'bundlinje check contracts/vejle-familiebehandling', says: 'Én aftale.' },
        { line: 'bundlinje check contracts/*', says: 'Alle aftaler i en mappe.' },
        { line: 'bundlinje check cases/vejle --json', says: 'En businesscase.' },
      ],
    },
    words: {
      summary: 'Læs vilkårene højt: betalingsbilaget i almindelig tekst',
      text: [
        'Skriver bilaget, som parterne underskriver, ud fra de samme vilkår, som regnes. Under hver bestemmelse står, hvad der er antaget, opfundet eller udledt.',
      ],
      arguments: { contract },
      options: { clause: 'Kun bestemmelsen med dette nummer, fx 4.1.' },
      examples: [
        { line: 'bundlinje words contracts/vejle-familiebehandling', says: 'Hele bilaget.' },
        { line: 'bundlinje words contracts/vejle-familiebehandling --clause 4.1', says: 'Én bestemmelse.' },
      ],
    },
    payoff: {
      summary: 'Vis, hvad hvert resultat er værd',
      text: [
        'Tegner betalingskurven for hvert betalingsmål og skriver dens punkter. Punkterne regnes af den samme afregning som opgørelsen, på konstruerede resultater.',
      ],
      arguments: { contract, goal: 'Kun dette mål.' },
      options: { svg: 'Kurven som SVG i stedet for tekst. Kræver ét mål.' },
      examples: [
        { line: 'bundlinje payoff contracts/vejle-familiebehandling', says: 'Alle betalingsmål.' },
        { line: 'bundlinje payoff contracts/vejle-familiebehandling plan --svg > plan.svg', says: 'Som billede.' },
      ],
    },
    due: {
      summary: 'Vis, hvem der skal måles, hvad der er for sent, og hvad der mangler',
      text: ['Følger måledagene i vilkårene for hver person og viser, hvad der er kommet.'],
      arguments: { contract },
      options: { on: 'Den dag, der ses fra. Ellers aftalens sidste dag.' },
      examples: [
        { line: 'bundlinje due contracts/vejle-familiebehandling --on 2024-09-30', says: 'Som det så ud den dag.' },
      ],
    },
    value: {
      summary: 'Regn en businesscase: hvad indsatsen er værd, for hvem og hvornår',
      text: [
        'Læser mappens case.yaml og regner det smalle og det brede scenarie: budgetejere, år, refusion, serviceramme, egne penge over for pulje og investor, hvad resultatet afhænger af, og hvad der skal være sandt. Tal, som er opfundet, antaget eller ikke efterprøvet, står nederst.',
        'Samme sag kan regnes under flere regelsæt på én gang. Uret bruges aldrig.',
        'Et regneark, som er skrevet eller udfyldt, læses ind igen: fejl vises med ark og celle.',
      ],
      arguments: { case: 'En mappe med case.yaml, selve filen eller et regneark (.xlsx), som Bundlinje har skrevet.' },
      options: {
        xlsx: 'Skriv sagen som regneark. Alle resultater er formler, der ender i de farvede felter; de prøves, før filen skrives.',
        template: 'Skriv et tomt regneark, der kan udfyldes og læses ind.',
        yaml: 'Skriv sagens tekst som case.yaml, også når den kommer fra et regneark.',
        scenario: 'Kun det ene scenarie: narrow (smalt) eller broad (bredt).',
        'law-as-of': 'Alle regler, som de var den dag. Flere dage skilles med komma og sammenlignes.',
        svg: 'Et billede som SVG i stedet: years (budgettet år for år), tornado (hvad det afhænger af) eller flow (hvem betaler, og hvem vinder).',
      },
      examples: [
        { line: 'bundlinje value cases/vejle', says: 'Begge scenarier.' },
        {
          line: 'bundlinje value cases/ikast-brande --law-as-of 2023-01-01,2024-01-01,2026-05-01',
          says: 'Én sag, tre lovgivninger.',
        },
        { line: 'bundlinje value cases/drc --svg flow > hvem.svg', says: 'Hvem betaler, og hvem vinder.' },
        { line: 'bundlinje value cases/vejle --xlsx vejle.xlsx', says: 'Sagen som regneark.' },
        { line: 'bundlinje value sag.xlsx --yaml > case.yaml', says: 'Fra et udfyldt regneark til case.yaml.' },
      ],
    },
    follow: {
      summary: 'Følg en businesscase: hvad der var ventet, hvad der er nået, og hvilken antagelse der brød',
      text: [
        'Læser sagen og oplysningerne i den kontrakt, den er knyttet til under in-contract: followed. Visiterede, ventetid, frafald, resultater og betalinger sættes i stedet for det, der var antaget: hvad der var ventet, hvad der er nået, hvad der ventes nu, og for hver antagelse om den holder, siden hvornår den er brudt, og hvad det betyder i kroner for hver budgetejer.',
        'Der regnes i hele måneder. En dag efter oplysningernes sidste periode besvares med den sidste, de siger noget om.',
      ],
      arguments: { case: 'En mappe med case.yaml, eller selve filen.' },
      options: {
        'as-of': 'Kun hvad der var sket og kendt den dag. Uden den: så langt oplysningerne rækker.',
        scenario: 'narrow (smalt), som er det, der vises uden, eller broad (bredt).',
        svg: 'Et billede med tre linjer som SVG: net (kommunens gevinst), paid (tilbagebetaling) eller results (nået målet).',
      },
      examples: [
        { line: 'bundlinje follow cases/vejle', says: 'Så langt oplysningerne rækker.' },
        { line: 'bundlinje follow cases/vejle --as-of 2023-12-31', says: 'Som det så ud ved udgangen af 2023.' },
        {
          line: 'bundlinje follow cases/vejle --svg net > gevinst.svg',
          says: 'Ventet da, nået og ventet nu i én figur.',
        },
      ],
    },
    simulate: {
      summary: 'Træk mange forløb: hvor sandsynlig er en gevinst, hvem kan tabe, og hvad er værd at undersøge',
      text: [
        'Trækker sagens skøn og hver borgers forløb, lader kontraktens egne vilkår sige, hvad der betales, og regner hver trækning som value. Uden kontrakt gælder sagens egen model for tilbagebetaling.',
        'Samme frø giver de samme tal til sidste bit, uanset hvor mange tråde der trækker. ± er den statistiske usikkerhed på et gennemsnit.',
      ],
      arguments: { case: 'En mappe med case.yaml, eller selve filen.' },
      options: {
        draws:
          'Hvor mange trækninger; hvis intet er sagt, 10.000, eller 1.000, hvor kontrakten må spørges om næsten hvert forløb for sig.',
        seed: 'Frøet, som alle tilfældige tal kommer af; 1, hvis intet er sagt.',
        workers: 'Hvor mange tråde der trækker samtidig; så mange, maskinen har kerner, hvis intet er sagt.',
        scenario: 'Det smalle (narrow) eller det brede (broad) scenarie; narrow, hvis intet er sagt.',
        'law-as-of': 'Alle regler, som de var den dag; uden den følger hver måned sin egen lov.',
        csv: 'Skriv hver trækning, med skøn og resultat, i en CSV-fil.',
        facts: 'Skriv de første hundrede trækningers borgere og oplysninger i en mappe, som settle kan læse.',
        svg: 'Et billede som SVG i stedet: kommunens budget år for år i bånd.',
      },
      examples: [
        { line: 'bundlinje simulate cases/vejle', says: '1.000 trækninger: ingen to familier er ens.' },
        {
          line: 'bundlinje simulate cases/vejle --draws 100000 --seed 7 --csv tal.csv',
          says: 'Flere, og alle tal i en fil.',
        },
        {
          line: 'bundlinje simulate cases/ikast-brande --law-as-of 2023-09-30',
          says: 'Den samme sag under reglerne før 1. oktober 2023.',
        },
      ],
    },
    settle: {
      summary: 'Lav en opgørelse: optjent, skåret af loft, afregnet før, til betaling',
      text: [
        'Samme vilkår, samme oplysninger og samme dato giver altid samme opgørelse, og kontrolsummen viser det. Er vilkårene uafklarede, vises beløbet under hver læsning, og opgørelsen kan ikke underskrives.',
        'Uden dato regnes til aftalens sidste dag; uret bruges aldrig.',
      ],
      arguments: { contract },
      options: {
        ...stand,
        reading: 'Vis hele opgørelsen under denne læsning af uafklarede vilkår.',
        issue:
          'Gem opgørelsen som statements/NAVN.json, så den trækkes fra i de næste. En opgørelse, der findes, røres ikke.',
      },
      examples: [
        {
          line: 'bundlinje settle contracts/vejle-familiebehandling --as-of 2024-09-30',
          says: 'Stillingen den 30. september.',
        },
        {
          line: 'bundlinje settle contracts/vejle-familiebehandling --to 2024-09-30 --known-at 2024-10-31',
          says: 'Samme dag, med det, der blev registreret i oktober.',
        },
      ],
    },
    invest: {
      summary: 'Se, hvad hver investor lægger ud og får, og hvilket afkast det er',
      text: [
        'Lægger betalingerne gennem aftalens sikkerheder: rækkefølge mellem klasser, garantier, beskyttet hovedstol, fast rente, reserve og deponering. Hvert beløb har sin dato og sin grund.',
        'Perioder uden udsendt opgørelse er gjort op på deres sidste dag med det, der vides. Uden dato regnes til aftalens sidste dag.',
        'Med en fondsmappe vises i stedet fondens investorer, projekter og spredning, og hvad der kan ventes, når hvert projekt trækkes for sig.',
      ],
      arguments: { contract },
      options: {
        'as-of': stand['as-of'],
        to: stand.to,
        'known-at': stand['known-at'],
        exit: 'Den dag, aftalen slutter før tid; garantier og beskyttelser gøres op dér, og aftalens egen bestemmelse om udtræden siger, hvad der så betales.',
        reading: 'Kun denne læsning af uafklarede vilkår.',
        draws: 'Af en fond: hvor mange gange den trækkes.',
        seed: 'Af en fond: frøet. Det samme frø giver de samme tal.',
      },
      examples: [
        { line: 'bundlinje invest contracts/laer-for-livet --as-of 2026-10-31', says: 'Stillingen den dag.' },
        { line: 'bundlinje invest funds/effekt-i --as-of 2024-06-30', says: 'Fonden med de opfundne projekter.' },
        { line: 'bundlinje invest contracts/newpin --exit 2017-06-30', says: 'Hvis aftalen slutter før tid.' },
      ],
    },
    exit: {
      summary: 'Se, hvad der skal betales, hvis aftalen slutter før tid, efter flere regler',
      text: [
        'Opgør det nåede og det ventede efter aftalens egen regel og efter de regler, hver side nævner, og viser forskellen og det afkast, investorerne ville have. Det, der er åbent, vises med det, en ny indsats ville overtage.',
        'En regel er not-paid, planned-rate, planned-rest eller rate-so-far, og derefter gerne en andel: »planned-rate 50 %«. Uden regler vises dem alle.',
      ],
      arguments: { contract },
      options: {
        on: 'Den dag, aftalen slutter. Ellers aftalens sidste dag.',
        'known-at': stand['known-at'],
        payer: 'Betalerens regel.',
        investor: 'Investorens regel.',
      },
      examples: [
        { line: 'bundlinje exit contracts/impact60 --on 2020-12-31', says: 'Alle regler.' },
        {
          line: 'bundlinje exit contracts/impact60 --on 2020-12-31 --payer not-paid --investor "planned-rate 50 %"',
          says: 'To sider ved siden af hinanden.',
        },
      ],
    },
    explain: {
      summary: 'Få at vide, hvorfor et beløb er, som det er',
      text: [
        'Går fra beløbet til bestemmelsen, resultatet, personerne og oplysningerne, ned til fil og linje. Spørg til et betalingsmål, et mål, et bestemmelsesnummer, en person eller en navngiven kohorte.',
        'Som JSON står hvert tal i en begrundelse med sin enhed. Beløb står i aftalens valuta, og et beløb, der ikke går op i den mindste mønt, står som brøk.',
      ],
      arguments: { contract, what: 'Betaling, mål, bestemmelse (4.1) eller person (F07).' },
      options: {
        ...stand,
        depth: 'Hvor mange trin ned. Ellers ned til oplysningerne for én person, og to trin for en betaling.',
      },
      examples: [
        { line: 'bundlinje explain contracts/vejle-familiebehandling 4.1 --as-of 2024-09-30', says: 'En bestemmelse.' },
        { line: 'bundlinje explain contracts/vejle-familiebehandling F07', says: 'En familie.' },
      ],
    },
    diff: {
      summary: 'Se forskellen på to opgørelser eller to sæt vilkår',
      text: [
        'En opgørelse er en JSON-fil eller KONTRAKT@DATO. Vilkår er en mappe eller KONTRAKT@UDGAVE, hvor udgaven er navnet på en ændringsaftale. Forskellen vises i kroner pr. betalingsmål og i ord pr. bestemmelse.',
      ],
      arguments: { statement: 'En JSON-fil, KONTRAKT@DATO, en mappe eller KONTRAKT@UDGAVE.' },
      options: { agreement: stand.agreement },
      examples: [
        {
          line: 'bundlinje diff contracts/vejle-familiebehandling@2024-06-30 contracts/vejle-familiebehandling@2024-09-30',
          says: 'To datoer.',
        },
        { line: 'bundlinje diff contracts/cambodia@1 contracts/cambodia@2', says: 'Før og efter en ændringsaftale.' },
      ],
    },
    prices: {
      summary: 'Slå op, hvad en offentlig ydelse koster, og hvor tallet kommer fra',
      text: [
        'Viser de priser og ydelsessatser i kataloget, hvor hvert ord i søgningen forekommer. En enkelt pris vises helt: værdi, hvem der betaler, pris over tid, kilde, og hvad man skal vide, før den bruges.',
        'En pris regnes om til et andet års priser efter sin egen regulering. Mangler kataloget et års procent, har prisen ingen værdi i det år; skriv den manglende række i jeres eget katalog. Uden årstal er forbeholdene dem, der er ved udgangen af det år, hvor kataloget sidst blev læst; uret bruges aldrig.',
      ],
      arguments: { search: 'Ord at søge på, eller navnet på én pris. Flere ord sættes i anførselstegn.' },
      options: {
        year: 'Regn priserne om til dette år, og sig, hvad man skal vide, når de bruges i det.',
        owner:
          'Kun priser, som kommunen (municipality), regionen (region), staten (state) eller borgeren (citizen) betaler.',
        local:
          'En mappe med jeres eget katalog (prices.csv, indexes.csv …) eller et regneark med de samme faner. Det går forud for landskataloget.',
        csv: 'Priserne som CSV med alle rækker og kilder, under én række navne.',
        xlsx: 'Skriv priserne som regneark med kilder; det kan rettes og læses med --local.',
      },
      examples: [
        { line: 'bundlinje prices herberg', says: 'Alle priser med ordet herberg.' },
        { line: 'bundlinje prices pleje-vederlag', says: 'Én pris med dens historie.' },
        { line: 'bundlinje prices --owner state --csv > staten.csv', says: 'Som fil til et regneark.' },
      ],
    },
    completion: {
      summary: 'Skriv et script, så skallen kan fuldføre kommandoerne',
      text: ['Læg resultatet der, hvor skallen leder, eller kør det ved opstart.'],
      arguments: { shell: 'bash, zsh eller fish.' },
      options: {},
      examples: [
        { line: 'bundlinje completion bash > ~/.local/share/bash-completion/completions/bundlinje', says: 'Til bash.' },
      ],
    },
    help: {
      summary: 'Vis hjælp til en kommando',
      text: [],
      arguments: { command: 'Kommandoens navn.' },
      options: {},
      examples: [{ line: 'bundlinje help settle', says: 'Det samme som bundlinje settle --help.' }],
    },
  },
  options: {
    json: 'Svar som JSON i stedet for tekst. Beløb efter en kontrakt er decimaltekster; en businesscases er tal.',
    locale: 'Sprog: da (dansk) eller en (engelsk).',
    'no-progress': 'Vis ingen bjælke, mens der arbejdes.',
    help: 'Vis denne hjælp.',
    version: 'Vis versionen.',
  },
  exitCodes: [
    { code: 0, says: 'Alt er i orden.' },
    { code: 1, says: 'Der er fejl i vilkår eller oplysninger.' },
    { code: 2, says: 'Kommandoen kan ikke forstås.' },
    { code: 3, says: 'Vilkårene er uafklarede: de kan regnes, men ikke underskrives.' },
  ],
  more: 'Se mere med bundlinje help KOMMANDO. På engelsk: --locale en.',
  manual: {
    title: 'Kommandolinjen',
    opening: 'Alle kommandoer, som de forklarer sig selv med --help. Siden er lavet af de samme tekster.',
  },
  optional: 'valgfri',
}
