type LonLat = readonly [lon: number, lat: number]

export type SeedHub = { id: string; nameZh: string; nameEn: string; addressZh: string; addressEn: string; lat: number; lon: number }

export type SeedZone = {
  id: string
  hubId: string
  nameZh: string
  nameEn: string
  /** One closed ring, WGS-84. */
  polygon: readonly LonLat[]
  /** Delivery days, 1 Monday to 7 Sunday (ISO 8601). */
  weekdays: readonly number[]
  /** On the day before delivery, Asia/Shanghai. */
  cutoffHour: number
  dropFeeFen: number
}

/** `zoneId` null: the alliance does not deliver there yet. The place is the district's middle, for addresses without their own. */
export type SeedDistrict = { id: string; zoneId: string | null; nameZh: string; nameEn: string; lat: number; lon: number }

export type SeedPickupPoint = {
  id: string
  zoneId: string
  nameZh: string
  nameEn: string
  addressZh: string
  addressEn: string
  windowFrom: string
  windowTo: string
  lat: number
  lon: number
}

export const hubs: readonly SeedHub[] = [
  {
    id: 'hub_chengdu',
    nameZh: '联盟成都集货仓',
    nameEn: 'Alliance hub Chengdu',
    addressZh: '成都市双流区物流大道二段 36 号 5 库',
    addressEn: 'Warehouse 5, 36 Wuliu Avenue Section 2, Shuangliu, Chengdu',
    lat: 30.5534,
    lon: 103.9572,
  },
]

/** The middle of the city, where all four zones meet. */
const MIDDLE: LonLat = [104.068, 30.652]
/** The lines between the zones, each from the middle to the edge. */
const NORTH_EAST: readonly LonLat[] = [
  [104.105, 30.715],
  [104.2, 30.76],
  [104.36, 30.8],
]
const SOUTH_EAST: readonly LonLat[] = [
  [104.085, 30.615],
  [104.13, 30.575],
  [104.2, 30.5],
  [104.36, 30.44],
]
const SOUTH_WEST: readonly LonLat[] = [
  [104.045, 30.615],
  [103.96, 30.59],
  [103.76, 30.575],
]
const NORTH_WEST: readonly LonLat[] = [
  [104.03, 30.69],
  [103.95, 30.735],
  [103.76, 30.74],
]

export const zones: readonly SeedZone[] = [
  {
    id: 'zone_east',
    hubId: 'hub_chengdu',
    nameZh: '东片（锦江、成华、龙泉驿）',
    nameEn: 'East (Jinjiang, Chenghua, Longquanyi)',
    polygon: [MIDDLE, ...NORTH_EAST, ...SOUTH_EAST.toReversed(), MIDDLE],
    weekdays: [2, 4, 6],
    cutoffHour: 18,
    dropFeeFen: 700,
  },
  {
    id: 'zone_south',
    hubId: 'hub_chengdu',
    nameZh: '南片（高新、天府新区、双流）',
    nameEn: 'South (High-tech, Tianfu, Shuangliu)',
    polygon: [MIDDLE, ...SOUTH_EAST, [104.36, 30.4], [103.76, 30.4], ...SOUTH_WEST.toReversed(), MIDDLE],
    weekdays: [1, 3, 5, 6],
    cutoffHour: 18,
    dropFeeFen: 600,
  },
  {
    id: 'zone_west',
    hubId: 'hub_chengdu',
    nameZh: '西片（青羊、武侯、温江）',
    nameEn: 'West (Qingyang, Wuhou, Wenjiang)',
    polygon: [MIDDLE, ...SOUTH_WEST, ...NORTH_WEST.toReversed(), MIDDLE],
    weekdays: [2, 4, 6],
    cutoffHour: 18,
    dropFeeFen: 700,
  },
  {
    id: 'zone_north',
    hubId: 'hub_chengdu',
    nameZh: '北片（金牛、新都、郫都）',
    nameEn: 'North (Jinniu, Xindu, Pidu)',
    polygon: [MIDDLE, ...NORTH_WEST, [103.76, 30.92], [104.36, 30.92], ...NORTH_EAST.toReversed(), MIDDLE],
    weekdays: [3, 5, 7],
    cutoffHour: 18,
    dropFeeFen: 800,
  },
]

export const districts: readonly SeedDistrict[] = [
  { id: 'district_jinjiang', zoneId: 'zone_east', nameZh: '锦江区', nameEn: 'Jinjiang', lat: 30.6198, lon: 104.1136 },
  { id: 'district_qingyang', zoneId: 'zone_west', nameZh: '青羊区', nameEn: 'Qingyang', lat: 30.6731, lon: 104.0064 },
  { id: 'district_jinniu', zoneId: 'zone_north', nameZh: '金牛区', nameEn: 'Jinniu', lat: 30.7182, lon: 104.0478 },
  { id: 'district_wuhou', zoneId: 'zone_west', nameZh: '武侯区', nameEn: 'Wuhou', lat: 30.6289, lon: 104.0147 },
  { id: 'district_chenghua', zoneId: 'zone_east', nameZh: '成华区', nameEn: 'Chenghua', lat: 30.6783, lon: 104.1344 },
  { id: 'district_gaoxin', zoneId: 'zone_south', nameZh: '高新区', nameEn: 'High-tech Zone', lat: 30.5712, lon: 104.0631 },
  { id: 'district_tianfu', zoneId: 'zone_south', nameZh: '天府新区', nameEn: 'Tianfu New Area', lat: 30.4879, lon: 104.0728 },
  { id: 'district_shuangliu', zoneId: 'zone_south', nameZh: '双流区', nameEn: 'Shuangliu', lat: 30.5746, lon: 103.9237 },
  { id: 'district_wenjiang', zoneId: 'zone_west', nameZh: '温江区', nameEn: 'Wenjiang', lat: 30.6824, lon: 103.8561 },
  { id: 'district_pidu', zoneId: 'zone_north', nameZh: '郫都区', nameEn: 'Pidu', lat: 30.8053, lon: 103.8872 },
  { id: 'district_xindu', zoneId: 'zone_north', nameZh: '新都区', nameEn: 'Xindu', lat: 30.8234, lon: 104.1588 },
  { id: 'district_longquanyi', zoneId: 'zone_east', nameZh: '龙泉驿区', nameEn: 'Longquanyi', lat: 30.5567, lon: 104.2746 },
  { id: 'district_qingbaijiang', zoneId: null, nameZh: '青白江区', nameEn: 'Qingbaijiang', lat: 30.8786, lon: 104.3924 },
  { id: 'district_xinjin', zoneId: null, nameZh: '新津区', nameEn: 'Xinjin', lat: 30.3712, lon: 103.8117 },
]

export const pickupPoints: readonly SeedPickupPoint[] = [
  {
    id: 'pickup_tangba',
    zoneId: 'zone_east',
    nameZh: '棠坝里邻里站',
    nameEn: 'Tangbali neighbours’ desk',
    addressZh: '锦江区棠坝街 21 号社区服务站',
    addressEn: 'Community desk, 21 Tangba Street, Jinjiang',
    windowFrom: '14:00',
    windowTo: '20:00',
    lat: 30.6402,
    lon: 104.0981,
  },
  {
    id: 'pickup_shahe',
    zoneId: 'zone_east',
    nameZh: '沙河畔小菜铺',
    nameEn: 'Shahe riverside shop',
    addressZh: '成华区建设路 88 号一楼',
    addressEn: 'Ground floor, 88 Jianshe Road, Chenghua',
    windowFrom: '10:00',
    windowTo: '20:30',
    lat: 30.6741,
    lon: 104.1093,
  },
  {
    id: 'pickup_longquan',
    zoneId: 'zone_east',
    nameZh: '龙泉东山便利店',
    nameEn: 'Longquan Dongshan store',
    addressZh: '龙泉驿区东山大道 140 号',
    addressEn: '140 Dongshan Avenue, Longquanyi',
    windowFrom: '09:00',
    windowTo: '21:00',
    lat: 30.5601,
    lon: 104.2589,
  },
  {
    id: 'pickup_jincheng',
    zoneId: 'zone_south',
    nameZh: '锦城湖物业前台',
    nameEn: 'Jincheng Lake management desk',
    addressZh: '高新区锦城大道 666 号物业中心',
    addressEn: 'Management centre, 666 Jincheng Avenue, High-tech Zone',
    windowFrom: '12:00',
    windowTo: '20:00',
    lat: 30.5758,
    lon: 104.0552,
  },
  {
    id: 'pickup_huayang',
    zoneId: 'zone_south',
    nameZh: '华阳老街粮油铺',
    nameEn: 'Huayang old street grain shop',
    addressZh: '天府新区华阳正北上街 12 号',
    addressEn: '12 Zhengbeishang Street, Huayang, Tianfu',
    windowFrom: '08:00',
    windowTo: '19:30',
    lat: 30.5033,
    lon: 104.0649,
  },
  {
    id: 'pickup_shuangliu',
    zoneId: 'zone_south',
    nameZh: '双流棠湖书屋',
    nameEn: 'Tanghu bookroom',
    addressZh: '双流区棠湖南路 45 号',
    addressEn: '45 Tanghu South Road, Shuangliu',
    windowFrom: '13:00',
    windowTo: '20:00',
    lat: 30.5728,
    lon: 103.9216,
  },
  {
    id: 'pickup_kuanzhai',
    zoneId: 'zone_west',
    nameZh: '同仁路小院',
    nameEn: 'Tongren Road courtyard',
    addressZh: '青羊区同仁路 30 号附 2 号',
    addressEn: '30-2 Tongren Road, Qingyang',
    windowFrom: '14:00',
    windowTo: '20:00',
    lat: 30.6661,
    lon: 104.0419,
  },
  {
    id: 'pickup_wuhou',
    zoneId: 'zone_west',
    nameZh: '红牌楼邻里站',
    nameEn: 'Hongpailou neighbours’ desk',
    addressZh: '武侯区佳灵路 51 号',
    addressEn: '51 Jialing Road, Wuhou',
    windowFrom: '10:00',
    windowTo: '20:00',
    lat: 30.6274,
    lon: 104.0291,
  },
  {
    id: 'pickup_wenjiang',
    zoneId: 'zone_west',
    nameZh: '温江光华公园站',
    nameEn: 'Guanghua Park desk',
    addressZh: '温江区光华大道三段 200 号',
    addressEn: '200 Guanghua Avenue Section 3, Wenjiang',
    windowFrom: '09:30',
    windowTo: '19:30',
    lat: 30.6902,
    lon: 103.8467,
  },
  {
    id: 'pickup_chadian',
    zoneId: 'zone_north',
    nameZh: '茶店子社区食堂',
    nameEn: 'Chadianzi community canteen',
    addressZh: '金牛区茶店子西街 36 号',
    addressEn: '36 Chadianzi West Street, Jinniu',
    windowFrom: '11:00',
    windowTo: '19:00',
    lat: 30.7164,
    lon: 104.0187,
  },
  {
    id: 'pickup_pidu',
    zoneId: 'zone_north',
    nameZh: '郫都望丛站',
    nameEn: 'Wangcong desk',
    addressZh: '郫都区望丛中路 77 号',
    addressEn: '77 Wangcong Middle Road, Pidu',
    windowFrom: '10:00',
    windowTo: '20:00',
    lat: 30.8068,
    lon: 103.8859,
  },
  {
    id: 'pickup_xindu',
    zoneId: 'zone_north',
    nameZh: '新都桂湖站',
    nameEn: 'Guihu desk',
    addressZh: '新都区桂湖中路 109 号',
    addressEn: '109 Guihu Middle Road, Xindu',
    windowFrom: '10:00',
    windowTo: '20:00',
    lat: 30.8247,
    lon: 104.1561,
  },
]
