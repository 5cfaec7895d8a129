/** The columns of a farm's product sheet, in the template's order: one row is one variant and at most one lot of it. */
export const PRODUCT_SHEET_COLUMNS = [
  { key: 'productCode', zh: '商品编号', en: 'Product code', required: true },
  { key: 'nameZh', zh: '商品名（中文）', en: 'Name (Chinese)', required: true },
  { key: 'nameEn', zh: '商品名（英文）', en: 'Name (English)', required: true },
  { key: 'category', zh: '类别', en: 'Category', required: true },
  { key: 'crop', zh: '插画', en: 'Illustration', required: false },
  { key: 'textZh', zh: '介绍（中文）', en: 'Description (Chinese)', required: true },
  { key: 'textEn', zh: '介绍（英文）', en: 'Description (English)', required: true },
  { key: 'originZh', zh: '产地（中文）', en: 'Origin (Chinese)', required: true },
  { key: 'originEn', zh: '产地（英文）', en: 'Origin (English)', required: true },
  { key: 'variantCode', zh: '规格编号', en: 'Size code', required: true },
  { key: 'variantZh', zh: '规格（中文）', en: 'Size (Chinese)', required: true },
  { key: 'variantEn', zh: '规格（英文）', en: 'Size (English)', required: true },
  { key: 'priceYuan', zh: '单价（元）', en: 'Price (yuan)', required: true },
  { key: 'netWeightG', zh: '净重（克）', en: 'Net weight (g)', required: true },
  { key: 'grossWeightG', zh: '毛重（克）', en: 'Gross weight (g)', required: true },
  { key: 'volumeMl', zh: '体积（毫升）', en: 'Volume (ml)', required: true },
  { key: 'storage', zh: '储存', en: 'Storage', required: true },
  { key: 'seasonFrom', zh: '当季起（月）', en: 'Season from (month)', required: false },
  { key: 'seasonTo', zh: '当季止（月）', en: 'Season to (month)', required: false },
  { key: 'gi', zh: '地理标志', en: 'Geographical indication', required: false },
  { key: 'certifications', zh: '认证', en: 'Certifications', required: false },
  { key: 'bulkMin', zh: '团购起订量', en: 'Bulk minimum', required: false },
  { key: 'tier1Qty', zh: '阶梯一数量', en: 'Step 1 quantity', required: false },
  { key: 'tier1PriceYuan', zh: '阶梯一单价（元）', en: 'Step 1 price (yuan)', required: false },
  { key: 'tier2Qty', zh: '阶梯二数量', en: 'Step 2 quantity', required: false },
  { key: 'tier2PriceYuan', zh: '阶梯二单价（元）', en: 'Step 2 price (yuan)', required: false },
  { key: 'harvestedOn', zh: '采收日期', en: 'Harvested on', required: false },
  { key: 'bestBeforeOn', zh: '最佳食用期至', en: 'Best before', required: false },
  { key: 'quantity', zh: '库存', en: 'Quantity', required: false },
] as const

export type ColumnKey = (typeof PRODUCT_SHEET_COLUMNS)[number]['key']

/** Data rows a sheet may hold below its header. */
export const PRODUCT_SHEET_MAX_ROWS = 2_000

const comparable = (label: string) =>
  label
    .normalize('NFKC')
    .replace(/[\s*]+/g, '')
    .toLowerCase()

const keyByHeader = new Map<string, ColumnKey>(
  PRODUCT_SHEET_COLUMNS.flatMap(({ key, zh, en }) => [key, zh, en].map((label) => [comparable(label), key] as const)),
)

/** The column a header names: its key, Chinese or English label; case, blanks, width and a required-mark * do not matter. */
export const columnOfHeader = (header: string): ColumnKey | undefined => keyByHeader.get(comparable(header))
