/** A place as origins are written, `inZh` what it lies in: 安岳 in 四川资阳. */
export type NamedPlace = { zh: string; en: string; inZh: string }
/** A protected name; without a code nobody of the network is registered for it. */
export type NamedIndication = { zh: string; en: string; code: string | null }

/**
 * Counties whose name alone sells, in Sichuan and where the network's other farms are. Names that are also everyday words are
 * written with their ending (小金县: 小金桔 is a fruit). 成都 is not among them: it is where everything is sold.
 */
export const knownPlaces: readonly NamedPlace[] = [
  { zh: '郫都', en: 'Pidu', inZh: '四川成都' },
  { zh: '郫县', en: 'Pixian', inZh: '四川成都郫都' },
  { zh: '唐元', en: 'Tangyuan', inZh: '四川成都郫都' },
  { zh: '双流', en: 'Shuangliu', inZh: '四川成都' },
  { zh: '蒲江', en: 'Pujiang', inZh: '四川成都' },
  { zh: '简阳', en: 'Jianyang', inZh: '四川成都' },
  { zh: '崇州', en: 'Chongzhou', inZh: '四川成都' },
  { zh: '金堂', en: 'Jintang', inZh: '四川成都' },
  { zh: '都江堰', en: 'Dujiangyan', inZh: '四川成都' },
  { zh: '彭州', en: 'Pengzhou', inZh: '四川成都' },
  { zh: '邛崃', en: 'Qionglai', inZh: '四川成都' },
  { zh: '大邑', en: 'Dayi', inZh: '四川成都' },
  { zh: '龙泉驿', en: 'Longquanyi', inZh: '四川成都' },
  { zh: '安岳', en: 'Anyue', inZh: '四川资阳' },
  { zh: '资中', en: 'Zizhong', inZh: '四川内江' },
  { zh: '汉源', en: 'Hanyuan', inZh: '四川雅安' },
  { zh: '攀枝花', en: 'Panzhihua', inZh: '四川' },
  { zh: '米易', en: 'Miyi', inZh: '四川攀枝花' },
  { zh: '会理', en: 'Huili', inZh: '四川凉山' },
  { zh: '盐源', en: 'Yanyuan', inZh: '四川凉山' },
  { zh: '苍溪', en: 'Cangxi', inZh: '四川广元' },
  { zh: '青川', en: 'Qingchuan', inZh: '四川广元' },
  { zh: '通江', en: 'Tongjiang', inZh: '四川巴中' },
  { zh: '合江', en: 'Hejiang', inZh: '四川泸州' },
  { zh: '汶川', en: 'Wenchuan', inZh: '四川阿坝' },
  { zh: '茂县', en: 'Maoxian', inZh: '四川阿坝' },
  { zh: '小金县', en: 'Xiaojin', inZh: '四川阿坝' },
  { zh: '红原', en: 'Hongyuan', inZh: '四川阿坝' },
  { zh: '麻阳', en: 'Mayang', inZh: '湖南怀化' },
  { zh: '泸西', en: 'Luxi', inZh: '云南红河' },
  { zh: '焉耆', en: 'Yanqi', inZh: '新疆' },
]

/** Protected names known to every shopper, of which no farm of the network is a user. */
export const knownIndications: readonly NamedIndication[] = [
  { zh: '安岳柠檬', en: 'Anyue lemon', code: null },
  { zh: '汉源花椒', en: 'Hanyuan pepper', code: null },
  { zh: '攀枝花芒果', en: 'Panzhihua mango', code: null },
  { zh: '会理石榴', en: 'Huili pomegranate', code: null },
  { zh: '盐源苹果', en: 'Yanyuan apple', code: null },
  { zh: '资中血橙', en: 'Zizhong blood orange', code: null },
  { zh: '合江荔枝', en: 'Hejiang lychee', code: null },
  { zh: '通江银耳', en: 'Tongjiang white fungus', code: null },
  { zh: '苍溪红心猕猴桃', en: 'Cangxi red kiwifruit', code: null },
  { zh: '龙泉驿水蜜桃', en: 'Longquanyi peach', code: null },
  { zh: '五常大米', en: 'Wuchang rice', code: null },
  { zh: '赣南脐橙', en: 'Gannan navel orange', code: null },
  { zh: '阿克苏苹果', en: 'Aksu apple', code: null },
  { zh: '宁夏枸杞', en: 'Ningxia wolfberry', code: null },
  { zh: '西湖龙井', en: 'West Lake Longjing', code: null },
]
