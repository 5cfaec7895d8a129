export type SeedAllianceLot = { farmId: string; variantCode: string; harvestedDaysAgo: number; bestBeforeInDays: number; quantity: number }

/** Who fulfils the alliance's own products: each lot is one farm's, all to the one standard in `alliance-products.csv`. */
export const allianceLots: readonly SeedAllianceLot[] = [
  { farmId: 'farm_hl', variantCode: 'ALL-EGG-E15', harvestedDaysAgo: 1, bestBeforeInDays: 26, quantity: 80 },
  { farmId: 'farm_hl', variantCode: 'ALL-EGG-E30', harvestedDaysAgo: 1, bestBeforeInDays: 26, quantity: 60 },
  { farmId: 'farm_xc', variantCode: 'ALL-EGG-E15', harvestedDaysAgo: 2, bestBeforeInDays: 25, quantity: 40 },
  { farmId: 'farm_xc', variantCode: 'ALL-EGG-E30', harvestedDaysAgo: 2, bestBeforeInDays: 25, quantity: 30 },
  { farmId: 'farm_hd', variantCode: 'ALL-EGG-E15', harvestedDaysAgo: 3, bestBeforeInDays: 24, quantity: 24 },
  { farmId: 'farm_hd', variantCode: 'ALL-EGG-E30', harvestedDaysAgo: 3, bestBeforeInDays: 24, quantity: 16 },
  { farmId: 'farm_wj', variantCode: 'ALL-VEGBOX-V6', harvestedDaysAgo: 0, bestBeforeInDays: 4, quantity: 40 },
  { farmId: 'farm_hl', variantCode: 'ALL-VEGBOX-V6', harvestedDaysAgo: 1, bestBeforeInDays: 4, quantity: 24 },
  { farmId: 'farm_xc', variantCode: 'ALL-VEGBOX-V6', harvestedDaysAgo: 2, bestBeforeInDays: 3, quantity: 20 },
  { farmId: 'farm_hd', variantCode: 'ALL-SWEETPOTATO-5J', harvestedDaysAgo: 28, bestBeforeInDays: 50, quantity: 120 },
  { farmId: 'farm_wj', variantCode: 'ALL-SWEETPOTATO-5J', harvestedDaysAgo: 24, bestBeforeInDays: 48, quantity: 40 },
]
