import type { SeedVehicle } from './vehicles.ts'

export type SeedCarrier = { id: string; nameZh: string; nameEn: string; kind: 'own' | 'firm'; phone: string }
export type SeedTariff = Pick<SeedVehicle, 'carrierId' | 'costPerRunFen' | 'costPerKmFen' | 'costPerHourFen'> & {
  vehicleKind: SeedVehicle['kind']
  fromOn: string
}
export type SeedDriver = { id: string; name: string; phone: string; carrierId: string }
export type SeedShift = { vehicleId: string; driverId: string; weekdays: readonly number[]; fromTime: string; untilTime: string }

export const carriers: readonly SeedCarrier[] = [
  { id: 'carrier_alliance', nameZh: '联盟自有车队', nameEn: 'The alliance’s own', kind: 'own', phone: '028-5550-0110' },
  { id: 'carrier_shudao', nameZh: '蜀道城配', nameEn: 'Shudao City Delivery', kind: 'firm', phone: '028-5550-0120' },
]

/**
 * What each carrier charges, driver included: a small van for a full day in the city comes to about 300 yuan. The vehicles' own costs
 * are what they were hired for before there were tariffs.
 */
export const tariffs: readonly SeedTariff[] = [
  { carrierId: 'carrier_shudao', vehicleKind: 'van', fromOn: '2026-01-01', costPerRunFen: 4000, costPerKmFen: 90, costPerHourFen: 2600 },
  {
    carrierId: 'carrier_shudao',
    vehicleKind: 'cold_van',
    fromOn: '2026-01-01',
    costPerRunFen: 6000,
    costPerKmFen: 120,
    costPerHourFen: 3000,
  },
  {
    carrierId: 'carrier_alliance',
    vehicleKind: 'truck',
    fromOn: '2026-01-01',
    costPerRunFen: 10000,
    costPerKmFen: 180,
    costPerHourFen: 3600,
  },
]

export const drivers: readonly SeedDriver[] = [
  { id: 'driver_tan', name: '谭稳', phone: '028-5550-0131', carrierId: 'carrier_shudao' },
  { id: 'driver_mu', name: '穆早', phone: '028-5550-0132', carrierId: 'carrier_shudao' },
  { id: 'driver_ai', name: '艾远', phone: '028-5550-0133', carrierId: 'carrier_alliance' },
]

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export const shifts: readonly SeedShift[] = [
  { vehicleId: 'vehicle_small', driverId: 'driver_tan', weekdays: everyDay, fromTime: '07:00', untilTime: '19:00' },
  { vehicleId: 'vehicle_medium', driverId: 'driver_mu', weekdays: everyDay, fromTime: '07:00', untilTime: '19:00' },
  { vehicleId: 'vehicle_large', driverId: 'driver_ai', weekdays: everyDay, fromTime: '07:00', untilTime: '19:00' },
]
