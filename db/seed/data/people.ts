export type SeedStaff = {
  id: string
  name: string
  email: string
  role: 'office' | 'farm' | 'courier' | 'leader'
  /** 'alliance', or the farm, driver or leader this account acts for. */
  actsFor: string
}

/** Someone who gathers neighbours' orders; `customerId` is the same person as a buyer. */
export type SeedLeader = {
  id: string
  customerId: string
  communityZh: string
  communityEn: string
  pickupPointId: string
  creditLimitFen: number
}

export const leaders: readonly SeedLeader[] = [
  {
    id: 'leader_jincheng',
    customerId: 'customer_25',
    communityZh: '锦城湖畔一期',
    communityEn: 'Jincheng Lakeside, phase one',
    pickupPointId: 'pickup_jincheng',
    creditLimitFen: 500_000,
  },
  {
    id: 'leader_tangba',
    customerId: 'customer_26',
    communityZh: '棠坝里',
    communityEn: 'Tangbali',
    pickupPointId: 'pickup_tangba',
    creditLimitFen: 300_000,
  },
  {
    id: 'leader_chadian',
    customerId: 'customer_27',
    communityZh: '茶店子铁路新村',
    communityEn: 'Chadianzi Railway Village',
    pickupPointId: 'pickup_chadian',
    creditLimitFen: 0,
  },
]

/** A firm that orders for the people it looks after; the demo's office admits it. */
export const enterprise = {
  nameZh: '云帆物业',
  nameEn: 'Yunfan Property',
  contact: '澹台谷雨',
  phone: '19900000071',
  email: 'firm@commonfield.example',
  pickupPointId: 'pickup_wuhou',
  creditLimitFen: 2_000_000,
  invoiceTitle: '云帆物业服务（示例）有限公司',
  taxNumber: '91510100MA6000001R',
}

/** Two in the office may settle, so that the second person who approves is never the first (money rule of four eyes). */
export const staff: readonly SeedStaff[] = [
  { id: 'user_office_control', name: '单于清晨', email: 'office@commonfield.example', role: 'office', actsFor: 'alliance' },
  { id: 'user_office_ledger', name: '令狐青账', email: 'ledger@commonfield.example', role: 'office', actsFor: 'alliance' },
  { id: 'user_office_second', name: '太史复核', email: 'office2@commonfield.example', role: 'office', actsFor: 'alliance' },
  { id: 'user_office_quality', name: '公冶知味', email: 'quality@commonfield.example', role: 'office', actsFor: 'alliance' },
  { id: 'user_farm_wj', name: '吴守田', email: 'wj@commonfield.example', role: 'farm', actsFor: 'farm_wj' },
  { id: 'user_farm_lx', name: '罗溪', email: 'lx@commonfield.example', role: 'farm', actsFor: 'farm_lx' },
  { id: 'user_farm_hd', name: '何大有', email: 'hd@commonfield.example', role: 'farm', actsFor: 'farm_hd' },
  { id: 'user_farm_hl', name: '韩篱', email: 'hl@commonfield.example', role: 'farm', actsFor: 'farm_hl' },
  { id: 'user_farm_xc', name: '徐春生', email: 'xc@commonfield.example', role: 'farm', actsFor: 'farm_xc' },
  { id: 'user_farm_fq', name: '冯泉', email: 'fq@commonfield.example', role: 'farm', actsFor: 'farm_fq' },
  { id: 'user_farm_hcun', name: '滕开云', email: 'hcun@commonfield.example', role: 'farm', actsFor: 'farm_hcun' },
  { id: 'user_farm_luxi', name: '普家兴', email: 'luxi@commonfield.example', role: 'farm', actsFor: 'farm_luxi' },
  { id: 'user_driver_tan', name: '谭稳', email: 'driver1@commonfield.example', role: 'courier', actsFor: 'driver_tan' },
  { id: 'user_driver_mu', name: '穆早', email: 'driver2@commonfield.example', role: 'courier', actsFor: 'driver_mu' },
  { id: 'user_driver_ai', name: '艾远', email: 'driver3@commonfield.example', role: 'courier', actsFor: 'driver_ai' },
  {
    id: 'user_leader_jincheng',
    name: '濮阳芒种',
    email: 'leader1@commonfield.example',
    role: 'leader',
    actsFor: 'leader_jincheng',
  },
  { id: 'user_leader_tangba', name: '淳于夏至', email: 'leader2@commonfield.example', role: 'leader', actsFor: 'leader_tangba' },
  { id: 'user_leader_chadian', name: '澹台秋分', email: 'leader3@commonfield.example', role: 'leader', actsFor: 'leader_chadian' },
]

/** Customers who sign in: one with orders to look back on. */
export const buyers: readonly { id: string; customerId: string; email: string }[] = [
  { id: 'user_buyer_1', customerId: 'customer_01', email: 'buyer1@commonfield.example' },
]
