export type SeedVehicle = {
  id: string
  hubId: string
  nameZh: string
  nameEn: string
  driverId: string
  carrierId: string
  kind: 'trike' | 'van' | 'cold_van' | 'truck'
  capacityKg: number
  cratesAmbient: number
  cratesChilled: number
  cratesFrozen: number
  costPerRunFen: number
  costPerKmFen: number
  costPerHourFen: number
}

/** The hub's vans, dearer as they grow colder and larger. Costs are what a Chengdu carrier asks for a day's hire, driver included. */
export const vehicles: readonly SeedVehicle[] = [
  {
    id: 'vehicle_small',
    hubId: 'hub_chengdu',
    nameZh: '小面冷藏车',
    nameEn: 'Small chilled van',
    driverId: 'driver_tan',
    carrierId: 'carrier_shudao',
    kind: 'van',
    capacityKg: 600,
    cratesAmbient: 24,
    cratesChilled: 18,
    cratesFrozen: 4,
    costPerRunFen: 6000,
    costPerKmFen: 130,
    costPerHourFen: 3800,
  },
  {
    id: 'vehicle_medium',
    hubId: 'hub_chengdu',
    nameZh: '中型冷藏车',
    nameEn: 'Medium chilled van',
    driverId: 'driver_mu',
    carrierId: 'carrier_shudao',
    kind: 'cold_van',
    capacityKg: 1200,
    cratesAmbient: 48,
    cratesChilled: 36,
    cratesFrozen: 10,
    costPerRunFen: 9000,
    costPerKmFen: 180,
    costPerHourFen: 4200,
  },
  {
    id: 'vehicle_large',
    hubId: 'hub_chengdu',
    nameZh: '双温厢车',
    nameEn: 'Two-temperature truck',
    driverId: 'driver_ai',
    carrierId: 'carrier_alliance',
    kind: 'truck',
    capacityKg: 2500,
    cratesAmbient: 96,
    cratesChilled: 60,
    cratesFrozen: 24,
    costPerRunFen: 15000,
    costPerKmFen: 240,
    costPerHourFen: 4800,
  },
]
