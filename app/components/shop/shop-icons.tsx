import type { SVGProps } from 'react'

/** Cut like the woodcuts: one even contour, no fine detail. Decoration beside words. */
function Icon({ children, ...rest }: SVGProps<SVGSVGElement>) {
  return (
    <svg
      aria-hidden="true"
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
    >
      {children}
    </svg>
  )
}

/** A carrying basket with its handle and weave. */
export const BasketIcon = () => (
  <Icon>
    <path d="M3 10h18l-2 11H5z" />
    <path d="M7 10c0-9 10-9 10 0M9 13.5v4M12 13.5v4M15 13.5v4" />
  </Icon>
)

/** Someone in a straw hat. */
export const PersonIcon = () => (
  <Icon>
    <path d="M3 10h18M7 10c0-7 10-7 10 0M8.5 10v1.5c0 4.5 7 4.5 7 0V10M4 21c0-7 16-7 16 0" />
  </Icon>
)

export const SearchIcon = () => (
  <Icon>
    <circle cx="10.5" cy="10.5" r="6.5" />
    <path d="M15.5 15.5L21 21" />
  </Icon>
)

export const ArrowIcon = () => (
  <Icon width="18" height="18">
    <path d="M5 12h14M13 6l6 6-6 6" />
  </Icon>
)
