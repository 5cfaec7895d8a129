/** Whose shop it is, when it is a farm's. Its `colour` is shown in tints that can be read (farm-brand.ts). */
export type ShopFront = {
  slug: string
  code: string
  name: string
  colour: string
  licensed: boolean
  /** where its front page and its list lie for this reader: shorter on a host of its own */
  home: string
  shelf: string
  /** the site on its own host, where it has one */
  ownSite: string | null
}
