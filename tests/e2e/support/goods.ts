/** Products the demo alliance has on sale all year round, by the farm that makes them. */
export const goods = {
  chilliSauce: { slug: 'lulala-chilli-sauce-lx-lulala', variantId: 'var_lx-lulala-j230', farmId: 'farm_lx' },
  vermicelli: { slug: 'handmade-sweet-potato-vermicelli-hd-vermicelli', variantId: 'var_hd-vermicelli-b500', farmId: 'farm_hd' },
  hamSausage: { slug: 'xiaochun-ham-sausage-xc-hamsausage', variantId: 'var_xc-hamsausage-s400', farmId: 'farm_xc' },
  rice: { slug: 'rice-raised-with-ducks-wj-rice', variantId: 'var_wj-rice-5j', farmId: 'farm_wj' },
  riceWine: { slug: 'sparkling-rice-wine-wj-rwine', variantId: 'var_wj-rwine-b330', farmId: 'farm_wj' },
  preservedEggs: { slug: 'golden-preserved-eggs-hl-goldenegg', variantId: 'var_hl-goldenegg-e10', farmId: 'farm_hl' },
  /** a box of several farms' sizes */
  smallBox: { slug: 'vegetable-box-for-three-box-week-small' },
  /** one of a flock, for a season */
  adoptedHen: { slug: 'adopt-a-hen-adopt-hen' },
  /** one size only, and few of it */
  oldHen: { slug: 'three-year-hen-hl-hen', variantId: 'var_hl-hen-c1', farmId: 'farm_hl' },
} as const
