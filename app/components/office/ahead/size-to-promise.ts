/** A size a farm may promise ahead; `onHand` of it is harvested and on sale. */
export type SizeToPromise = { variantId: string; productZh: string; productEn: string; sizeZh: string; sizeEn: string; onHand: number }
