import '@remix-run/node'

declare module '@remix-run/node' {
  interface AppLoadContext {
    cspNonce: string
    requestId: string
    /** this address has tried to come in too often: nothing is to be tried for it */
    tooManyTries: boolean
  }
}
