import type { Place } from '#app/domain/delivery/distance.ts'

/** Whole metres and seconds from one place to another. */
export type TravelLeg = { readonly distanceM: number; readonly durationS: number }

/** A route engine's table: how far and long it is from every one of these places to every one of those. */
export interface TravelTable {
  /** which roads and vehicle it answers for; legs are kept under this name */
  readonly profile: string
  /**
   * @returns a row for each of `from`, a cell for each of `to`; null where the engine knows no way, or says what cannot be
   * @throws {IntegrationError} when it does not answer, or answers nonsense
   */
  measure(from: readonly Place[], to: readonly Place[]): Promise<(TravelLeg | null)[][]>
}
