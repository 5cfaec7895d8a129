/** MapLibre built for pages whose policy allows no code from strings: its worker is a file of its own. */
declare module 'maplibre-gl/dist/maplibre-gl-csp.js' {
  import type * as maplibre from 'maplibre-gl'

  const csp: typeof maplibre
  export default csp
}
declare module 'maplibre-gl/dist/maplibre-gl-csp-worker.js?url' {
  const url: string
  export default url
}
declare module 'maplibre-gl/dist/maplibre-gl.css'
