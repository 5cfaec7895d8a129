type Bilingual = { zh: string; en: string }

/** S1's 保底收购+溢价分成: bought at the floor by net weight; of what the sale brings above it the farm gets the share. Basis points. */
export type SeedFloorTerms = { productCodes: readonly string[]; floorFenPerKg: number; premiumShareBp: number }

export type SeedFarm = {
  id: string
  slug: string
  code: string
  nameZh: string
  nameEn: string
  storyZh: string
  storyEn: string
  peopleZh: string
  peopleEn: string
  countyZh: string
  countyEn: string
  flagshipZh: string
  flagshipEn: string
  practices: readonly Bilingual[]
  colour: string
  lat: number
  lon: number
  leadDays: number
  /** green years in a row; three halve the risk reserve (S1) */
  greenYears: number
  /** of 30,000 yuan each (S0); outside partners hold none */
  shares: number
  landMuBefore: number
  landMuNow: number
  customersBefore: number
  customersNow: number
  productsBefore: number
  productsNow: number
  soldOutsideBeforePct: number
  soldOutsideNowPct: number
  logisticsBeforeLowFen: number
  logisticsBeforeHighFen: number
  logisticsNowLowFen: number
  logisticsNowHighFen: number
  floorTerms: SeedFloorTerms | null
}

/**
 * The alliance's farms, in the order they are shown. The first six are S0's: their figures are its table 2 (FQ's 20,000 mu of pasture are told
 * in its story, `landMuNow` counts tilled land), their names ours, made to fit its initials. S1's orange village and S2's scallion grower are not
 * in that table: what is not quoted in their stories is the demo's own.
 */
export const farms: readonly SeedFarm[] = [
  {
    id: 'farm_wj',
    slug: 'wujia',
    code: 'WJ',
    nameZh: '吾家农场',
    nameEn: 'Wujia Farm',
    storyZh:
      '2009 年从郫都三十亩租地做起，如今二百九十亩水旱轮作。老吴一家自留奶油南瓜种子第九年，稻田里的鸭子比人起得早。糯谷酿出的米酒自己会冒泡，是联盟里第一个人人认得的牌子。',
    storyEn:
      'It began in 2009 on thirty rented mu in Pidu and now turns two hundred and ninety between paddy and dry land. The Wus have kept their own butternut seed for nine years, and the ducks are in the rice before anyone is up. Their glutinous rice makes a wine that sparkles by itself, the first thing everybody in the alliance could name.',
    peopleZh: '吴守田一家五口、八位邻村帮工',
    peopleEn: 'Wu Shoutian, a family of five, and eight neighbours',
    countyZh: '四川成都郫都区',
    countyEn: 'Pidu, Chengdu, Sichuan',
    flagshipZh: '奶油南瓜、气泡米酒',
    flagshipEn: 'Butternut squash, sparkling rice wine',
    practices: [
      { zh: '稻鸭共作，水旱轮作', en: 'Ducks in the rice; paddy and dry land by turns' },
      { zh: '自留种，自制堆肥', en: 'Seed kept and compost made on the farm' },
      { zh: '不用除草剂', en: 'No herbicide' },
    ],
    colour: '#8A4B08',
    lat: 30.8402,
    lon: 103.8236,
    leadDays: 0,
    greenYears: 5,
    shares: 4,
    landMuBefore: 30,
    landMuNow: 290,
    customersBefore: 2000,
    customersNow: 3600,
    productsBefore: 100,
    productsNow: 500,
    soldOutsideBeforePct: 3,
    soldOutsideNowPct: 30,
    logisticsBeforeLowFen: 800,
    logisticsBeforeHighFen: 1000,
    logisticsNowLowFen: 600,
    logisticsNowHighFen: 700,
    floorTerms: null,
  },
  {
    id: 'farm_lx',
    slug: 'linxi',
    code: 'LX',
    nameZh: '林溪农场',
    nameEn: 'Linxi Farm',
    storyZh:
      '蒲江丘陵上的四十亩，一半果树，一半辣椒。罗溪大学毕业回来，照外婆的法子熬辣酱，九道工序一道不省，起名「噜啦啦」。猕猴桃和丑柑从不催熟，该等就等。',
    storyEn:
      'Forty mu in the hills of Pujiang, half fruit trees and half chillies. Luo Xi came home from university to cook her grandmother’s sauce, all nine steps of it, and called it Lulala. Kiwifruit and mandarins are never forced: what has to wait, waits.',
    peopleZh: '罗溪和外婆、三位长工',
    peopleEn: 'Luo Xi, her grandmother and three hands',
    countyZh: '四川成都蒲江县',
    countyEn: 'Pujiang, Chengdu, Sichuan',
    flagshipZh: '噜啦啦辣椒酱',
    flagshipEn: 'Lulala chilli sauce',
    practices: [
      { zh: '果园生草，林下养鸡', en: 'Grass left to grow in the orchard, hens among the trees' },
      { zh: '辣酱不加防腐剂', en: 'No preservative in the sauces' },
      { zh: '黄板和灯诱代替杀虫剂', en: 'Sticky boards and lamps instead of insecticide' },
    ],
    colour: '#A61E1E',
    lat: 30.1968,
    lon: 103.5065,
    leadDays: 0,
    greenYears: 3,
    shares: 3,
    landMuBefore: 40,
    landMuNow: 40,
    customersBefore: 100,
    customersNow: 1300,
    productsBefore: 10,
    productsNow: 500,
    soldOutsideBeforePct: 0,
    soldOutsideNowPct: 80,
    logisticsBeforeLowFen: 1000,
    logisticsBeforeHighFen: 1000,
    logisticsNowLowFen: 600,
    logisticsNowHighFen: 700,
    floorTerms: null,
  },
  {
    id: 'farm_hd',
    slug: 'houdao',
    code: 'HD',
    nameZh: '厚道农场',
    nameEn: 'Houdao Farm',
    storyZh:
      '简阳的红砂坡地种不出好看的叶菜，却出最甜的红薯。何家两兄弟挖了六口地窖，红薯窖藏一个月才卖；小的碎的磨成淀粉，冬天在院子里做粉条，冻过再晒。',
    storyEn:
      'The red sandy slopes of Jianyang grow poor leaves and the sweetest sweet potatoes. The He brothers dug six cellars and sell nothing until it has rested a month; what is small or broken becomes starch, then vermicelli, frozen and dried in the yard in winter.',
    peopleZh: '何大有、何二有兄弟和两家的媳妇',
    peopleEn: 'The brothers He Dayou and He Eryou and their wives',
    countyZh: '四川成都简阳市',
    countyEn: 'Jianyang, Chengdu, Sichuan',
    flagshipZh: '红薯、手工粉条',
    flagshipEn: 'Sweet potatoes, handmade vermicelli',
    practices: [
      { zh: '地窖回甜三十天', en: 'Thirty days in the cellar' },
      { zh: '粉条只用淀粉和水', en: 'Vermicelli of starch and water alone' },
      { zh: '豆科轮作养地', en: 'Beans in rotation to feed the soil' },
    ],
    colour: '#6B2C6B',
    lat: 30.4115,
    lon: 104.5468,
    leadDays: 0,
    greenYears: 2,
    shares: 2,
    landMuBefore: 20,
    landMuNow: 100,
    customersBefore: 30,
    customersNow: 400,
    productsBefore: 10,
    productsNow: 300,
    soldOutsideBeforePct: 0,
    soldOutsideNowPct: 90,
    logisticsBeforeLowFen: 1000,
    logisticsBeforeHighFen: 1200,
    logisticsNowLowFen: 600,
    logisticsNowHighFen: 700,
    floorTerms: null,
  },
  {
    id: 'farm_hl',
    slug: 'heli',
    code: 'HL',
    nameZh: '禾篱农场',
    nameEn: 'Heli Farm',
    storyZh:
      '崇州平坝上五十亩草地和菜地，竹篱笆隔成十二块，母鸡每周换一块地方。韩篱说鸡高兴蛋才好吃，所以叫「幸福鸡蛋」。卖不完的小蛋做成琥珀色的黄金皮蛋。',
    storyEn:
      'Fifty mu of grass and vegetables on the Chongzhou plain, parted by bamboo hedges into twelve yards; the hens move to the next one every week. Happy hens, says Han Li, lay good eggs, and so the eggs are called Happy. The small ones become amber preserved eggs.',
    peopleZh: '韩篱、蔡姐和四千只母鸡',
    peopleEn: 'Han Li, Sister Cai and four thousand hens',
    countyZh: '四川成都崇州市',
    countyEn: 'Chongzhou, Chengdu, Sichuan',
    flagshipZh: '幸福鸡蛋、黄金皮蛋',
    flagshipEn: 'Happy eggs, golden preserved eggs',
    practices: [
      { zh: '每只鸡四平方米草地，每周轮牧', en: 'Four square metres of grass to a hen, moved weekly' },
      { zh: '不用抗生素，不断喙', en: 'No antibiotics, no beak trimming' },
      { zh: '鸡粪堆肥还田', en: 'Hen manure composted for the vegetables' },
    ],
    colour: '#7A5C00',
    lat: 30.6243,
    lon: 103.6318,
    leadDays: 0,
    greenYears: 1,
    shares: 2,
    landMuBefore: 30,
    landMuNow: 50,
    customersBefore: 40,
    customersNow: 400,
    productsBefore: 10,
    productsNow: 500,
    soldOutsideBeforePct: 3,
    soldOutsideNowPct: 90,
    logisticsBeforeLowFen: 1500,
    logisticsBeforeHighFen: 1500,
    logisticsNowLowFen: 600,
    logisticsNowHighFen: 700,
    floorTerms: null,
  },
  {
    id: 'farm_xc',
    slug: 'xiaochun',
    code: 'XC',
    nameZh: '小春农场',
    nameEn: 'Xiaochun Farm',
    storyZh:
      '川西人把冬种夏收的庄稼叫小春。金堂沱江边这六十亩种小麦、养黑猪，徐春生的火腿肠只有肉和盐，切开看得见肉粒。立冬以后院子里挂满香肠，柏树枝的烟一熏就是半个月。',
    storyEn:
      'In western Sichuan the crop sown in winter and cut in summer is called the little spring. On sixty mu by the Tuo river in Jintang, Xu Chunsheng grows wheat and keeps black pigs; his ham sausage is meat and salt, and you can see which is which. After the start of winter the yard hangs full, and the cypress smoke lasts half a month.',
    peopleZh: '徐春生夫妇、两位灌香肠的老师傅',
    peopleEn: 'Xu Chunsheng and his wife, with two old sausage makers',
    countyZh: '四川成都金堂县',
    countyEn: 'Jintang, Chengdu, Sichuan',
    flagshipZh: '小春火腿肠',
    flagshipEn: 'Ham sausage',
    practices: [
      { zh: '黑猪养足十个月', en: 'Black pigs kept a full ten months' },
      { zh: '种养循环，沼液还田', en: 'Manure to gas, gas slurry to wheat' },
      { zh: '肉制品不加淀粉和胶', en: 'No starch and no gum in the meats' },
    ],
    colour: '#1F5F8B',
    lat: 30.8625,
    lon: 104.4121,
    leadDays: 0,
    greenYears: 0,
    shares: 2,
    landMuBefore: 30,
    landMuNow: 60,
    customersBefore: 800,
    customersNow: 2400,
    productsBefore: 60,
    productsNow: 500,
    soldOutsideBeforePct: 10,
    soldOutsideNowPct: 50,
    logisticsBeforeLowFen: 800,
    logisticsBeforeHighFen: 1000,
    logisticsNowLowFen: 600,
    logisticsNowHighFen: 700,
    floorTerms: null,
  },
  {
    id: 'farm_fq',
    slug: 'fengquan',
    code: 'FQ',
    nameZh: '枫泉农场',
    nameEn: 'Fengquan Farm',
    storyZh:
      '双流二十亩葡萄园，加上红原两万亩草场：冯泉和藏族表兄扎西各管一头。葡萄留到霜前，牦牛走到秋天。新疆伙伴农场的番茄也由他们验收，随联盟的车到成都。',
    storyEn:
      'Twenty mu of vines in Shuangliu and twenty thousand mu of pasture in Hongyuan: Feng Quan minds one end and his Tibetan cousin Tashi the other. Grapes hang until the frost and yaks walk until autumn. Tomatoes from their partner farm in Xinjiang are checked here and travel with the alliance to Chengdu.',
    peopleZh: '冯泉、表兄扎西、九户牧民',
    peopleEn: 'Feng Quan, his cousin Tashi and nine herding families',
    countyZh: '四川成都双流区、阿坝红原县',
    countyEn: 'Shuangliu, Chengdu and Hongyuan, Aba, Sichuan',
    flagshipZh: '葡萄、牦牛肉',
    flagshipEn: 'Grapes, yak meat',
    practices: [
      { zh: '葡萄避雨栽培，一枝一串', en: 'Vines under rain cover, one bunch to a shoot' },
      { zh: '草场分冬夏两季轮牧', en: 'Summer and winter pasture by turns' },
      { zh: '牦牛不喂精料', en: 'No grain for the yaks' },
    ],
    colour: '#4A3A8C',
    lat: 30.4686,
    lon: 103.9752,
    leadDays: 2,
    greenYears: 2,
    shares: 1,
    landMuBefore: 20,
    landMuNow: 20,
    customersBefore: 150,
    customersNow: 1000,
    productsBefore: 20,
    productsNow: 500,
    soldOutsideBeforePct: 0,
    soldOutsideNowPct: 40,
    logisticsBeforeLowFen: 1200,
    logisticsBeforeHighFen: 1500,
    logisticsNowLowFen: 600,
    logisticsNowHighFen: 700,
    floorTerms: null,
  },
  {
    id: 'farm_hcun',
    slug: 'h-village',
    code: 'HCUN',
    nameZh: 'H 村冰糖橙合作社',
    nameEn: 'H Village Orange Co-op',
    storyZh:
      '湘西山坳里四百五十四户人家，家家有橙园。合作社统一分选、统一装箱，每公斤不低于 4.4 元收购，卖得好再分溢价。比例每年由农户、合作社、公司和村里坐下来谈定。',
    storyEn:
      'In a fold of the western Hunan hills live four hundred and fifty-four households, each with its oranges. The co-op grades and packs for all, buys at no less than 4.4 yuan a kilo, and shares what a good sale brings above that. Growers, co-op, company and village sit down each year to settle the share.',
    peopleZh: '四百五十四户橙农，社长滕开云',
    peopleEn: 'Four hundred and fifty-four growers, chaired by Teng Kaiyun',
    countyZh: '湖南怀化麻阳县',
    countyEn: 'Mayang, Huaihua, Hunan',
    flagshipZh: '冰糖橙',
    flagshipEn: 'Rock-sugar oranges',
    practices: [
      { zh: '糖度 13 以上才进箱', en: 'Nothing under 13 Brix is packed' },
      { zh: '测土配肥，以螨治螨', en: 'Fed by soil test; mites set on mites' },
      { zh: '每公斤提两毛风险金', en: 'Twenty fen a kilo put by against bad years' },
    ],
    colour: '#A84300',
    lat: 27.8657,
    lon: 109.8074,
    leadDays: 2,
    greenYears: 3,
    shares: 0,
    landMuBefore: 1200,
    landMuNow: 4600,
    customersBefore: 60,
    customersNow: 1500,
    productsBefore: 1,
    productsNow: 160,
    soldOutsideBeforePct: 0,
    soldOutsideNowPct: 60,
    logisticsBeforeLowFen: 1200,
    logisticsBeforeHighFen: 1500,
    logisticsNowLowFen: 600,
    logisticsNowHighFen: 700,
    floorTerms: { productCodes: ['HCUN-ORANGE', 'HCUN-ORANGETREE'], floorFenPerKg: 440, premiumShareBp: 4000 },
  },
  {
    id: 'farm_luxi',
    slug: 'luxi-scallion',
    code: 'LUXI',
    nameZh: '泸西香葱农场',
    nameEn: 'Luxi Scallion Farm',
    storyZh:
      '泸西坝子海拔一千七百米，早晚凉，香葱四季都能收。普家跟着香葱联盟学会了洗葱、预冷、加冰，一捆葱上贴两个标：地理标志和自己的牌子。',
    storyEn:
      'The Luxi basin lies at seventeen hundred metres with cool mornings and nights, and scallions are cut in every season. With the scallion alliance the Pu family learnt to wash, pre-cool and ice; each bunch now bears two marks, the place’s and their own.',
    peopleZh: '普家兴、普家旺和十二位洗葱女工',
    peopleEn: 'Pu Jiaxing, Pu Jiawang and twelve women who wash the scallions',
    countyZh: '云南红河泸西县',
    countyEn: 'Luxi, Honghe, Yunnan',
    flagshipZh: '小香葱',
    flagshipEn: 'Small scallions',
    practices: [
      { zh: '统一供苗、统一测农残', en: 'Shared seedlings, shared residue tests' },
      { zh: '采后两小时内预冷', en: 'Pre-cooled within two hours of cutting' },
      { zh: '比常规少用三成农药', en: 'Thirty per cent less pesticide than usual' },
    ],
    colour: '#2E6B1F',
    lat: 24.5312,
    lon: 103.7653,
    leadDays: 2,
    greenYears: 1,
    shares: 0,
    landMuBefore: 60,
    landMuNow: 320,
    customersBefore: 20,
    customersNow: 700,
    productsBefore: 3,
    productsNow: 200,
    soldOutsideBeforePct: 0,
    soldOutsideNowPct: 70,
    logisticsBeforeLowFen: 1200,
    logisticsBeforeHighFen: 1500,
    logisticsNowLowFen: 600,
    logisticsNowHighFen: 700,
    floorTerms: null,
  },
]
