import type { Place } from '#app/domain/delivery/distance.ts'

/** Finds where an address is, in WGS-84. */
export type Geocoder = {
  /** @returns null where it does not know the door @throws {IntegrationError} when it cannot be asked */
  locate(address: string): Promise<Place | null>
}
