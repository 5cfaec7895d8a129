/** Whether a farm meets the alliance's standard: while it is licensed, up to and with the day its licence ends where it has one. */
export type Standing = { licensed: boolean; licensedUntilOn: string | null }

export const holdsLicence = ({ licensed, licensedUntilOn }: Standing, today: string): boolean =>
  licensed && (licensedUntilOn === null || licensedUntilOn >= today)

/** Who may use a geographical indication, for which crop, from which origin on, and when. */
export type Registration = { giCode: string; farmId: string; crop: string; originZh: string; fromOn: string; untilOn: string | null }

/** What a product says of itself; no farm: the alliance's own. */
export type Marked = { farmId: string | null; crop: string | null; originZh: string; giCode: string | null }

export const coversProduct = (registration: Registration, product: Omit<Marked, 'giCode'>, today: string): boolean =>
  registration.farmId === product.farmId &&
  registration.crop === product.crop &&
  product.originZh.startsWith(registration.originZh) &&
  registration.fromOn <= today &&
  (registration.untilOn === null || registration.untilOn >= today)

export type Marks = {
  /** the alliance vouches */
  seal: boolean
  /** the farm's own mark: whoever grew it is named whatever its standing */
  farm: boolean
  /** the indication it says it bears is registered for this farm, this crop and this origin */
  indication: boolean
}

/**
 * The marks a product may show on a day. The seal only while the farm's licence holds; an alliance product is under the seal alone.
 * The geographical indication only where a registration covers farm, crop and origin (S2): saying so is not enough.
 * @param standing the farm's; null for an alliance product
 */
export function marksOf(
  { product, standing, registrations }: { product: Marked; standing: Standing | null; registrations: readonly Registration[] },
  today: string,
): Marks {
  return {
    seal: standing === null || holdsLicence(standing, today),
    farm: product.farmId !== null,
    indication: product.giCode !== null && registrations.some((one) => one.giCode === product.giCode && coversProduct(one, product, today)),
  }
}
