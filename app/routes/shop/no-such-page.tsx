import { notFound } from '#app/http/parse.server.ts'

/** Any address that leads nowhere: told in the reader's language, which only a matched route is. */
export function loader() {
  throw notFound()
}

export default function NoSuchPage() {
  return null
}
