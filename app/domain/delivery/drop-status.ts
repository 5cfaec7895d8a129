/**
 * Where a drop stands.
 * - `planned`: on a route, goods at the hub
 * - `loaded`: on the vehicle
 * - `delivered`: handed over; may be reopened when marked by mistake
 * - `failed`: tried and not handed over; may be tried again on the same run
 * - `returned`: back at the hub, to be planned again or given up
 * - `cancelled`: shown, but left out of the route
 */
export const dropStatuses = ['planned', 'loaded', 'delivered', 'failed', 'returned', 'cancelled'] as const
export type DropStatus = (typeof dropStatuses)[number]

const moves: Readonly<Record<DropStatus, readonly DropStatus[]>> = {
  planned: ['loaded', 'cancelled'],
  loaded: ['delivered', 'failed', 'planned'],
  delivered: ['loaded'],
  failed: ['loaded', 'delivered', 'returned'],
  returned: ['planned', 'cancelled'],
  cancelled: [],
}

export const nextStatuses = (from: DropStatus): readonly DropStatus[] => moves[from]
export const canMove = (from: DropStatus, to: DropStatus): boolean => moves[from].includes(to)

/** Nothing more is expected of the driver on this run. */
export const isSettled = (status: DropStatus): boolean => status !== 'planned' && status !== 'loaded'
