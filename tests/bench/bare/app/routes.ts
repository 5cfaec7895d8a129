import { layout, type RouteConfig, route } from '@remix-run/route-config'

export default [layout('layout.tsx', { id: 'routes/shop/layout' }, [route('products', 'products.tsx')])] satisfies RouteConfig
