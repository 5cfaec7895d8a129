import { goods } from './goods.ts'

/** Every page on the way of a purchase and around it, one of each kind: what a visitor can open without an account. */
export const publicPages = [
  '/',
  '/products',
  '/products?q=zzzz',
  `/products/${goods.chilliSauce.slug}`,
  `/products/${goods.smallBox.slug}`,
  `/products/${goods.adoptedHen.slug}`,
  '/farms',
  '/f/wujia',
  '/f/wujia/products',
  '/f/wujia/about',
  '/seasons',
  '/adopt',
  '/basket',
  '/checkout',
  '/standard',
  '/policies',
  '/sign-in',
  '/register',
  '/sign-in/forgotten',
]
