import { goods } from './goods.ts'

/** Every page on the way of a purchase and around it, one of each kind: what a visitor can open without an account. */
export const publicPages = [
  '/',
  '/products',
  '/products?q=zzzz',
  `/products/${goods.chilliSauce.slug}`,
  '/farms',
  '/f/wujia',
  '/f/wujia/products',
  '/basket',
  '/checkout',
  '/standard',
  '/policies',
  '/sign-in',
  '/register',
]
