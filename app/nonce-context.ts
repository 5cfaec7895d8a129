import { createContext } from 'react'

/** The response's CSP nonce. Through context, never loader data: it must not reach the client's state. */
export const NonceContext = createContext<string | undefined>(undefined)
