import { expect, test } from 'vitest'
import { farmAccountId } from '#app/domain/ledger/farm-statement.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/connection.ts'
import { acceptOrder, canaries, type FarmWorld, openFarmWorld, worldDay, worldNow } from '#tests/support/farm-world.ts'
import { type NotedStatement, noteStatements } from '#tests/support/note-statements.ts'
import * as farmAdoptions from '../ahead/farm-adoptions.server.ts'
import * as presales from '../ahead/presales.server.ts'
import * as openBooks from '../ledger/open-books.server.ts'
import * as partySettlements from '../settlement/party-settlements.server.ts'
import * as partyStatement from '../settlement/party-statement.server.ts'
import * as payoutAccounts from '../settlement/payout-accounts.server.ts'
import * as settlementBooks from '../settlement/settlement-books.server.ts'
import * as expected from '../wanting/expected.server.ts'
import * as distribution from './distribution.server.ts'
import * as handover from './handover.server.ts'
import * as imports from './imports.server.ts'
import * as listingWrites from './listing-writes.server.ts'
import * as listings from './listings.server.ts'
import { countOwnCustomers, findOwnCustomers } from './own-customers.server.ts'
import * as packing from './packing.server.ts'
import * as productWrites from './product-writes.server.ts'
import * as profile from './profile.server.ts'
import * as farmReviews from './reviews.server.ts'
import * as shortPicks from './short-picks.server.ts'
import * as statement from './statement.server.ts'
import * as work from './work.server.ts'

/** Tables that say who bought and where they live; no statement on a farm's behalf may name one. */
const tablesOfCustomers = ['customers', 'order_contacts', 'addresses', 'users', 'orders', 'leaders', 'drop_orders', 'sessions', 'baskets']

const farmId = 'farm_hl'
const party = { type: 'farm', id: farmId } as const
const thisYear = { from: new Date('2026-01-01T00:00:00Z'), until: new Date('2027-01-01T00:00:00Z') }
const own = { farmId, productId: 'prd_egg' }
const page = { page: 1, pageSize: 50 }

/** The table itself; a column of another table may share its name. */
const tableNamed = (table: string) => new RegExp(`(?<!\\.)"${table}"`)

/** Every function of every farm-side query module, asked as a page asks it. */
const questions: Record<string, Record<string, (tx: Tx) => unknown>> = {
  distribution: {
    findOffers: (tx) => distribution.findOffers(tx, { farmId, terms: ['香'], producer: 'farm_xc', chosenOnly: true, ...page }),
    findPartners: (tx) => distribution.findPartners(tx, farmId),
    countDistributed: (tx) => distribution.countDistributed(tx, farmId),
    findDistributionBp: (tx) => distribution.findDistributionBp(tx, worldNow),
    findDistributable: (tx) => distribution.findDistributable(tx, { farmId, productIds: ['prd_sausage'] }),
    insertDistributions: (tx) => distribution.insertDistributions(tx, { farmId, productIds: ['prd_sausage'] }),
    deleteDistributions: (tx) => distribution.deleteDistributions(tx, { farmId, productIds: ['prd_sausage'] }),
  },
  handover: {
    findWavesToHandOver: (tx) => handover.findWavesToHandOver(tx, { farmId }),
    findPackedParcels: (tx) => handover.findPackedParcels(tx, { farmId, waveIds: ['wave_1'] }),
    findPickUps: (tx) => handover.findPickUps(tx, { farmId, fromOn: worldDay }),
    findHandoversOfFarm: (tx) => handover.findHandoversOfFarm(tx, { farmId, limit: 9 }),
    findFirstMile: (tx) => handover.findFirstMile(tx, farmId),
    findReceivingWave: (tx) => handover.findReceivingWave(tx, 'wave_1'),
    findOwnParcels: (tx) => handover.findOwnParcels(tx, { farmId, waveId: 'wave_1', ids: ['con_line_1_0'] }),
    insertHandover: (tx) =>
      handover.insertHandover(tx, {
        id: 'hov_1',
        requestKey: 'key-1',
        farmId,
        waveId: 'wave_1',
        hubId: 'hub',
        way: 'brings',
        crates: { ambient: 1, chilled: 0, frozen: 0 },
        temperatureDeci: null,
        mediaId: null,
        note: '',
        handedBy: 'user_hl',
        handedAt: worldNow,
      }),
  },
  imports: {
    findFarmImports: (tx) => imports.findFarmImports(tx, { farmId, limit: 9 }),
    dropWaitingImport: (tx) => imports.dropWaitingImport(tx, { farmId, importId: 'imp_1' }),
  },
  listingWrites: {
    findOwnPrice: (tx) => listingWrites.findOwnPrice(tx, { farmId, variantId: 'var_e15' }),
    setPriceFrom: (tx) => listingWrites.setPriceFrom(tx, { farmId, variantId: 'var_e15', from: fen(3300), to: fen(3400) }),
    findOwnStock: (tx) => listingWrites.findOwnStock(tx, { farmId, lotId: 'lot_new' }),
    setStockFrom: (tx) => listingWrites.setStockFrom(tx, { farmId, lotId: 'lot_new', from: 20, to: 21 }),
    findOwnShelf: (tx) => listingWrites.findOwnShelf(tx, { ...own, today: worldDay }),
    setShelfFrom: (tx) => listingWrites.setShelfFrom(tx, { ...own, from: 'listed', to: 'off' }),
    markChanged: (tx) => listingWrites.markChanged(tx, ['prd_egg'], worldNow),
    findListingSave: (tx) => listingWrites.findListingSave(tx, { farmId, saveKey: 'save-1' }),
  },
  listings: {
    findFarmListings: (tx) => listings.findFarmListings(tx, { farmId, filter: 'all', page: 1, today: worldDay }),
    findFarmProduct: (tx) => listings.findFarmProduct(tx, { ...own, today: worldDay }),
    findChangeNames: (tx) => listings.findChangeNames(tx, { farmId, ids: ['var_e15', 'lot_new', 'prd_egg'] }),
    findStockWorries: (tx) => listings.findStockWorries(tx, { farmId, today: worldDay, soonOn: '2026-12-31', lowBelow: 99 }),
  },
  packing: {
    findPackedOrders: (tx) => packing.findPackedOrders(tx, ['con_line_1_0']),
    findPackStates: (tx) => packing.findPackStates(tx, { farmId, consignmentIds: ['con_line_1_0'] }),
    markPacked: (tx) => packing.markPacked(tx, { farmId, consignmentIds: ['con_line_1_0'], packedAt: worldNow }),
    insertPackedEvents: (tx) => packing.insertPackedEvents(tx, { farmId, orderIds: ['ord_canary1'], at: worldNow }),
  },
  productWrites: {
    findIndications: (tx) => productWrites.findIndications(tx),
    isLicensed: (tx) => productWrites.isLicensed(tx, { farmId, today: worldDay }),
    findListedBy: (tx) => productWrites.findListedBy(tx, { farmId, formKey: 'form-1' }),
    findDescription: (tx) => productWrites.findDescription(tx, own),
    describeProduct: async (tx) => {
      const found = await productWrites.findDescription(tx, own)
      return await productWrites.describeProduct(tx, { ...own, description: found!.description, seenAt: worldNow, now: worldNow })
    },
    findNextPosition: (tx) => productWrites.findNextPosition(tx, own),
    findOwnSize: (tx) => productWrites.findOwnSize(tx, { farmId, variantId: 'var_e15' }),
    findVariantByCode: (tx) => productWrites.findVariantByCode(tx, 'HL-E15'),
    setByWeight: (tx) => productWrites.setByWeight(tx, { variantId: 'var_e15', byWeight: true }),
    insertVariant: async (tx) => {
      const known = await productWrites.findVariantByCode(tx, 'HL-E15')
      return await productWrites.insertVariant(tx, { ...known!, id: 'var_new', code: 'HL-NEW' })
    },
    insertLot: async (tx) => productWrites.insertLot(tx, { ...(await productWrites.findLot(tx, 'lot_new'))!, id: 'lot_another' }),
    findLot: (tx) => productWrites.findLot(tx, 'lot_new'),
    findSteps: (tx) => productWrites.findSteps(tx, 'var_e15'),
  },
  profile: {
    findFarmProfile: (tx) => profile.findFarmProfile(tx, farmId),
    findFarmFigures: (tx) => profile.findFarmFigures(tx, farmId),
  },
  shortPicks: {
    findLinesToPack: (tx) => shortPicks.findLinesToPack(tx, { farmId, consignmentIds: ['con_line_1_0'] }),
    findShortPicks: (tx) => shortPicks.findShortPicks(tx, { farmId, waveId: 'wave_1' }),
  },
  openBooks: {
    findBookMoves: (tx) => openBooks.findBookMoves(tx, { first: '2026-10', last: '2026-11' }),
    findBookFigure: (tx) => openBooks.findBookFigure(tx, { account: '4010', month: '2026-11' }),
  },
  reviews: {
    findReviewsOfFarm: (tx) => farmReviews.findReviewsOfFarm(tx, { farmId, before: null, limit: 9 }),
    answerReviewOf: (tx) =>
      farmReviews.answerReviewOf(tx, { reviewId: 'rev_1', farmId, answer: '谢谢', answeredBy: 'user_1', answeredAt: worldNow }),
  },
  partySettlements: {
    findPartySettlements: (tx) => partySettlements.findPartySettlements(tx, { party, limit: 9 }),
    findPartySettlement: (tx) => partySettlements.findPartySettlement(tx, { party, settlementId: 'settlement_2026-W47' }),
    findPartyPayouts: (tx) => partySettlements.findPartyPayouts(tx, { party, settlementIds: ['settlement_2026-W47'] }),
  },
  payoutAccounts: {
    insertPayoutAccount: (tx) =>
      payoutAccounts.insertPayoutAccount(tx, {
        id: 'pac_1',
        partyType: 'farm',
        partyId: farmId,
        rail: 'bank',
        holder: 'HL',
        bank: 'B',
        number: '62000000',
        enteredBy: 'user_hl',
        enteredAt: worldNow,
      }),
    findPayoutAccount: (tx) => payoutAccounts.findPayoutAccount(tx, party),
    findCurrentAccounts: (tx) => payoutAccounts.findCurrentAccounts(tx),
  },
  settlementBooks: {
    findSettledParties: (tx) => settlementBooks.findSettledParties(tx),
    findOwnMoves: (tx) => settlementBooks.findOwnMoves(tx, { accountId: farmAccountId('sales', farmId), ...thisYear }),
    findSalesDivided: (tx) => settlementBooks.findSalesDivided(tx, { farmId, ...thisYear }),
    countEarningOrders: (tx) => settlementBooks.countEarningOrders(tx, { accountIds: [farmAccountId('sales', farmId)], ...thisYear }),
    sumLaterMoves: (tx) => settlementBooks.sumLaterMoves(tx, { accountId: farmAccountId('sales', farmId), since: worldNow }),
  },
  partyStatement: {
    findOwed: (tx) => partyStatement.findOwed(tx, [farmAccountId('sales', farmId)]),
    findMoves: (tx) => partyStatement.findMoves(tx, { accountId: farmAccountId('sales', farmId), before: 'tr_z', during: null, limit: 9 }),
    findMonths: (tx) => partyStatement.findMonths(tx, '2026-11'),
  },
  statement: {
    findAcceptances: (tx) => statement.findAcceptances(tx, ['line_1_0:accepted']),
    findSoldLines: (tx) => statement.findSoldLines(tx, { farmId, lineIds: ['line_1_0', 'line_1_1'] }),
  },
  work: {
    findWavesAtWork: (tx) => work.findWavesAtWork(tx, { farmId }),
    findWavesOfFarm: (tx) => work.findWavesOfFarm(tx, { farmId, limit: 9 }),
    findWaveOfFarm: (tx) => work.findWaveOfFarm(tx, { farmId, waveId: 'wave_1' }),
    findPicking: (tx) => work.findPicking(tx, { farmId, waveIds: ['wave_1'] }),
    findConsignments: (tx) => work.findConsignments(tx, { farmId, waveId: 'wave_1' }),
    findConsignmentContents: (tx) => work.findConsignmentContents(tx, { farmId, waveId: 'wave_1' }),
  },
}

/** What a farm reads of what it has promised ahead, beside the customers' own questions in the same modules. */
const ofHarvestsToCome: Record<string, (tx: Tx) => unknown> = {
  findFarmOffers: (tx) => farmAdoptions.findFarmOffers(tx, { farmId }),
  findFarmNews: (tx) => farmAdoptions.findFarmNews(tx, { farmId, offerId: 'off_1' }),
  findPartOfOffer: (tx) => farmAdoptions.findPartOfOffer(tx, { farmId, variantId: 'var_e15' }),
  findFarmPresales: (tx) => presales.findFarmPresales(tx, { farmId }),
  findSizesToPresell: (tx) => presales.findSizesToPresell(tx, { farmId, today: worldDay }),
  findForecasts: (tx) => presales.findForecasts(tx, { farmId, variantIds: ['var_e15'] }),
  findUnitsIn: (tx) => expected.findUnitsIn(tx, ['var_e15']),
  findBrought: (tx) => expected.findBrought(tx, { variantIds: ['var_e15'], sinceOn: '2026-01-01', today: worldDay }),
  findExpectedSizes: (tx) => expected.findExpectedSizes(tx, { variantIds: ['var_e15'], farmId }),
}

const modules = {
  distribution,
  handover,
  imports,
  listingWrites,
  listings,
  packing,
  openBooks,
  partySettlements,
  partyStatement,
  payoutAccounts,
  productWrites,
  profile,
  reviews: farmReviews,
  settlementBooks,
  shortPicks,
  statement,
  work,
}

/** The services that tell customers "packed" and give back what was not need their order; no page gets to see what these return. */
const readByServiceAlone = ['markPacked', 'findPackedOrders', 'findLinesToPack']

async function ask(db: FarmWorld, question: (tx: Tx) => unknown) {
  const noted: NotedStatement[] = []
  const answer = await db.transact(async (tx) => await question(noteStatements(tx, noted)))
  return { texts: noted.map(({ sql }) => sql), answer: JSON.stringify(answer instanceof Map ? [...answer] : answer) ?? '' }
}

test('every function of every farm-side query module is asked here', () => {
  const files = Object.keys(
    import.meta.glob([
      './*.server.ts',
      '!./own-customers.server.ts', // its own customers are a farm's to read
      '../ledger/open-books.server.ts',
      '../settlement/party-*.server.ts',
      '../settlement/payout-accounts.server.ts',
      '../settlement/settlement-books.server.ts',
    ]),
  )
  expect(files).toHaveLength(Object.keys(modules).length)
  for (const [name, exported] of Object.entries(modules)) {
    const functions = Object.entries(exported).filter(([, value]) => typeof value === 'function')
    expect(Object.keys(questions[name] ?? {}).sort()).toEqual(functions.map(([key]) => key).sort())
  }
})

for (const [module, asked] of Object.entries({ ...questions, ofHarvestsToCome })) {
  test(`farm-side queries (${module}) name no table of customers and return nothing of theirs`, async () => {
    const db = await openFarmWorld()
    await acceptOrder(db, 'ord_canary1')
    for (const [name, question] of Object.entries(asked)) {
      const { texts, answer } = await ask(db, question)
      expect(texts.length, `${name} was seen to ask`).toBeGreaterThan(0)
      for (const text of texts) for (const table of tablesOfCustomers) expect(text, name).not.toMatch(tableNamed(table))
      for (const canary of canaries) expect(answer, name).not.toContain(canary)
      if (!readByServiceAlone.includes(name)) expect(answer, name).not.toContain('ord_canary')
    }
  })
}

test('the noting database does see a table that is joined', async () => {
  const db = await openFarmWorld()
  const noted: NotedStatement[] = []
  await findOwnCustomers(noteStatements(db.reader, noted), { farmId, ...page })
  expect(noted.map(({ sql }) => sql).join()).toContain('"customers"')
})

test("a farm reads its own customers with what they ordered, and nobody else's", async () => {
  const db = await openFarmWorld()
  const { customers } = await findOwnCustomers(db.reader, { farmId: 'farm_hl', ...page })
  expect(customers).toMatchObject([{ name: canaries[0], phone: canaries[1], orders: 2, lastOrderAt: worldNow }])
  expect(await findOwnCustomers(db.reader, { farmId: 'farm_xc', ...page })).toEqual({ customers: [], hasNext: false })
  expect(await countOwnCustomers(db.reader, 'farm_hl')).toBe(1)
  expect(await countOwnCustomers(db.reader, 'farm_xc')).toBe(0)
})

test('a farm sees the picking, parcels and waves of its own consignments alone', async () => {
  const db = await openFarmWorld()
  const picking = await work.findPicking(db.reader, { farmId, waveIds: ['wave_1'] })
  expect(picking.map(({ lotId, quantity }) => [lotId, quantity])).toEqual([
    ['lot_old', 3],
    ['lot_new', 1],
  ])
  expect((await work.findConsignments(db.reader, { farmId, waveId: 'wave_1' })).map(({ alias }) => alias)).toEqual(['HL1', 'HL2'])
  expect(await work.findWavesAtWork(db.reader, { farmId: 'farm_xc' })).toMatchObject([{ id: 'wave_1', toPack: 1, packed: 0 }])
  expect(await work.findWaveOfFarm(db.reader, { farmId: 'farm_nobody', waveId: 'wave_1' })).toBeNull()
  expect(await listings.findFarmProduct(db.reader, { farmId, productId: 'prd_sausage', today: worldDay })).toBeNull()
})
