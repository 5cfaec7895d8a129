/** Why money goes back. Complaints are what the office takes up; the others happen by themselves or before packing. */
export const complaintReasons = ['quality', 'missing', 'damaged', 'delivery', 'goodwill'] as const
export const refundReasons = ['short_pick', 'cancelled', 'delivery_changed', 'late_payment', ...complaintReasons, 'dispute'] as const
export type RefundReason = (typeof refundReasons)[number]

/** `shared`: every party gives back its part; else one of them alone bears it. */
export const refundBearers = ['shared', 'farm', 'carrier', 'alliance'] as const
export type RefundBearer = (typeof refundBearers)[number]

export const refundStatuses = ['proposed', 'declined', 'approved', 'sending', 'unknown', 'pending', 'succeeded', 'credited'] as const
export type RefundStatus = (typeof refundStatuses)[number]

/** The way it came, by the bank as the office confirms, or as credit. */
export const refundWays = ['processor', 'bank', 'credit'] as const
export type RefundWay = (typeof refundWays)[number]

/** As the office sees them: to decide, on their way, settled. */
export const queueStates = ['waiting', 'under_way', 'done'] as const
