/**
 * Remix's own options. Under Vite, Remix does not read this file by itself:
 * vite.config.ts passes it to the plugin, so that what stands here is what runs.
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  ignoredRouteFiles: ['**/*'], // the site map is app/routes.ts
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: true,
    v3_routeConfig: true,
  },
}
