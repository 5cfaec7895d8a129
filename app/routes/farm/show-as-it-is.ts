import type { ShouldRevalidateFunction } from '@remix-run/react'

/** After a refusal too, the page shows what is there now: somebody else changed it, which is why it was refused. */
export const showAsItIs: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate
