/** De spørgsmål, en businesscase kan lade stå åbne, som en controller ville stille dem, og hvad hvert svar betyder. */
import { type CaseQuestions } from '../wording/case.ts'

export const caseQuestions: CaseQuestions = {
  prices: {
    question: 'Er beløbene i faste eller løbende priser?',
    money: 'Renten er real, så beløb i løbende priser kan ikke tilbageføres med den.',
    answers: { fixed: 'prisårets niveau i alle år', current: 'hvert års egne priser' },
  },
  when: {
    question: 'Hvornår på året falder et års beløb?',
    money: 'Jo senere på året, jo mindre er beløbene værd i dag.',
    answers: { 'year-end': 'ved årets slutning', 'mid-year': 'midt på året', 'year-start': 'ved årets begyndelse' },
  },
  confidence: {
    question: 'Hvor langt kan kilden holde?',
    money: 'Siden viser, hvilke skøn der hviler på svage kilder.',
    answers: {
      A: 'myndigheden selv eller loven',
      B: 'anden hånd eller én leverandør',
      C: 'svag kilde',
      U: 'ingen kilde',
    },
  },
  grade: {
    question: 'Hvor kommer tallet fra?',
    money: 'Opfundne og antagne tal står på hver side og hvert print.',
    answers: {
      published: 'det står i kilden',
      derived: 'regnet ud fra kilden',
      assumed: 'antaget af dem, der regner',
      invented: 'opfundet til eksemplet',
      unverified: 'ikke efterprøvet',
    },
  },
  unit: {
    question: 'Hvad tæller tallene i filen?',
    money: 'Enheden afgør, hvor skønnet kan bruges.',
    answers: { money: 'kroner', share: 'andele', months: 'måneder', number: 'et rent tal' },
  },
  'not-started': {
    question: 'Hvor stor en del af de visiterede begynder aldrig?',
    money: 'De koster visitation, men intet forløb, og de når ikke målet.',
    answers: { '0 %': 'alle begynder' },
  },
  delay: {
    question: 'Hvor længe går der fra visitation til start?',
    money: 'Ventetid skubber både udgifter og gevinster ud i årene.',
    answers: { none: 'de begynder i samme måned', poisson: 'et tilfældigt antal måneder med dette gennemsnit' },
  },
  dropout: {
    question: 'Hvor mange falder fra undervejs?',
    money: 'Den, der falder fra, koster indtil da og gennemfører ikke.',
    answers: { none: 'ingen', share: 'så stor en del af dem, der begynder' },
  },
  spread: {
    question: 'Hvordan fordeler det sig over månederne?',
    money: 'Er risikoen den samme for dem, der er tilbage, sker det meste tidligt.',
    answers: { 'constant-risk': 'samme risiko hver måned for dem, der er tilbage', even: 'lige mange hver måned' },
  },
  of: {
    question: 'Hvem er successraten en andel af?',
    money: 'En rate målt på dem, der gennemførte, er for høj for alle visiterede.',
    answers: {
      completed: 'dem, der gennemfører; tiden regnes fra afslutningen',
      started: 'dem, der begynder; tiden regnes fra starten',
      referred: 'alle visiterede; tiden regnes fra visitationen',
    },
  },
  without: {
    question: 'Hvor stor en del af de samme mennesker ville nå målet uden indsatsen?',
    money: 'Kun forskellen er en gevinst; uden svar regnes alt som indsatsens fortjeneste.',
    answers: { '0 %': 'ingen ville have nået det' },
  },
  'counts-through': {
    question: 'Til og med hvilken måned tælles starter, forløb og resultater?',
    money: 'Det, der sker senere, koster ikke og gavner ikke i sagen.',
    answers: { 'whole-case': 'så længe sagen regnes' },
  },
  'costs.kind': {
    question: 'Hvad slags udgift er det?',
    money: 'Arten samler posterne på siden; den flytter intet beløb.',
    answers: { 'start-up': 'opstart', running: 'drift', administration: 'administration', measurement: 'måling' },
  },
  hourly: { question: 'Hvad koster en time?', money: 'Minutterne ganges med timeprisen.', answers: {} },
  'costs.per': {
    question: 'Hvor tit betales beløbet?',
    money: 'Det samme beløb per person og per måned er meget forskellige summer.',
    answers: {
      once: 'én gang',
      month: 'hver måned',
      year: 'hvert år',
      referral: 'for hver visiteret',
      start: 'for hver, der begynder',
      'person-month': 'for hver person i forløb i hver måned, også den, hvor nogen falder fra',
      completion: 'for hver, der gennemfører',
      success: 'for hver, der når målet',
    },
  },
  month: {
    question: 'I hvilken måned betales det?',
    money: 'Måned 0 er underskriften; et tidligt beløb vejer mere i nutidsværdi.',
    answers: { '0': 'ved underskriften' },
  },
  from: {
    question: 'Fra hvilken måned betales det?',
    money: 'Måned 1 er sagens første.',
    answers: { '1': 'fra den første' },
  },
  through: { question: 'Til og med hvilken måned betales det?', money: 'Hver måned tæller med.', answers: {} },
  'borne-by': {
    question: 'Hvem betaler udgiften?',
    money: 'Den, der betaler, bærer også tabet, hvis indsatsen ikke virker.',
    answers: { financier: 'investor eller puljen, eller kommunen selv', municipality: 'kommunen' },
  },
  ceiling: {
    question: 'Ligger det inden for servicerammen?',
    money: 'En gevinst uden for rammen giver penge, men ikke plads under loftet.',
    answers: { inside: 'inden for servicerammen', outside: 'uden for, fx overførsler' },
  },
  economic: {
    question: 'Er det brug af ressourcer, eller skifter pengene kun hænder?',
    money: 'Kun ressourcer tæller i samfundsøkonomien, og de ganges med nettoafgiftsfaktoren.',
    answers: { resource: 'arbejde, pladser og ting', transfer: 'en ydelse eller betaling' },
  },
  refund: {
    question: 'Giver staten noget af beløbet tilbage?',
    money: 'Den refusion, der spares væk, går tabt for kommunen og bliver hos staten.',
    answers: {
      none: 'nej',
      'support-at-home': 'halvdelen af støtte i eget hjem i to år',
      'refund-ladder': 'efter refusionstrappen',
      shelter: 'efter reglerne for herberg',
    },
  },
  vat: {
    question: 'Er der moms i beløbet?',
    money:
      'Kommunen får momsen tilbage, en investor eller en fond gør ikke. Fra en leverandør uden moms får kommunen en andel af beløbet efter positivlisten.',
    answers: {
      none: 'nej, hverken i beløbet eller oven i det',
      included: 'ja, beløbet er med moms',
      added: 'nej, momsen kommer oven i',
      share: 'leverandøren er fritaget, og så meget af beløbet kommer tilbage',
    },
  },
  grant: {
    question: 'Er det penge, som gives til kommunen?',
    money:
      'Får kommunen penge af en fond eller en forening, tager staten fondsmoms af dem. Går pengene direkte til leverandøren, gør den ikke.',
    answers: {
      none: 'nej, pengene går til den, der udfører indsatsen',
      giver: 'ja, kommunen får dem af en fond',
    },
  },
  giver: {
    question: 'Hvem giver pengene?',
    money: 'Der tages ikke fondsmoms af, hvad et offentligretligt organ giver.',
    answers: {
      foundation: 'en fond',
      association: 'en forening',
      'public-body': 'et offentligretligt organ',
    },
  },
  purpose: {
    question: 'Hvad gives pengene til?',
    money: 'Der tages ikke fondsmoms til momspligtige formål eller til formål uden for momsrefusionen.',
    answers: {
      ordinary: 'et formål inden for momsrefusionen',
      'liable-to-vat': 'et momspligtigt formål',
      'outside-the-scheme': 'et formål uden for momsrefusionen',
    },
  },
  household: {
    question: 'Er der søskende i husstanden, som også har udgifter?',
    money:
      'Søskendes udgifter lægges sammen måned for måned, før de holdes op mod grænserne. En voksen er en sag for sig.',
    answers: { alone: 'nej, sagen regnes alene', child: 'ja, og de regnes sammen' },
  },
  as: {
    question: 'Er det et barn, en ung i efterværn eller en voksen?',
    money: 'Kun børn og unge i efterværn lægges sammen.',
    answers: { child: 'et barn', aftercare: 'en ung i efterværn', adult: 'en voksen' },
  },
  service: {
    question: 'Hvilken ydelse i sundhedsvæsenet er det?',
    money: 'Kommunens andel var forskellig fra ydelse til ydelse.',
    answers: {
      'psychiatry-admission': 'psykiatrisk indlæggelse',
      'psychiatry-outpatient': 'ambulant psykiatri',
      practice: 'praktiserende læge og andre i praksis',
      specialist: 'speciallæge',
      somatic: 'somatisk sygehus',
    },
  },
  'paid-by': {
    question: 'Hvilket af kommunens budgetter betaler medfinansieringen?',
    money: 'Gevinsten følger budgettet.',
    answers: { municipality: 'kommunens fælles' },
  },
  'consequences.per': {
    question: 'Hvem er virkningen knyttet til?',
    money: 'En besparelse for alle, der begynder, er sikker; en for dem, der når målet, er ikke.',
    answers: { success: 'dem, der når målet, ud over dem, der alligevel ville', start: 'alle, der begynder' },
  },
  scenario: {
    question: 'Hører virkningen til det smalle scenarie?',
    money: 'Det smalle har kun den nærmeste budgetvirkning; det brede har også resten.',
    answers: { narrow: 'ja, og så også til det brede', broad: 'kun til det brede' },
  },
  'consequences.kind': {
    question: 'Kan besparelsen tages ud af et budget?',
    money: 'Frigjort kapacitet og borgerens værdi lægges aldrig til budgetpenge.',
    answers: {
      cashable: 'ja, helt eller delvis',
      'freed-capacity': 'nej, der bliver plads til andre',
      citizen: 'det er værdi for borgeren selv',
    },
  },
  with: {
    question: 'Hvad bruger de, der når målet?',
    money: 'Besparelsen er forbruget uden indsatsen minus forbruget med.',
    answers: {},
  },
  'with.share': {
    question: 'Hvor stor en del følger dette forløb?',
    money: 'Delene skal til sammen være alle.',
    answers: { rest: 'resten', '100 %': 'alle' },
  },
  owners: {
    question: 'Hvis budget er det?',
    money: 'Gevinsten følger budgettet; den tilfalder måske ikke den, der betaler indsatsen.',
    answers: { municipality: 'kommunens alene' },
  },
  cashable: {
    question: 'Hvor meget kan tages ud af budgettet, og fra hvornår?',
    money: 'En tom plads i egen institution sparer ikke sin gennemsnitspris.',
    answers: {},
  },
  'cashable.share': {
    question: 'Hvor stor en del kan tages ud af budgettet?',
    money: 'Resten er frigjort kapacitet og tælles ikke som penge.',
    answers: { '100 %': 'det hele' },
  },
  'from-month': {
    question: 'Fra hvilken måned efter resultatet?',
    money: 'Indtil da er det frigjort kapacitet.',
    answers: { '1': 'fra måneden efter' },
  },
  fade: {
    question: 'Hvor meget af virkningen går tabt om året?',
    money: 'Ti år uden tab kan være det dobbelte af ti år med.',
    answers: { '0 %': 'intet', '15 %': 'så meget hvert år' },
  },
  'weeks-before': {
    question: 'Hvor mange uger på offentlig forsørgelse har de bag sig?',
    money: 'Efter 53 uger refunderer staten kun 20 %.',
    answers: { '200': 'langvarigt ledige', '0': 'nye på forsørgelse' },
  },
  cost: {
    question: 'Er prisen et gennemsnit eller den næste enheds?',
    money: 'En gennemsnitspris spares sjældent helt.',
    answers: {
      average: 'gennemsnit med faste udgifter',
      marginal: 'én enhed mere eller mindre',
      unknown: 'ikke oplyst',
    },
  },
  'prices.per': {
    question: 'Hvad udløser betalingen?',
    money: 'Betaling for start koster, også når intet virker.',
    answers: { success: 'at målet nås', start: 'at forløbet begynder', completion: 'at forløbet gennemføres' },
  },
  counts: {
    question: 'Tæller alle, der når målet, eller kun dem ud over det, der ville være sket alligevel?',
    money: 'Tæller alle, betales der også for dem, der ville have klaret sig selv.',
    answers: { all: 'alle', net: 'kun forskellen' },
  },
  premium: {
    question: 'Hvor stort er risikotillægget?',
    money:
      'Tillægget lægges til hver betaling for et resultat, men hverken til en andel af besparelsen eller til faste rater.',
    answers: { '0 %': 'intet' },
  },
  every: {
    question: 'Hvor tit gøres der op?',
    money: 'Hyppigere betaling giver investor pengene før.',
    answers: { '6 months': 'hvert halve år', '12 months': 'hvert år' },
  },
  cap: {
    question: 'Er der et loft over betalingerne?',
    money: 'Uden loft kan en stor succes tage kommunens gevinst.',
    answers: { none: 'nej' },
  },
  floor: {
    question: 'Er investor sikret et mindstebeløb?',
    money: 'Et gulv flytter tabet til kommunen.',
    answers: { none: 'nej' },
  },
  who: {
    question: 'Hvem i kontrakten er denne gruppe?',
    money:
      'Det er dem, der tælles, når sagen følges. Ellers skrives navnet på en gruppe, et spor, et hold eller en myndighed.',
    answers: { everybody: 'alle, kontrakten handler om' },
  },
  dropouts: {
    question: 'Hvilke måder at forlade forløbet på er frafald?',
    money: 'De andre forlader også forløbet, men tælles ikke som frafald.',
    answers: { '[]': 'ingen af dem' },
  },
  completes: {
    question: 'Hvornår er forløbet gennemført?',
    money: 'Indtil da koster det, og først derefter kan målet nås.',
    answers: {
      end: 'den slutdag, oplysningerne har',
      course: 'når sagens måneder er gået fra start',
      spell: 'på den sidste dag i de perioder, der er indsatsen',
    },
  },
  time: {
    question: 'Bruges ydelsen i perioderne eller uden for dem?',
    money: 'Det afgør, hvad der tælles som brugt, og dermed hvad der spares.',
    answers: { in: 'i perioderne, som nætter på et herberg', out: 'uden for dem, som en ydelse uden for arbejde' },
  },
  'lasts.time': {
    question: 'Er ændringen der i perioderne eller uden for dem?',
    money: 'Det afgør, hvor længe den har varet, og dermed hvad der spares.',
    answers: {
      in: 'i perioderne, som løn under arbejde',
      out: 'uden for dem, som en sparet ydelse uden for anbringelse',
    },
  },
  spell: {
    question: 'Hvilken målevariabel i kontrakten har de perioder, der er indsatsen?',
    money: 'Den sidste dag i dem er den dag, forløbet er gennemført.',
    answers: {},
  },
  payers: {
    question: 'Hvem betaler, og hvor stor en del hver?',
    money: 'Delene skal tilsammen være det hele.',
    answers: { municipality: 'kommunen alene' },
  },
  chosen: {
    question: 'Hvem lægger pengene ud?',
    money: 'De andre måder vises ved siden af.',
    answers: { self: 'kommunen selv', pool: 'en intern pulje', investor: 'en investor' },
  },
  'self-bears': {
    question: 'Hvem ville bære udgiften, hvis kommunen selv betalte?',
    money: 'Det er den afdeling, sammenligningen sættes op for.',
    answers: { municipality: 'kommunen' },
  },
  went: {
    question: 'Hvor blev besparelsen af?',
    money: 'Det, ingen har fulgt, står for sig.',
    answers: { kept: 'beholdt i budgettet', 'to-pool': 'tilbage til puljen', reinvested: 'brugt på en ny indsats' },
  },
  in: {
    question: 'Hvor mange er inde, når perioden begynder?',
    money: 'Jo flere der allerede er i arbejde, på herberg eller anbragt, jo anderledes falder målet ud.',
    answers: { '0 %': 'ingen', '5 %': 'hver tyvende' },
  },
  leave: {
    question: 'Hvor mange af dem, der er inde, går ud hver måned (eller uge)?',
    money: 'Det afgør, hvor længe det varer, og dermed om et mål om varighed nås.',
    answers: { '0 %': 'ingen: den, der er inde, bliver', '5 %': 'hver tyvende' },
  },
  enter: {
    question: 'Hvor mange af dem, der er ude, går ind hver måned (eller uge)?',
    money: 'Det afgør, hvor mange der kommer tilbage efter et afbrud.',
    answers: { '0 %': 'ingen: den, der er ude, bliver ude', '5 %': 'hver tyvende' },
  },
  missing: {
    question: 'Hvor mange målinger bliver ikke taget?',
    money: 'Kontrakten siger, hvad der sker med den, ingen har målt; det kan koste eller spare betaling.',
    answers: { '0 %': 'alle bliver målt', '5 %': 'hver tyvende mangler' },
  },
  chance: {
    question: 'Hvor sandsynligt er det, at det sker?',
    money: 'Det sker i så stor en del af trækningerne, og kontrakten siger, hvad det gør ved betalingen.',
    answers: { '100 %': 'det sker', '10 %': 'i hver tiende trækning' },
  },
  amendments: {
    question: 'Er kontrakten, som den blev indgået, eller som den er ændret siden?',
    money: 'En ændring kan flytte aftalens sidste dag, priserne og loftet.',
    answers: { 'left-out': 'som den blev indgået', included: 'med de ændringer, der gælder' },
  },
  never: {
    question: 'Går de, der aldrig lykkes, ud og ind som de andre før succesen?',
    money: 'De kan være anbragt eller uden arbejde oftere end de, der senere lykkes, og målet ser på begge.',
    answers: { 'as-before': 'ja, som de andre før succesen' },
  },
  unjudged: {
    question: 'Hvor mange af planens mål bliver aldrig bedømt?',
    money: 'Kontrakten siger, hvad der sker med et mål, ingen har bedømt; det kan udsætte eller koste betaling.',
    answers: { '0 %': 'alle bliver bedømt', '5 %': 'hvert tyvende mangler' },
  },
  changed: {
    question: 'Hvor mange af planens mål bliver ændret undervejs?',
    money: 'Kontrakten siger, om den første eller den seneste ordlyd gælder.',
    answers: { '0 %': 'ingen', '5 %': 'hvert tyvende' },
  },
  withdrawn: {
    question: 'Hvor mange af planens mål bliver trukket tilbage?',
    money: 'Kontrakten siger, om et mål, der er trukket tilbage, tæller med.',
    answers: { '0 %': 'ingen', '5 %': 'hvert tyvende' },
  },
}
