import { parse, serialize } from './cookies.server.ts'

const basketCookie = 'basket'
const shopCookie = 'shop'
const quarterS = 90 * 24 * 3600

/** The alliance's own shop, and whoever came through no farm's. */
export const allianceStorefront = 'alliance'

/** The basket this browser carries; unguessable, but not yet known to exist or to be this reader's. */
export const basketIdOf = (request: Request): string | null => basketIdIn(request.headers.get('cookie'))

export const basketIdIn = (cookies: string | null): string | null => idIn(parse(cookies)[basketCookie])

export const forgetBasket = () => serialize(basketCookie, '', { maxAgeS: 0 })

export const rememberBasket = (basketId: string) => serialize(basketCookie, basketId, { maxAgeS: quarterS })

/** 'alliance', or the farm whose shop was entered first: the home of whoever registers from here. */
export const storefrontOf = (request: Request): string => idIn(parse(request.headers.get('cookie'))[shopCookie]) ?? allianceStorefront

/** Whether a shop has been entered before: the first one stays the home. */
export const hasStorefront = (request: Request): boolean => idIn(parse(request.headers.get('cookie'))[shopCookie]) !== null

export const rememberStorefront = (storefrontId: string) => serialize(shopCookie, storefrontId, { maxAgeS: quarterS })

const idIn = (value: string | undefined) => (value && /^[\w-]{1,64}$/.test(value) ? value : null)
