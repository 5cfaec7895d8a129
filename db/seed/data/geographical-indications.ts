export type SeedGeographicalIndication = {
  code: string
  nameZh: string
  nameEn: string
  areaZh: string
  areaEn: string
  /** Illustration ids of what may bear it. */
  crops: readonly string[]
  /** Farms whose land lies in the registered area. */
  farmIds: readonly string[]
}

/**
 * Place names a product may show beside the two brands (S2). All but LUXI-SCALLION are named after indications on public record;
 * LUXI-SCALLION stands for the mother brand S2 describes. Areas are abridged: the register decides.
 */
export const geographicalIndications: readonly SeedGeographicalIndication[] = [
  {
    code: 'MAYANG-ORANGE',
    nameZh: '麻阳冰糖橙',
    nameEn: 'Mayang rock-sugar orange',
    areaZh: '湖南省怀化市麻阳苗族自治县',
    areaEn: 'Mayang Miao Autonomous County, Huaihua, Hunan',
    crops: ['rock-sugar-orange', 'gift-box'],
    farmIds: ['farm_hcun'],
  },
  {
    code: 'LUXI-SCALLION',
    nameZh: '泸西香葱',
    nameEn: 'Luxi scallion',
    areaZh: '云南省红河州泸西县',
    areaEn: 'Luxi County, Honghe, Yunnan',
    crops: ['scallion'],
    farmIds: ['farm_luxi'],
  },
  {
    code: 'LUXI-PEAR',
    nameZh: '泸西高原梨',
    nameEn: 'Luxi highland pear',
    areaZh: '云南省红河州泸西县',
    areaEn: 'Luxi County, Honghe, Yunnan',
    crops: ['pear'],
    farmIds: ['farm_luxi'],
  },
  {
    code: 'PIXIAN-DOUBAN',
    nameZh: '郫县豆瓣',
    nameEn: 'Pixian bean paste',
    areaZh: '四川省成都市郫都区',
    areaEn: 'Pidu District, Chengdu, Sichuan',
    crops: ['bean-paste'],
    farmIds: ['farm_wj'],
  },
  {
    code: 'TANGYUAN-CHIVES',
    nameZh: '唐元韭黄',
    nameEn: 'Tangyuan blanched chives',
    areaZh: '四川省成都市郫都区唐元镇一带',
    areaEn: 'Around Tangyuan, Pidu District, Chengdu, Sichuan',
    crops: ['scallion'],
    farmIds: ['farm_wj'],
  },
  {
    code: 'PUJIANG-KIWI',
    nameZh: '蒲江猕猴桃',
    nameEn: 'Pujiang kiwifruit',
    areaZh: '四川省成都市蒲江县',
    areaEn: 'Pujiang County, Chengdu, Sichuan',
    crops: ['kiwi'],
    farmIds: ['farm_lx'],
  },
  {
    code: 'PUJIANG-MANDARIN',
    nameZh: '蒲江丑柑',
    nameEn: 'Pujiang ugly mandarin',
    areaZh: '四川省成都市蒲江县',
    areaEn: 'Pujiang County, Chengdu, Sichuan',
    crops: ['mandarin'],
    farmIds: ['farm_lx'],
  },
  {
    code: 'PUJIANG-QUESHE',
    nameZh: '蒲江雀舌',
    nameEn: 'Pujiang sparrow-tongue tea',
    areaZh: '四川省成都市蒲江县',
    areaEn: 'Pujiang County, Chengdu, Sichuan',
    crops: ['tea'],
    farmIds: ['farm_lx'],
  },
  {
    code: 'JIANYANG-PEACH',
    nameZh: '简阳晚白桃',
    nameEn: 'Jianyang late white peach',
    areaZh: '四川省成都市简阳市',
    areaEn: 'Jianyang, Chengdu, Sichuan',
    crops: ['peach'],
    farmIds: ['farm_hd'],
  },
  {
    code: 'CHONGZHOU-TEA',
    nameZh: '崇州枇杷茶',
    nameEn: 'Chongzhou loquat-leaf tea',
    areaZh: '四川省成都市崇州市',
    areaEn: 'Chongzhou, Chengdu, Sichuan',
    crops: ['tea'],
    farmIds: ['farm_hl'],
  },
  {
    code: 'JINTANG-ORANGE',
    nameZh: '金堂脐橙',
    nameEn: 'Jintang navel orange',
    areaZh: '四川省成都市金堂县',
    areaEn: 'Jintang County, Chengdu, Sichuan',
    crops: ['mandarin'],
    farmIds: ['farm_xc'],
  },
  {
    code: 'JINTANG-MUSHROOM',
    nameZh: '金堂姬菇',
    nameEn: 'Jintang Ji mushroom',
    areaZh: '四川省成都市金堂县',
    areaEn: 'Jintang County, Chengdu, Sichuan',
    crops: ['shiitake'],
    farmIds: ['farm_xc'],
  },
  {
    code: 'JINTANG-MOREL',
    nameZh: '金堂羊肚菌',
    nameEn: 'Jintang morel',
    areaZh: '四川省成都市金堂县',
    areaEn: 'Jintang County, Chengdu, Sichuan',
    crops: ['shiitake'],
    farmIds: ['farm_xc'],
  },
  {
    code: 'MAIWA-YAK',
    nameZh: '麦洼牦牛',
    nameEn: 'Maiwa yak',
    areaZh: '四川省阿坝州红原县',
    areaEn: 'Hongyuan County, Aba, Sichuan',
    crops: ['yak-meat', 'gift-box'],
    farmIds: ['farm_fq'],
  },
  {
    code: 'HONGYUAN-MILK',
    nameZh: '红原牦牛奶',
    nameEn: 'Hongyuan yak milk',
    areaZh: '四川省阿坝州红原县',
    areaEn: 'Hongyuan County, Aba, Sichuan',
    crops: ['yak-milk', 'yak-yogurt'],
    farmIds: ['farm_fq'],
  },
  {
    code: 'YONGAN-GRAPE',
    nameZh: '双流永安葡萄',
    nameEn: 'Shuangliu Yong’an grape',
    areaZh: '四川省成都市双流区永安镇一带',
    areaEn: 'Around Yong’an, Shuangliu District, Chengdu, Sichuan',
    crops: ['grape'],
    farmIds: ['farm_fq'],
  },
  {
    code: 'SHUANGLIU-STRAWBERRY',
    nameZh: '双流冬草莓',
    nameEn: 'Shuangliu winter strawberry',
    areaZh: '四川省成都市双流区',
    areaEn: 'Shuangliu District, Chengdu, Sichuan',
    crops: ['strawberry'],
    farmIds: ['farm_fq'],
  },
]
