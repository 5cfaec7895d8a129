/** Why a week's order could not be placed, or went no further. */
export const weekRefusals = [
  'sold_out',
  'off_shelf',
  'sold_ahead',
  'wave_full',
  'no_wave',
  'place_gone',
  'too_late',
  'unpaid',
  'failed',
] as const
export type WeekRefusal = (typeof weekRefusals)[number]

export const asWeekRefusal = (code: string | null): WeekRefusal => weekRefusals.find((one) => one === code) ?? 'failed'
