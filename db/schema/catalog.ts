import {
  check,
  degrees,
  fen,
  flag,
  id,
  index,
  instant,
  json,
  oneOf,
  primaryKey,
  sql,
  table,
  text,
  uniqueIndex,
  whole,
} from '#db/dialect/index.ts'

export const categories = ['vegetables', 'fruit', 'grains', 'eggs-dairy', 'meat', 'pantry', 'drinks', 'boxes'] as const
export const storageClasses = ['ambient', 'chilled', 'frozen'] as const

type Practice = { zh: string; en: string }

/** A member farm, or an outside partner whose goods passed inspection. Figures are S0 table 2. */
export const farms = table(
  'farms',
  {
    id: id('id').primaryKey(),
    slug: text('slug').notNull(),
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    storyZh: text('story_zh').notNull(),
    storyEn: text('story_en').notNull(),
    peopleZh: text('people_zh').notNull(),
    peopleEn: text('people_en').notNull(),
    countyZh: text('county_zh').notNull(),
    countyEn: text('county_en').notNull(),
    flagshipZh: text('flagship_zh').notNull(),
    flagshipEn: text('flagship_en').notNull(),
    practices: json<Practice[]>('practices').notNull(),
    colour: text('colour').notNull(),
    lat: degrees('lat').notNull(),
    lon: degrees('lon').notNull(),
    /** days between an order's cut-off and the farm's goods standing at the hub */
    leadDays: whole('lead_days').notNull(),
    /** who brings its crates to the hub: the farm, or the alliance's van collects them */
    firstMile: oneOf('first_mile', ['brings', 'collected']).notNull().default('brings'),
    /** HH:MM: from when its crates of the day stand ready */
    readyFrom: text('ready_from').notNull().default('05:00'),
    /** green years in a row: from three on the farm pays half the reserve (S1) */
    greenYears: whole('green_years').notNull().default(0),
    /** shares in the alliance, of 30,000 yuan (S0) */
    shares: whole('shares').notNull().default(0),
    /** the public mark is licensed while the farm meets the standard, until a day where the licence has one */
    licensed: flag('licensed').notNull(),
    licensedUntilOn: text('licensed_until_on'),
    /** a host name of its own (`wujia.example`), under which its shop is the front page */
    hostName: text('host_name'),
    /** media id: its people on its land */
    pictureId: text('picture_id'),
    landMuBefore: whole('land_mu_before').notNull(),
    landMuNow: whole('land_mu_now').notNull(),
    customersBefore: whole('customers_before').notNull(),
    customersNow: whole('customers_now').notNull(),
    productsBefore: whole('products_before').notNull(),
    productsNow: whole('products_now').notNull(),
    soldOutsideBeforePct: whole('sold_outside_before_pct').notNull(),
    soldOutsideNowPct: whole('sold_outside_now_pct').notNull(),
    logisticsBeforeLowFen: fen('logistics_before_low_fen').notNull(),
    logisticsBeforeHighFen: fen('logistics_before_high_fen').notNull(),
    logisticsNowLowFen: fen('logistics_now_low_fen').notNull(),
    logisticsNowHighFen: fen('logistics_now_high_fen').notNull(),
    position: whole('position').notNull(),
  },
  (t) => [uniqueIndex('farms_one_per_slug').on(t.slug), uniqueIndex('farms_one_per_host').on(t.hostName)],
)

export const geographicalIndications = table('geographical_indications', {
  code: id('code').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  areaZh: text('area_zh').notNull(),
  areaEn: text('area_en').notNull(),
})

/** Who may use an indication for what: the mark is shown only where a registration covers farm, crop and origin on the day. */
export const indicationRegistrations = table(
  'indication_registrations',
  {
    id: id('id').primaryKey(),
    giCode: text('gi_code')
      .notNull()
      .references(() => geographicalIndications.code),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    crop: text('crop').notNull(),
    /** the origin it covers, as listings write it: the listing's origin must begin with it */
    originZh: text('origin_zh').notNull(),
    number: text('number').notNull(),
    fromOn: text('from_on').notNull(),
    untilOn: text('until_on'),
  },
  (t) => [uniqueIndex('indication_registrations_once').on(t.giCode, t.farmId, t.crop)],
)

export const productKinds = ['single', 'bundle', 'adoption'] as const

/**
 * What is sold. `farmId` is the producer; an alliance product (one standard, several
 * farms) has none and is fulfilled from whichever farms hold lots of it.
 */
export const products = table(
  'products',
  {
    id: id('id').primaryKey(),
    slug: text('slug').notNull(),
    code: text('code').notNull(),
    farmId: text('farm_id').references(() => farms.id),
    /** a bundle's and an adoption's sizes are made of other sizes (bundleParts); they hold no lots of their own */
    kind: oneOf('kind', [...productKinds])
      .notNull()
      .default('single'),
    category: oneOf('category', [...categories]).notNull(),
    crop: text('crop'),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    textZh: text('text_zh').notNull(),
    textEn: text('text_en').notNull(),
    originZh: text('origin_zh').notNull(),
    originEn: text('origin_en').notNull(),
    giCode: text('gi_code').references(() => geographicalIndications.code),
    /** what in its own text names another origin than its own; null while nothing does */
    originDoubt: text('origin_doubt'),
    /** media id of the picture on its card, and its average colour (#rrggbb) drawn until it is there; null: the woodcut */
    pictureId: text('picture_id'),
    pictureColour: text('picture_colour'),
    certifications: json<string[]>('certifications').notNull(),
    seasonFrom: whole('season_from'),
    seasonTo: whole('season_to'),
    /** S1: bought at a floor, a share of what the sale brings above it; null on agency terms */
    floorFenPerKg: fen('floor_fen_per_kg'),
    premiumShareBp: whole('premium_share_bp'),
    /** of its reviews that are shown: how many, and their stars together; kept with every review, read by every card */
    ratings: whole('ratings').notNull().default(0),
    stars: whole('stars').notNull().default(0),
    status: oneOf('status', ['listed', 'off']).notNull(),
    /** newest first on the shelf; set when first listed */
    listedAt: instant('listed_at').notNull(),
    /** changes whenever a card would look different; the shelf caches by it */
    changedAt: instant('changed_at').notNull(),
  },
  (t) => [
    uniqueIndex('products_one_per_slug').on(t.slug),
    uniqueIndex('products_one_per_code').on(t.code),
    index('products_of_farm').on(t.farmId, t.status, t.listedAt),
    index('products_by_category').on(t.status, t.category, t.listedAt),
    index('products_by_listing').on(t.status, t.listedAt),
    index('products_by_change').on(t.changedAt),
  ],
)

export const variants = table(
  'variants',
  {
    id: id('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    code: text('code').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    priceFen: fen('price_fen').notNull(),
    netWeightG: whole('net_weight_g').notNull(),
    grossWeightG: whole('gross_weight_g').notNull(),
    volumeMl: whole('volume_ml').notNull(),
    storage: oneOf('storage', [...storageClasses]).notNull(),
    /** the fewest a group-buy leader may order; null when not offered in bulk */
    bulkMin: whole('bulk_min'),
    /** sold by its weight: `priceFen` is for `netWeightG`, the most it weighs; what it weighs less is refunded when packed */
    pricedByWeight: flag('priced_by_weight').notNull().default(false),
    position: whole('position').notNull(),
    status: oneOf('status', ['listed', 'off']).notNull(),
  },
  (t) => [
    uniqueIndex('variants_one_per_code').on(t.code),
    index('variants_of_product').on(t.productId, t.position),
    check('variants_price_positive', sql`${t.priceFen} > 0`),
    check('variants_gross_holds_net', sql`${t.grossWeightG} >= ${t.netWeightG}`),
  ],
)

/** A product's pictures, the first on its card. `alt` is what is to be seen, for who cannot see it. */
export const productPictures = table(
  'product_pictures',
  {
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    mediaId: text('media_id').notNull(),
    position: whole('position').notNull(),
    altZh: text('alt_zh').notNull(),
    altEn: text('alt_en').notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.mediaId] })],
)

/** A size made of others. It costs what they cost less `offBp`; `variants.priceFen` is kept so whenever a part's price changes. */
export const bundles = table(
  'bundles',
  {
    variantId: id('variant_id')
      .primaryKey()
      .references(() => variants.id),
    offBp: whole('off_bp').notNull(),
  },
  (t) => [check('bundles_off', sql`${t.offBp} between 0 and 5000`)],
)

/** What is in a bundle: `units` of a size; for an adoption, from the harvest of a day to come (delivered on or after it). */
export const bundleParts = table(
  'bundle_parts',
  {
    variantId: text('variant_id')
      .notNull()
      .references(() => bundles.variantId),
    position: whole('position').notNull(),
    partVariantId: text('part_variant_id')
      .notNull()
      .references(() => variants.id),
    units: whole('units').notNull(),
    notBeforeOn: text('not_before_on'),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.position] }),
    index('bundle_parts_by_part').on(t.partVariantId),
    check('bundle_parts_units', sql`${t.units} > 0`),
  ],
)

/** A size sold ahead of its harvest. Its forecast is a lot harvested on the first day of the harvest, until the farm brings the real one in. */
export const presales = table(
  'presales',
  {
    variantId: id('variant_id')
      .primaryKey()
      .references(() => variants.id),
    lotId: text('lot_id').notNull(),
    /** the harvest as forecast; deliveries begin the day after its first day */
    harvestFromOn: text('harvest_from_on').notNull(),
    harvestToOn: text('harvest_to_on').notNull(),
    /** the farm's forecast, and how much of it is sold ahead (the rest is its margin) */
    forecast: whole('forecast').notNull(),
    promised: whole('promised').notNull(),
    noteZh: text('note_zh').notNull(),
    noteEn: text('note_en').notNull(),
    status: oneOf('status', ['open', 'closed', 'harvested', 'called_off']).notNull(),
    openedAt: instant('opened_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [index('presales_by_status').on(t.status, t.harvestFromOn), check('presales_promised', sql`${t.promised} <= ${t.forecast}`)],
)

/** Products bought together, counted at night: what is shown as "others also took". */
export const relatedProducts = table(
  'related_products',
  {
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    relatedId: text('related_id')
      .notNull()
      .references(() => products.id),
    /** how many orders held both */
    orders: whole('orders').notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.relatedId] })],
)

/** A test of a farm's goods, soil or water, entered by the office and shown on the farm's and the product's page. */
export const farmTests = table(
  'farm_tests',
  {
    id: id('id').primaryKey(),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    productId: text('product_id').references(() => products.id),
    subject: oneOf('subject', ['produce', 'soil', 'water']).notNull(),
    titleZh: text('title_zh').notNull(),
    titleEn: text('title_en').notNull(),
    lab: text('lab').notNull(),
    reportNumber: text('report_number').notNull(),
    testedOn: text('tested_on').notNull(),
    result: oneOf('result', ['pass', 'fail']).notNull(),
    /** the figure and its limit, as the report puts it */
    finding: text('finding').notNull(),
    recordedBy: text('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (t) => [index('farm_tests_of_farm').on(t.farmId, t.testedOn), index('farm_tests_of_product').on(t.productId, t.testedOn)],
)

/** Step prices for leaders: from `minQuantity` of one variant, each costs `priceFen`. */
export const priceTiers = table(
  'price_tiers',
  {
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    minQuantity: whole('min_quantity').notNull(),
    priceFen: fen('price_fen').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.variantId, t.minQuantity] }),
    check('price_tiers_positive', sql`${t.priceFen} > 0 and ${t.minQuantity} > 1`),
  ],
)

/** Which partners' products a farm offers in its own shop (选品). Its own are there without a row. */
export const distributions = table(
  'distributions',
  {
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
  },
  (t) => [primaryKey({ columns: [t.farmId, t.productId] }), index('distributions_of_product').on(t.productId)],
)

/**
 * One farm's harvest of one variant. `available` can be sold; `held` is promised to a
 * checkout that may still pay. What is paid for has left both.
 */
export const lots = table(
  'lots',
  {
    id: id('id').primaryKey(),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    variantId: text('variant_id')
      .notNull()
      .references(() => variants.id),
    harvestedOn: text('harvested_on').notNull(),
    bestBeforeOn: text('best_before_on').notNull(),
    available: whole('available').notNull(),
    held: whole('held').notNull(),
    sold: whole('sold').notNull(),
    /** not harvested yet: `harvestedOn` is when it is expected, and what is delivered before that day is never from it */
    forecast: flag('forecast').notNull().default(false),
  },
  (t) => [
    index('lots_of_variant').on(t.variantId, t.bestBeforeOn),
    index('lots_of_farm').on(t.farmId),
    check('lots_not_negative', sql`${t.available} >= 0 and ${t.held} >= 0 and ${t.sold} >= 0`),
  ],
)

/** The search index: single characters, pairs and pinyin of each product, made by the app, the same on both dialects. */
export const productTerms = table(
  'product_terms',
  {
    term: text('term').notNull(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    weight: whole('weight').notNull(),
  },
  (t) => [primaryKey({ columns: [t.term, t.productId] }), index('product_terms_of_product').on(t.productId)],
)

/** A spreadsheet that was read and waits for an explicit "import the good ones". */
export const productImports = table(
  'product_imports',
  {
    id: id('id').primaryKey(),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    filename: text('filename').notNull(),
    good: json<unknown[]>('good').notNull(),
    bad: json<unknown[]>('bad').notNull(),
    status: oneOf('status', ['waiting', 'imported', 'dropped']).notNull(),
    readAt: instant('read_at').notNull(),
    importedAt: instant('imported_at'),
  },
  (t) => [index('product_imports_of_farm').on(t.farmId, t.readAt)],
)
