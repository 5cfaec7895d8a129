import type { AccountId } from '#app/domain/ledger/accounts.ts'

/** One transfer: debit, credit, fen. Farms A, B, C; leader L1; customer U1; carrier K; refunds re_…, disputes dp_…, payouts by who is paid. */
type Move = readonly [debit: AccountId, credit: AccountId, amountFen: number]

/**
 * The worked example of the ledger: one order of three farms with a discount, a coupon, a floor price and a short pick, its
 * settlement and payout, refunds after it, chargebacks won and lost, a price below the floor, faults, the risk reserve and the
 * second rebate. Each posting by its key, with ids by name.
 *
 * Where our processor differs from the example's: money is always pending (1010) before it is available, so O2 and O3 are paid
 * in two postings; and every refund is confirmed on its own.
 */
export const examplePostings: Record<string, readonly Move[]> = {
  capital: [['1020', '3010', 20_000]],

  // O1: goods 27,696 less the farms' 1,001 and a coupon of 500, and 1,850 for delivery
  'O1:payment:succeeded': [
    ['1010', '2010:O1', 28_045],
    ['5020', '2010:O1', 500],
  ],
  'O1:payment:fee': [['5010', '1010', 1048]],
  'O1:payment:available': [['1020', '1010', 26_997]],

  // 0.6 of 10 kg short: base 694
  're_1:refund': [
    ['2010:O1', '2030:re_1', 681],
    ['2010:O1', '5020', 13],
  ],
  're_1:succeeded': [['2030:re_1', '1020', 681]],

  // A: floor 8 yuan a kilogram, 40 % above it; base 10,872
  'O1:A:accepted': [
    ['2010:O1', '2110:A', 8296],
    ['2010:O1', '2210:C', 543],
    ['2010:O1', '2310:L1', 326],
    ['2010:O1', '4010', 410],
    ['2010:O1', '2810', 24],
    ['2010:O1', '2410', 108],
    ['2010:O1', '4030', 1165],
    ['2110:A', '2610', 188],
    ['1110', '2610', 188],
  ],
  // B: base 11,277
  'O1:B:accepted': [
    ['2010:O1', '2110:B', 9813],
    ['2010:O1', '2210:C', 563],
    ['2010:O1', '2310:L1', 338],
    ['2010:O1', '4010', 426],
    ['2010:O1', '2810', 25],
    ['2010:O1', '2410', 112],
    ['2110:B', '2610', 40],
    ['1110', '2610', 40],
  ],
  // C: its own customer, three green years; base 3,852
  'O1:C:accepted': [
    ['2010:O1', '2110:C', 3545],
    ['2010:O1', '2310:L1', 115],
    ['2010:O1', '4010', 146],
    ['2010:O1', '2810', 8],
    ['2010:O1', '2410', 38],
    ['2110:C', '2610', 24],
    ['1110', '2610', 24],
  ],
  'O1:delivery': [
    ['2010:O1', '2510', 1850],
    ['2510', '2520:K', 1300],
    ['2510', '2310:L1', 220],
  ],

  'settle:first': [
    ['2110:A', '2120:A', 8108],
    ['2110:B', '2120:B', 9773],
    ['2110:C', '2120:C', 3521],
    ['2210:C', '2120:C', 1106],
  ],
  'payout_A:made': [['2120:A', '2130:payout_A', 8108]],
  'payout_B:made': [['2120:B', '2130:payout_B', 9773]],
  'payout_C:made': [['2120:C', '2130:payout_C', 4627]],
  // 3 % withheld
  'payout_L1:made': [
    ['2310:L1', '2820', 29],
    ['2310:L1', '2130:payout_L1', 970],
  ],
  'payout_A:confirmed': [['2130:payout_A', '1020', 8108]],
  'payout_B:confirmed': [['2130:payout_B', '1020', 9773]],
  'payout_C:confirmed': [['2130:payout_C', '1020', 4627]],
  'payout_L1:confirmed': [['2130:payout_L1', '1020', 970]],

  // a complaint about B's line after the payout: 3,000, shared
  're_2:refund': [
    ['2120:B', '2010:O1', 2660],
    ['2120:C', '2010:O1', 153],
    ['2310:L1', '2010:O1', 92],
    ['4010', '2010:O1', 115],
    ['2810', '2010:O1', 7],
    ['2410', '2010:O1', 30],
    ['2010:O1', '2030:re_2', 3000],
    ['2010:O1', '5020', 57],
  ],
  're_2:succeeded': [['2030:re_2', '1020', 3000]],
  // one fen, which the processor could not send
  're_3:refund': [
    ['2120:B', '2010:O1', 1],
    ['2010:O1', '2030:re_3', 1],
  ],
  're_3:failed': [['2030:re_3', '2020:U1', 1]],
  // the goods came back: all the rest, and the reserve by weight
  're_4:refund': [
    ['2120:B', '2010:O1', 7152],
    ['2120:C', '2010:O1', 410],
    ['2310:L1', '2010:O1', 246],
    ['4010', '2010:O1', 311],
    ['2810', '2010:O1', 18],
    ['2410', '2010:O1', 82],
    ['2010:O1', '2030:re_4', 8065],
    ['2010:O1', '5020', 154],
    ['2610', '2120:B', 40],
    ['2610', '1110', 40],
  ],
  're_4:succeeded': [['2030:re_4', '1020', 8065]],
  'recovery_B:recovered': [['1020', '2120:B', 5000]],

  'dp_1:created': [
    ['1130:dp_1', '1020', 6000],
    ['5040', '1020', 150],
  ],
  'dp_1:won': [['1020', '1130:dp_1', 6000]],

  // O2: no leader, no delivery; disputed before it was paid out, and lost
  'O2:payment:succeeded': [['1010', '2010:O2', 4000]],
  'O2:payment:available': [['1020', '1010', 4000]],
  'O2:A:accepted': [
    ['2010:O2', '2110:A', 3600],
    ['2010:O2', '2210:C', 200],
    ['2010:O2', '4010', 151],
    ['2010:O2', '2810', 9],
    ['2010:O2', '2410', 40],
  ],
  'dp_2:created': [
    ['1130:dp_2', '1020', 4000],
    ['5040', '1020', 150],
  ],
  'settle:second': [
    ['2110:A', '2120:A', 3600],
    ['2210:C', '2120:C', 200],
  ],
  'dp_2:lost': [
    ['2120:A', '2010:O2', 3600],
    ['2120:C', '2010:O2', 200],
    ['4010', '2010:O2', 151],
    ['2810', '2010:O2', 9],
    ['2410', '2010:O2', 40],
    ['2010:O2', '1130:dp_2', 4000],
  ],

  // O3: below the floor of 7 yuan a kilogram, of a customer of the alliance
  'O3:payment:succeeded': [['1010', '2010:O3', 6500]],
  'O3:payment:available': [['1020', '1010', 6500]],
  'O3:A:accepted': [
    ['5020', '2010:O3', 1150],
    ['2010:O3', '2110:A', 7000],
    ['2010:O3', '4020', 325],
    ['2010:O3', '4010', 246],
    ['2010:O3', '2810', 14],
    ['2010:O3', '2410', 65],
  ],
  're_5:refund': [['2520:K', '2030:re_5', 800]],
  're_5:succeeded': [['2030:re_5', '1020', 800]],
  're_6:refund': [['2110:A', '2030:re_6', 300]],
  're_6:succeeded': [['2030:re_6', '1020', 300]],

  'gov:2026H1': [['1030', '1110', 212]],
  'claim:hail': [['2610', '2120:A', 200]],
  'rebate:2026': [
    ['5070', '2120:A', 80],
    ['5070', '2120:C', 21],
  ],
}

/** @throws where the example has no such posting */
export function exampleMoves(key: string): readonly Move[] {
  const moves = examplePostings[key]
  if (!moves) throw new Error(`the example posts nothing under ${key}`)
  return moves
}

/** What is left on every account at the end, debit positive; all others are at zero. */
export const exampleBalances: Record<string, number> = {
  '1020': 21_873,
  '1030': 212,
  '2020:U1': -1,
  '2110:A': -6700,
  '2120:A': -280,
  '2120:B': 4773,
  '2120:C': 542,
  '2310:L1': 338,
  '2410': -211,
  '2510': -330,
  '2520:K': -500,
  '2610': -224,
  '2810': -46,
  '2820': -29,
  '3010': -20_000,
  '4010': -802,
  '4020': -325,
  '4030': -1165,
  '5010': 1048,
  '5020': 1426,
  '5040': 300,
  '5070': 101,
}
